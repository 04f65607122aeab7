"""Head words of a sentence -> participants: known actors, or whoever the words name, unknown though they be."""

from collections.abc import Iterable

import msgspec

from demarche.claims.actors import OTHERS, PEOPLE, actors
from demarche.claims.acts.whose import whose
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.acts import classed
from demarche.model import Mention, Participant

LEFT_OUT = frozenset({
    "acl:relcl", "appos", "parataxis", "acl", "punct", "conj", "cc", "case", "mark", "cop", "nsubj", "nsubj:pass",
    "aux",
})  # fmt: skip
"""What hangs on a name without being a part of it."""
CROWDS = frozenset({"thousand", "hundred", "dozen", "ten", "score", "million"})
""" "*Thousands* marched"."""
RIVALS = frozenset({"neighbour", "neighbor", "rival", "enemy", "foe", "adversary", "opponent", "ally", "partner"})
""" "*Its* neighbour" is another state."""
OWN = frozenset({"it", "he", "she", "they"})
OWNERS = ("nmod:poss", "amod", "compound", "nmod")
NAMES = ("appos", "flat", "nmod:desc")
"""How a name hangs on the noun that tells who it is ("the American player *Griner*")."""


def people(scene: Scene, heads: Iterable[int], things: bool = False) -> tuple[Participant, ...]:
    """Everybody whom some phrases name, each once, in the order of the text; `things`: and what force is used on."""
    found: dict[tuple[int | None, int | None], Participant] = {}
    for head in heads:
        for p in _named(scene, head, things):
            found.setdefault((p.start, p.end), p)
    kept = [p for p in found.values() if not any(_inside(p, q) for q in found.values() if q is not p)]
    return tuple(sorted(kept, key=lambda p: (p.start or 0, p.end or 0)))


def _inside(p: Participant, q: Participant) -> bool:
    return None not in (p.start, q.start) and q.start <= p.start and p.end <= q.end  # type: ignore[operator]


def _named(scene: Scene, head: int, things: bool) -> list[Participant]:
    known = [_of_its_owner(scene, j, party(m)) for j, m in actors(scene, _speaker(scene, head), private=True)]
    if known or scene.tokens[head].upos not in ("NOUN", "PROPN"):
        return known
    return [p for j in scene.conjuncts(head) for p in _of_noun(scene, j, things)]


def _speaker(scene: Scene, head: int) -> int:
    """Who "it" is in "Japan said *it* would send aid", where nothing else says so; any other word is itself."""
    if scene.tokens[head].upos != "PRON" or scene.mention(head) is not None or scene.lower(head) not in OWN:
        return head
    verb = scene.tokens[head].head
    above = scene.tokens[verb].head if verb >= 0 and scene.tokens[verb].deprel.startswith("ccomp") else -1
    said = scene.children(above, "nsubj") if above >= 0 else []
    return said[0] if said else head


def _of_noun(scene: Scene, j: int, things: bool) -> list[Participant]:
    """Somebody the knowledge lacks; of a thing, whoever it belongs to ("*Russian* helicopters")."""
    if scene.tokens[j].upos not in ("NOUN", "PROPN"):
        return []
    if is_human(scene, j):
        return [_unknown(scene, j)]
    owner = owner_of(scene, j)
    if things and scene.lemma(j) in classed(("@struck",)):
        return [_unknown(scene, j)]
    return [party(owner)] if owner else []


def is_human(scene: Scene, j: int) -> bool:
    """Does a word name somebody rather than something?"""
    lemma = scene.lemma(j)
    if lemma in classed(("@people",)) or lemma in knowledge().agent_sectors:
        return True
    if scene.tokens[j].upos == "PROPN" and not any(t.start <= scene.tokens[j].start < t.end for t in scene.times):
        return True
    if lemma in CROWDS and not scene.children(j, "nmod"):
        return True
    return lemma in classed(("@containers",)) and any(is_human(scene, c) for c in scene.children(j, "nmod"))


def owner_of(scene: Scene, head: int, depth: int = 2) -> Mention | None:
    """Whom a thing belongs to, or the thing that a wrapping holds ("barrels *of Russian oil*")."""
    for c in scene.children(head, *OWNERS):
        if scene.tokens[c].deprel == "nmod" and c > head and scene.case(c) not in ("of", "in", "by", "from"):
            continue
        mention = scene.mention(c)
        if mention is not None and mention.kind in PEOPLE and (mention.country or mention.organisation):
            return mention
        if depth and c > head and (below := owner_of(scene, c, depth - 1)):
            return below
    return None


def _of_its_owner(scene: Scene, j: int, p: Participant) -> Participant:
    """ "The captain *of a Chinese trawler*", "*its* commandos": of the country of those they belong to."""
    if p.country or p.organisation or p.actor or scene.lemma(j) in OTHERS | RIVALS:
        return p
    above = (h for h in (scene.tokens[j].head,) if h >= 0 and scene.tokens[j].deprel in NAMES)
    heads = (j, *above, *scene.children(j, "appos"))
    country = next((c for h in heads if (c := _belongs_to(scene, h))), None)
    return msgspec.structs.replace(p, country=country) if country else p


def _belongs_to(scene: Scene, head: int) -> str | None:
    """The country of whoever a noun belongs to, by a name or a pronoun before it, or a phrase after it."""
    owner = owner_of(scene, head)
    return owner.country if owner else whose(scene, head)


def _unknown(scene: Scene, head: int) -> Participant:
    """Somebody whom the knowledge lacks, under the words that name them, with the country those words give."""
    span = scene.stretch(phrase(scene, head))
    owner = owner_of(scene, head, depth=0)
    own = None if scene.lemma(head) in OTHERS | RIVALS else whose(scene, head)
    return Participant(
        name=" ".join(scene.document.text[span.start : span.end].split()),
        country=owner.country if owner else own,
        start=span.start,
        end=span.end,
    )


def phrase(scene: Scene, head: int) -> list[int]:
    """The words of a noun phrase without its preposition, its relative clause and what is joined to it."""
    out = [head]
    for c in scene.children(head):
        relation = scene.tokens[c].deprel
        if relation in LEFT_OUT or relation.startswith("advcl") or (relation == "det" and c < head):
            continue
        if relation.partition(":")[0] in ("nmod", "obl") and c > head and scene.case(c) not in ("of", "from"):
            continue
        out.extend(scene.subtree(c))
    return _run(sorted(out), head)


def _run(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of words around the head."""
    low = high = tokens.index(head)
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low : high + 1]
