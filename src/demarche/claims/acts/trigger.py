"""Find the words of a sentence that tell of an act: verbs, nouns, and the light verbs that carry the nouns."""

from collections.abc import Callable, Sequence

import msgspec

from demarche.claims.acts.clause import is_passive, patients, subjects
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon, ActLight, ActNoun, ActType, ActVerb, classed

CONTAINERS = classed(("@containers",))
""" "A *series* of attacks", "a *package* of sanctions": the noun that the verb carries is only the wrapping."""
EFFORTS = classed(("@containers", "@efforts"))
""" "A mediation *effort*", "an assistance *package*": what one makes of an act."""
MUST = frozenset({"must", "should", "ought", "shall"})
NEEDED = frozenset({"needed", "necessary", "essential", "vital", "crucial", "imperative", "need", "require"})

Fills = Callable[["Hit", Sequence[str]], list[int]]


class Hit(msgspec.Struct, frozen=True):
    """A word and the frame that fits it. `token` is the word itself, `carrier` the head of its wrapping ("a *series* of
    attacks"), `anchor` the verb whose tense and subject count, `relation` how the carrier hangs on a light verb.
    """

    kind: ActType
    token: int
    carrier: int
    anchor: int
    verb: ActVerb | None = None
    noun: ActNoun | None = None
    light: ActLight | None = None
    relation: str = ""

    @property
    def is_verb(self) -> bool:
        """Is the word a verb or a predicate, and no noun?"""
        return self.verb is not None

    @property
    def frame(self) -> ActVerb | ActNoun:
        """The frame, of whichever kind."""
        frame = self.verb or self.noun
        assert frame is not None
        return frame

    @property
    def cameo(self) -> str | None:
        """The CAMEO code of the act as it happened."""
        return self.frame.cameo or self.kind.cameo

    def tops(self, scene: Scene) -> list[int]:
        """The words on which the phrases of the act may hang."""
        return list(dict.fromkeys((self.token, self.carrier, self.anchor)))


def hits(scene: Scene, lexicon: ActLexicon, fills: Fills) -> list[Hit]:
    """Every act word of a sentence with the frame that fits it best, in the order of the text.

    A verb that asks for its object has the noun for itself ("*suspended aid*"), unless the noun asks for more ("held
    *joint exercises*").
    """
    found = [h for i in range(len(scene.tokens)) if (h := _hit(scene, i, lexicon, fills))]
    things = {h.token: set(_wrapped(scene, patients(scene, h.token))) for h in found if h.verb and h.verb.objects}
    narrow = {h.token for h in found if h.noun and h.noun.qualified_by}
    beaten = {v for v, own in things.items() if own & narrow}
    eaten = {o for v, own in things.items() if v not in beaten for o in own}
    return [h for h in found if (h.verb and h.token not in beaten) or (h.noun and h.token not in eaten)]


