"""The signs of how a side that a text names stands to the words that tell of an engagement.

"The two generals are to talk again on Monday", "a minister landed in Honiara": who takes part was said sentences ago,
or by half. Every state and body named around is a candidate; its signs say where it stands, in which role, how often,
what else is near, and whether the network takes its words for a party's. `linked.py` weighs them.
"""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.engagements.recall import DEFINITE
from demarche.claims.engagements.telling import LAND
from demarche.claims.scene import Scene
from demarche.claims.status.form import negated
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention

BACK = 5
"""Sentences before the telling in which a candidate may be named: with 3, 4, 5 478, 480, 481 of 661 were found."""
LIKELY = 0.5
"""The share from which words are taken for a party's."""
TELLING = 0.7
"""The share from which a word is taken for a telling."""
SEVERAL = frozenset(
    {"they", "them", "both", "two", "three", "sides", "parties", "delegations", "teams", "each", "other"}
)
NEAR, FAR = 4, 12
"""Words between a telling and a side beside it, and far from it."""


class Named(msgspec.Struct, frozen=True):
    """Words for a side, whom they stand for, their scene, and how many sentences before the telling (-1: after)."""

    mention: Mention
    meant: Mention
    scene: Scene
    back: int


class Candidate(msgspec.Struct, frozen=True):
    """A state or body, by all its words around a telling."""

    side: str
    named: tuple[Named, ...]

    @property
    def here(self) -> list[Named]:
        """Its words in the sentence of the telling."""
        return [n for n in self.named if n.back == 0]

    @property
    def nearest(self) -> Named:
        """Its words nearest before the telling, else after it."""
        return min(self.named, key=lambda n: (n.back < 0, n.back, -n.mention.start))


def candidates(scene: Scene, before: Sequence[Scene], after: Sequence[Scene]) -> list[Candidate]:
    """Every side named around, in the order of the text; a group stands for those it goes back to."""
    found: dict[str, list[Named]] = {}
    for back, around in _window(scene, before, after):
        for m in around.mentions:
            for one in _meant(around, m) if m.kind in PEOPLE | LAND else ():
                if side := one.country or one.organisation:
                    found.setdefault(side, []).append(Named(m, one, around, back))
    return [Candidate(side, tuple(named)) for side, named in found.items()]


def _meant(scene: Scene, m: Mention) -> list[Mention]:
    """Whom an actor's words stand for: themselves, where they say of which state or body they are."""
    return [m] if m.country or m.organisation else scene.meant(m)


def _window(scene: Scene, before: Sequence[Scene], after: Sequence[Scene]) -> Iterator[tuple[int, Scene]]:
    near = list(before[-BACK:])
    yield from ((len(near) - n, s) for n, s in enumerate(near))
    yield 0, scene
    yield from ((-1, s) for s in after[:1])


def party_share(scene: Scene, m: Mention) -> float:
    """How far the network takes an actor's words for a party's, on the mean."""
    share = {s.token: s.share for s in scene.sentence.signs if s.kind == "party"}
    words = scene.words_of(m)
    return sum(share.get(i, 0.0) for i in words) / len(words) if words else 0.0


def signs(scene: Scene, token: int, mode: str, everybody: Sequence[Candidate]) -> list[frozenset[str]]:
    """The signs of each candidate for one telling. `token` is the telling's head word, `mode` its form."""
    likely = [c.side for c in everybody if any(party_share(scene, n.mention) >= LIKELY for n in c.here)]
    around = frozenset(_around(scene, token, mode))
    return [frozenset(_signs(scene, token, c, everybody, likely, around)) for c in everybody]


def _around(scene: Scene, token: int, mode: str) -> Iterator[str]:
    """Signs of the telling itself."""
    yield f"mode:{mode}"
    yield "verb" if scene.tokens[token].upos in ("VERB", "AUX") else "noun"
    if SEVERAL & {scene.lower(i) for i in range(len(scene.tokens))}:
        yield "several"
    if any(scene.lower(c) in DEFINITE for c in scene.children(token, "det", "nmod:poss")):
        yield "definite"


