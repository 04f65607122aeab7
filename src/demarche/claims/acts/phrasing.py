"""What phrases are made of: their lemmas with what a wrapping holds, particles of verbs, words before a noun."""

from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed

CONTAINERS = classed(("@containers",))
""" "A *series* of attacks", "a *package* of sanctions": the noun that the verb carries is only the wrapping."""
MANY = frozenset({"ten", "tens", "hundred", "hundreds"})
""" "*Tens of thousands* of troops"."""
EFFORTS = classed(("@containers", "@efforts"))
""" "A mediation *effort*", "an assistance *package*": what one makes of an act."""


def lemmas(scene: Scene, heads: Sequence[int]) -> frozenset[str]:
    """The lemmas of some phrases' heads, of what is joined to them, and of what their wrapping holds.

    A name is also what it names: "<state>", "<place>", "<office>", "<person>", "<group>", "<organisation>".
    """
    return frozenset(word for j in wrapped(scene, heads) for word in _words(scene, _whole(scene, j)))


def _words(scene: Scene, j: int) -> Iterator[str]:
    yield scene.lemma(j)
    yield hyphened(scene, j)
    named = scene.mention(j)
    if named is not None:
        yield f"<{named.kind}>"
    elif scene.tokens[j].upos == "PROPN" and scene.place_at(scene.tokens[j].start, scene.tokens[j].end) is not None:
        yield "<place>"


def _whole(scene: Scene, j: int) -> int:
    """ "Expelled the ambassador and recalled *its own*": the noun left out stands under the verb before."""
    verb = scene.tokens[j].head
    if scene.lemma(j) != "own" or verb < 0 or scene.tokens[verb].deprel != "conj":
        return j
    return next(iter(scene.children(scene.tokens[verb].head, "obj")), j)


def hyphened(scene: Scene, j: int) -> str:
    """The lemma with what a hyphen joins before it: "cease-fire" may be three tokens."""
    if j > 1 and scene.lower(j - 1) in ("-", "–"):
        return f"{scene.lemma(j - 2)}-{scene.lemma(j)}"
    return scene.lemma(j)


def wrapped(scene: Scene, heads: Sequence[int]) -> list[int]:
    """Head words with those joined to them, and with what a wrapping or a number holds."""
    out = []
    for h in heads:
        for j in scene.conjuncts(h):
            out.append(j)
            if scene.lemma(j) in CONTAINERS or scene.tokens[j].upos in ("NUM", "SYM"):
                held = [c for c in scene.children(j, "nmod") if scene.case(c) in ("of", "in", "worth")]
                out.extend(wrapped(scene, held) if scene.lemma(j) in MANY else held)
    return out


def particles(scene: Scene, i: int) -> list[str]:
    """The particles and bare adverbs of a verb, wherever they stand: "called *off* the visit", "set them *free*"."""
    return [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod", "xcomp", "obj", "compound")]


def qualifiers(scene: Scene, i: int) -> frozenset[str]:
    """The words before a noun that narrow it."""
    words = {
        w for c in scene.children(i, "compound", "amod", "nmod") if c < i for w in (scene.lower(c), scene.lemma(c))
    }
    if i > 0:
        words.add(scene.lower(i - 1))
    return frozenset(words)


def is_modifier(scene: Scene, i: int) -> bool:
    """Is the noun only the first half of another ("attack helicopter")? A "mediation *effort*" is mediation."""
    if not scene.tokens[i].deprel.startswith("compound") or scene.children(i, "nmod"):
        return False
    return scene.lemma(scene.tokens[i].head) not in EFFORTS


def carrier_of(scene: Scene, i: int) -> int:
    """The head of the wrapping in which a noun stands, the noun itself where there is none."""
    seen = {i}
    while True:
        head, relation = scene.tokens[i].head, scene.tokens[i].deprel
        if head < 0 or head in seen:
            return i
        if not _wraps(scene, head, i, relation):
            return i
        i = head
        seen.add(i)


def _wraps(scene: Scene, head: int, i: int, relation: str) -> bool:
    """Is the noun above only what another noun comes in, or the first of two joined?"""
    if relation == "conj":
        return scene.tokens[head].upos == "NOUN"
    if relation.startswith("compound"):
        return scene.lemma(head) in EFFORTS
    return relation == "nmod" and scene.lemma(head) in CONTAINERS and scene.case(i) in ("of", "in")