def _hit(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    token = scene.tokens[i]
    if token.upos in ("VERB", "AUX") or (token.upos == "ADJ" and _is_predicate(scene, i)):
        return _verb(scene, i, lexicon, fills) or (_noun(scene, i, lexicon, fills) if _is_gerund(scene, i) else None)
    if token.upos in ("NOUN", "PROPN", "ADJ"):
        return _noun(scene, i, lexicon, fills)
    return None


def _is_predicate(scene: Scene, i: int) -> bool:
    """Is an adjective what somebody is said to be?"""
    return bool(scene.children(i, "cop")) or scene.tokens[i].deprel in ("root", "xcomp", "ccomp", "conj", "acl", "advcl")


def _is_gerund(scene: Scene, i: int) -> bool:
    return scene.feature(i, "VerbForm") == "Ger"


def _verb(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    fits = []
    for kind, frame in lexicon.verbs.get(scene.lemma(i), ()):
        hit = Hit(kind, i, i, i, verb=frame)
        if _is_verb_frame(scene, i, frame) and _has_slots(hit, frame.needs, frame.not_with, fills):
            fits.append(hit)
    return max(fits, key=lambda h: _weight(h.frame), default=None)


def _is_verb_frame(scene: Scene, i: int, frame: ActVerb) -> bool:
    if frame.adjective != (scene.tokens[i].upos == "ADJ") and scene.lower(i) in classed(frame.lemmas):
        return False
    if frame.particle is not None and frame.particle not in particles(scene, i):
        return False
    if frame.particle is None and set(particles(scene, i)) & {"off", "out", "down", "up", "over", "away"} and i + 1 < len(
        scene.tokens
    ) and scene.tokens[i + 1].deprel == "compound:prt":
        return False
    things = lemmas(scene, patients(scene, i)) if frame.objects or frame.not_objects else frozenset()
    doers = lemmas(scene, subjects(scene, i)) if frame.subjects or frame.not_subjects else frozenset()
    if frame.objects and not things & classed(frame.objects):
        return False
    if (frame.must and not _says_must(scene, i)) or not _is_near(scene, frame, (i,)):
        return False
    if frame.subjects and not doers & classed(frame.subjects):
        return False
    return not (things & classed(frame.not_objects) or doers & classed(frame.not_subjects))


def _is_near(scene: Scene, frame: ActVerb | ActNoun, tops: Sequence[int]) -> bool:
    if not frame.near:
        return True
    wanted = classed(frame.near)
    return any(scene.lemma(j) in wanted or scene.lower(j) in wanted for top in tops for j in scene.subtree(top))


def _says_must(scene: Scene, i: int) -> bool:
    """Does the clause under a verb of saying tell somebody what must be done?"""
    for c in scene.children(i, "ccomp", "parataxis"):
        if any(scene.lower(a) in MUST for a in scene.children(c, "aux")) or scene.lemma(c) in ("need", "have"):
            return scene.lemma(c) not in ("need", "have") or bool(scene.children(c, "xcomp"))
        if scene.lemma(c) in NEEDED and scene.children(c, "nsubj", "nsubj:pass", "csubj"):
            return True
    return False


def particles(scene: Scene, i: int) -> list[str]:
    """The particles and bare adverbs of a verb, wherever they stand: "called *off* the visit", "set them *free*"."""
    return [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod", "xcomp", "obj", "compound")]


def lemmas(scene: Scene, heads: Sequence[int]) -> frozenset[str]:
    """The lemmas of some phrases' heads, of what is joined to them, and of what their wrapping holds."""
    return frozenset(word for j in _wrapped(scene, heads) for word in (scene.lemma(j), _hyphened(scene, j)))


def _hyphened(scene: Scene, j: int) -> str:
    """The lemma with what a hyphen joins before it: "cease-fire" may be three tokens."""
    if j > 1 and scene.lower(j - 1) in ("-", "–"):
        return f"{scene.lemma(j - 2)}-{scene.lemma(j)}"
    return scene.lemma(j)


def _wrapped(scene: Scene, heads: Sequence[int]) -> list[int]:
    out = []
    for h in heads:
        for j in scene.conjuncts(h):
            out.append(j)
            if scene.lemma(j) in CONTAINERS or scene.tokens[j].upos in ("NUM", "SYM"):
                out.extend(c for c in scene.children(j, "nmod") if scene.case(c) in ("of", "in", "worth"))
    return out


def _has_slots(hit: Hit, needs: tuple[str, ...], not_with: tuple[str, ...], fills: Fills) -> bool:
    if needs and not any(fills(hit, (slot,)) for slot in needs):
        return False
    return not any(fills(hit, (slot,)) for slot in not_with)


def _weight(frame: ActVerb | ActNoun) -> tuple[bool, ...]:
    """Of two frames that fit, the one that asks for more."""
    if isinstance(frame, ActVerb):
        return frame.particle is not None, bool(frame.objects), bool(frame.subjects), bool(frame.needs)
    return bool(frame.qualified_by), bool(frame.needs), False, False


def _noun(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    entries = lexicon.nouns.get(scene.lemma(i)) or lexicon.nouns.get(scene.lower(i)) or ()
    entries = lexicon.nouns.get(_hyphened(scene, i), ()) or entries
    if not entries or _is_modifier(scene, i):
        return None
    carrier = _carrier(scene, i)
    anchor, light, relation = _light(scene, carrier, lexicon)
    before = qualifiers(scene, i)
    fits = []
    for kind, frame in entries:
        if frame.qualified_by and not before & classed(frame.qualified_by):
            continue
        if not _is_near(scene, frame, (i, anchor)):
            continue
        hit = Hit(kind, i, carrier, anchor, noun=frame, light=light, relation=relation)
        if not before & classed(frame.not_qualified_by) and _has_slots(hit, frame.needs, frame.not_with, fills):
            fits.append(hit)
    return max(fits, key=lambda h: _weight(h.frame), default=None)


def _is_modifier(scene: Scene, i: int) -> bool:
    """Is the noun only the first half of another ("attack helicopter")? A "mediation *effort*" is mediation."""
    if not scene.tokens[i].deprel.startswith("compound") or scene.children(i, "nmod"):
        return False
    return scene.lemma(scene.tokens[i].head) not in EFFORTS


def qualifiers(scene: Scene, i: int) -> frozenset[str]:
    """The words before a noun that narrow it."""
    words = {w for c in scene.children(i, "compound", "amod", "nmod") if c < i for w in (scene.lower(c), scene.lemma(c))}
    if i > 0:
        words.add(scene.lower(i - 1))
    return frozenset(words)


def _carrier(scene: Scene, i: int) -> int:
    """The head of the wrapping in which a noun stands, the noun itself where there is none."""
    seen = {i}
    while True:
        head, relation = scene.tokens[i].head, scene.tokens[i].deprel
        if head < 0 or head in seen:
            return i
        if relation == "conj" and scene.tokens[head].upos == "NOUN":
            i = head
        elif relation.startswith("compound") and scene.lemma(head) in EFFORTS:
            i = head
        elif relation == "nmod" and scene.lemma(head) in CONTAINERS and scene.case(i) in ("of", "in"):
            i = head
        else:
            return i
        seen.add(i)


def _light(scene: Scene, i: int, lexicon: ActLexicon) -> tuple[int, ActLight | None, str]:
    """The light verb that carries a noun, and how; without one the noun is its own anchor."""
    head = scene.tokens[i].head
    if head < 0 or scene.tokens[head].upos not in ("VERB", "AUX"):
        return i, None, ""
    relation = _relation(scene, i, head)
    for light in lexicon.lights.get(scene.lemma(head), ()):
        if relation in light.takes and (light.particle is None or light.particle in particles(scene, head)):
            return head, light, relation
    return i, None, ""


def _relation(scene: Scene, i: int, head: int) -> str:
    deprel = scene.tokens[i].deprel
    if deprel in ("obj", "nsubj:pass") or (deprel.startswith("acl") and is_passive(scene, head)):
        return "obj"
    if deprel.startswith("nsubj"):
        return "subj"
    return scene.case(i) if deprel.startswith("obl") else deprel