def _signs(
    scene: Scene,
    token: int,
    own: Candidate,
    everybody: Sequence[Candidate],
    likely: Sequence[str],
    around: frozenset[str],
) -> Iterator[str]:
    others = min(2, len([s for s in likely if s != own.side]))
    where = "here" if own.here else "ahead" if own.nearest.back < 0 else "back"
    found = set(_here(scene, token, own) if own.here else _away(own, everybody))
    found |= set(_at_large(own, everybody))
    yield from found
    yield f"{where}|others:{others}"
    yield f"{where}|sides:{min(5, len(everybody))}"
    yield from (f"{where}|{sign}" for sign in around)
    yield from (f"{sign}|others:{others}" for sign in found)


def _here(scene: Scene, token: int, own: Candidate) -> Iterator[str]:
    """Signs of a side named in the sentence of the telling."""
    heads = [scene.head_of(n.mention) for n in own.here]
    share = max(party_share(scene, n.mention) for n in own.here)
    yield f"here:party:{int(share * 5) / 5}"
    below, above = set(scene.subtree(token)), set(scene.ancestors(token))
    gap = min(abs(h - token) for h in heads)
    yield "here:near" if gap <= NEAR else "here:far" if gap > FAR else "here:by"
    yield "here:before" if min(heads) < token else "here:after"
    for n, h in zip(own.here, heads, strict=True):
        yield f"here:{n.mention.kind}"
        yield f"here:{n.mention.kind}:{_relation(scene, h)}"
        if h in below:
            yield "here:below"
        if scene.tokens[h].deprel.startswith("nsubj") and scene.tokens[h].head in (token, *above):
            yield "here:speaker" if scene.lemma(scene.tokens[h].head) in speech_lexicon().verbs else "here:subject"
    if all(n.mention.kind == "place" for n in own.here):
        yield f"here:place:{scene.case(heads[0])}"


def _away(own: Candidate, everybody: Sequence[Candidate]) -> Iterator[str]:
    """Signs of a side that other sentences name: where, and who stands there with it."""
    near = own.nearest
    beside = [c for c in everybody if c is not own and any(n.back == near.back for n in c.named)]
    yield f"back:beside:{min(3, len(beside))}"
    if any(c.here for c in beside):
        yield "back:beside-one-here"
    yield from _doing(near)
    yield f"back:{near.back}"
    share = max(party_share(n.scene, n.mention) for n in own.named)
    yield f"back:party:{int(share * 5) / 5}"
    head = near.scene.head_of(near.mention)
    relation = _relation(near.scene, head)
    yield f"back:{near.mention.kind}:{relation}"
    yield f"back:{near.back}:{relation}"
    for n in own.named:
        yield f"back:{n.mention.kind}"
        if n.scene.tokens[n.scene.head_of(n.mention)].deprel.startswith("nsubj"):
            yield "back:subject"
        if any(s.kind != "party" and s.share >= TELLING for s in n.scene.sentence.signs):
            yield "back:told"


def _doing(named: Named) -> Iterator[str]:
    """What a side is said to do in the sentence that names it last: to say something, to do nothing, to do it."""
    for i in named.scene.words_of(named.mention):
        token = named.scene.tokens[i]
        if token.deprel.startswith("nsubj") and token.head >= 0:
            if named.scene.lemma(token.head) in speech_lexicon().verbs:
                yield "back:says"
            if negated(named.scene, token.head):
                yield "back:does-not"
            if named.scene.children(token.head, "obj", "obl"):
                yield "back:does-to"


def _relation(scene: Scene, h: int) -> str:
    """The relation of a word, and the preposition of a circumstance."""
    relation = scene.tokens[h].deprel.partition(":")[0]
    return f"{relation}:{scene.case(h)}" if relation in ("obl", "nmod") else relation


def _at_large(own: Candidate, everybody: Sequence[Candidate]) -> Iterator[str]:
    """Signs of a side in all that stands around."""
    yield f"times:{min(4, len(own.named))}"
    if everybody[0] is own:
        yield "first"
    known = [c for c in everybody if any(n.back >= 0 for n in c.named)]
    if known and max(known, key=lambda c: max(n.mention.start for n in c.named if n.back >= 0)) is own:
        yield "last"
    if all(n.mention.kind in ("person", "office") for n in own.named):
        yield "people"
    if all(n.mention.kind == "place" for n in own.named):
        yield "places"
