"""The PLOVER code of a marked pair: given a sentence, a source and a target, what the one does to the other.

An answer is always given. First come the acts whose actor and target are the two; then those with one of them in its
place; then any act of the sentence; `way` says which it was.
"""

import msgspec

from demarche.claims.acts.happening import Happening, happenings
from demarche.claims.acts.status import statuses
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon
from demarche.lexicon.plover import act_codes
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Stretch
from demarche.model.values import Status

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
DEEDS = frozenset({"COERCE", "SANCTION", "ASSAULT", "RETREAT", "MOBILIZE", "AID"})
ORDERS = frozenset({"order", "command"})
SAID = {"deny": "REJECT"}
"""What comes nearest to statements, which PLOVER leaves out, where an answer must be given."""
NOTHING_KNOWN = "ACCUSE"
"""The answer where no word of the sentence tells of an act."""
PRONOUNS = frozenset(
    {"it", "he", "she", "they", "them", "him", "her", "we", "us", "itself", "themselves", "i", "its", "his", "their"}
)
LOOSE = frozenset({"acl:relcl", "advcl", "acl", "parataxis", "appos", "advcl:relcl"})


class Coding(msgspec.Struct, frozen=True):
    """A PLOVER type and mode with the CAMEO code, where it comes from, and how strong the evidence is.

    `event` is the act's id, `about` the CAMEO code of the act that is embedded in it.
    """

    type: str
    mode: str | None
    cameo: str | None
    way: str
    weight: float
    event: str | None = None
    about: str | None = None


UNKNOWN = Coding(NOTHING_KNOWN, None, None, "nothing", 0.0)


class Pair:
    """A source and a target in a sentence, and which words are theirs."""

    def __init__(self, scene: Scene, source: Stretch | None, target: Stretch | None) -> None:
        self.scene = scene
        self.source = _tokens(scene, source) if source else frozenset()
        self.target = _tokens(scene, target) if target else frozenset()

    def is_source(self, i: int) -> bool:
        """Does a word stand for the source?"""
        return self._is(i, self.source)

    def is_target(self, i: int) -> bool:
        """Does a word stand for the target?"""
        return self._is(i, self.target)

    def _is(self, i: int, span: frozenset[int]) -> bool:
        if i in span or any(j in span for j in self.scene.conjuncts(i)):
            return True
        return self.scene.lower(i) in PRONOUNS and bool(span) and self._meant(i, span)

    def _meant(self, i: int, span: frozenset[int]) -> bool:
        """Is a pronoun the one meant: by coreference, or as the subject of what its speaker says?"""
        mention = self.scene.mention(i)
        starts = {self.scene.tokens[j].start for j in span}
        if mention and mention.antecedents:
            return any(a.start <= s < a.end for a in mention.antecedents for s in starts)
        for above in self.scene.ancestors(i):
            speakers = self.scene.children(above, "nsubj")
            if self.scene.lemma(above) in speech_lexicon().verbs and any(j in span for j in speakers):
                return True
        return False

    def speaks_of(self, i: int) -> bool:
        """Is the source whoever says the clause of a word?"""
        for above in self.scene.ancestors(i):
            if self.scene.lemma(above) in speech_lexicon().verbs:
                return any(self._is(j, self.source) for j in self.scene.children(above, "nsubj"))
        return False

    def holds_target(self, i: int) -> bool:
        """Does the phrase under a word hold the target?"""
        return bool(self.target & set(self.scene.subtree(i)))

    def holds_source(self, i: int) -> bool:
        """Does the phrase under a word hold the source?"""
        return bool(self.source & set(self.scene.subtree(i)))


def _tokens(scene: Scene, span: Stretch) -> frozenset[int]:
    return frozenset(i for i, t in enumerate(scene.tokens) if span.start <= t.start and t.end <= span.end)


def code_pair(scene: Scene, lexicon: ActLexicon, source: Stretch | None, target: Stretch | None) -> Coding:
    """The code of what the source does to the target, by the best evidence there is."""
    pair = Pair(scene, source, target)
    best = max(codings(scene, lexicon, pair), key=lambda c: c.weight, default=None)
    return best or UNKNOWN


def codings(scene: Scene, lexicon: ActLexicon, pair: Pair) -> list[Coding]:
    """Every act of the sentence as a code of the pair, each with the weight of its evidence."""
    found = happenings(scene, lexicon)
    status = statuses(scene, found)
    out = []
    for n, h in enumerate(found):
        if h.hit.kind.type is None and h.hit.kind.id not in SAID:
            continue
        weight, way = _evidence(scene, pair, found, n)
        ordered = _ordered(scene, found, n)
        type_, mode, cameo = coded(ordered, "happened") if ordered else coded(h, status[n])
        if type_ == "THREATEN" and _is_offered(found, h):
            type_, mode, cameo = "AGREE", None, "030"
        inner = next((i.hit.cameo for i in found if i.governor == n), None)
        out.append(Coding(type_, mode, cameo, way, weight, h.hit.kind.id, inner))
    return out


def _is_offered(found: list[Happening], h: Happening) -> bool:
    """ "Offered to send troops": whoever is promised something is not threatened with it."""
    return h.governor is not None and found[h.governor].hit.kind.type == "AGREE"


def _ordered(scene: Scene, found: list[Happening], n: int) -> Happening | None:
    """What an authority orders to be done is its own doing: "ordered nine of them *jailed*"."""
    h = found[n]
    if h.hit.kind.type != "REQUEST" or scene.lemma(h.hit.token) not in ORDERS:
        return None
    return next((i for i in found if i.governor == n and i.hit.kind.type in DEEDS), None)


def coded(h: Happening, status: Status) -> tuple[str, str | None, str | None]:
    """Type, mode and CAMEO code of an act in its status; an answer even where the schemes have no word for it."""
    kind = h.hit.kind
    if kind.type is None:
        return SAID.get(kind.id, NOTHING_KNOWN), None, h.hit.cameo
    mode = h.hit.frame.mode or kind.mode
    codes, cameo = act_codes(kind.type, mode, kind.context, h.hit.cameo, status)
    if codes is not None:
        return codes.type, codes.mode, cameo
    if status in ("denied", "refused", "cancelled") and kind.type in COOPERATION:
        return "REJECT", None, "120"
    if status in ("hypothetical", "proposed") and kind.type in COOPERATION:
        codes, cameo = act_codes(kind.type, mode, kind.context, h.hit.cameo, "planned")
        return ("AGREE", None, cameo) if codes else (kind.type, mode, h.hit.cameo)
    return kind.type, mode, h.hit.cameo


def _evidence(scene: Scene, pair: Pair, found: list[Happening], n: int) -> tuple[float, str]:
    """How well the pair fits the act's places, and in a word why."""
    h = found[n]
    own = _source_weight(pair, found, n)
    other = _target_weight(scene, pair, h)
    weight = own + other
    if weight < 3 and _is_reversed(pair, h):
        weight += 1.5
    weight += _place(scene, h)
    way = "both" if own >= 3 and other >= 2 else "source" if own >= 3 else "target" if other >= 2 else "sentence"
    return weight, way


def _source_weight(pair: Pair, found: list[Happening], n: int) -> float:
    h = found[n]
    if any(pair.is_source(i) for i in h.actors):
        return 4.0
    if any(pair.holds_source(i) for i in h.actors):
        return 2.5
    if not h.actors and h.governor is not None:
        return _source_weight(pair, found, h.governor) - 1.0
    return 2.0 if pair.speaks_of(h.hit.anchor) else 0.0


def _target_weight(scene: Scene, pair: Pair, h: Happening) -> float:
    if not pair.target:
        return 0.0
    if any(pair.is_target(i) for i in h.targets):
        return 3.0
    if any(pair.is_target(i) for i in h.actors) and (h.hit.kind.mutual or len(h.actors) > 1):
        return 3.0
    if any(pair.holds_target(i) for i in (*h.targets, *h.what)):
        return 2.0
    return 1.0 if any(pair.target & set(scene.subtree(top)) for top in h.hit.tops(scene)) else 0.0


def _is_reversed(pair: Pair, h: Happening) -> bool:
    acted_on = any(pair.is_source(i) or pair.holds_source(i) for i in h.targets)
    return acted_on or any(pair.is_target(i) for i in h.actors)


def _place(scene: Scene, h: Happening) -> float:
    """What the act's place in the sentence adds: the main clause tells the news, a governor what it governs."""
    top = h.hit.anchor
    chain = [top, *scene.ancestors(top)]
    loose = sum(scene.tokens[i].deprel in LOOSE for i in chain)
    depth = len(chain)
    noun = 0.5 if h.hit.noun is not None and h.hit.light is None else 0.0
    embedded = 0.8 if h.governor is not None else 0.0
    aim = 2.5 if _is_aim(scene, top) else 0.0
    return -0.4 * loose - 0.05 * depth - noun - embedded - aim


def _is_aim(scene: Scene, v: int) -> bool:
    """Is it what something else is done for ("sent jets *to support* them")?"""
    if scene.tokens[v].deprel not in ("advcl", "acl") or scene.feature(v, "VerbForm") != "Inf":
        return False
    return any(scene.lower(c) == "to" for c in scene.children(v, "mark"))


def prominence(scene: Scene, found: list[Happening], n: int) -> float:
    """How much an act is what its sentence is there to tell: who does it is named, to whom, and in the main clause."""
    h = found[n]
    sides = 1.5 * bool(h.actors) + 1.0 * bool(h.targets) + 0.3 * bool(h.what)
    return sides + 2 * _place(scene, h)
