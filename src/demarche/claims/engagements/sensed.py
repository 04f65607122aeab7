"""A second opinion: engagements that no frame tells, where the model takes words for the telling of one.

"Shuttled between X and Y", "sat on either side of Z", "got them on the line": what no list of verbs ends. The model
marks the words that tell and those that name parties (`language/signs.py`); who goes and who receives follows from what
the parties are. It speaks only where the frames are silent on the same sides, and only of two sides that are named.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.acts.standing import speaks_for_state
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.trigger import Trigger, carrier
from demarche.claims.parties import party, place_of
from demarche.claims.scene import Scene
from demarche.lexicon.acts import act_lexicon
from demarche.lexicon.events import EventLexicon, EventType, NounFrame, VerbFrame, discourse, event_lexicon
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Participant, Place, Sign
from demarche.model.values import Mode, Part

SURE = 0.6
"""What share the surest word of a telling must have."""
AVOIDING = frozenset({"shy", "avoid", "shun", "sever"})
"""Verbs of keeping away."""
SIGNING = frozenset({"sign", "initial", "ink", "put", "set", "seal"})
NAMES = frozenset({"name", "signature", "pen"})
"""What people do side by side, with a paper or with their names."""
WANTED = frozenset({"request", "proposal", "plan", "idea", "prospect", "possibility", "demand", "suggestion"})
"""Objects of a verb that make it tell of no more than a wish."""
NAMING = 0.5
"""What share the words of a party must have on the mean."""
LAND = frozenset({"place", "state"})
TOWARDS = frozenset({"to", "in", "into", "at", "for", "through", "via", "over", "across", "between", "on", "and"})
"""Prepositions of where a visit leads."""
NEAR = 4
"""Words after the telling within which a land is where it leads under any preposition ("back *from* Guatemala")."""
VERB, NOUN = VerbFrame(lemmas=()), NounFrame(lemmas=())
"""Frames that name nobody: the model does."""


class Sensed(msgspec.Struct, frozen=True):
    """What the model marks as one engagement: its word, how sure it is of it, its mode and its parties."""

    trigger: Trigger
    share: float
    mode: Mode
    roles: list[Role]
    people: list[Participant]
    places: list[Place]


def sensed(
    scene: Scene, lexicon: EventLexicon, known: Sequence[frozenset[str | None]], taken: frozenset[int]
) -> Iterator[Sensed]:
    """The engagements that the model alone sees.

    `known` are the sides of those that the frames have found, `taken` the words that tell of them.
    """
    tellings = runs(scene)
    told = list(known)
    for run in tellings:
        if not taken.isdisjoint(s.token for s in run):
            continue
        found = _engagement(scene, lexicon, run, _parties(scene, run, tellings))
        sides = frozenset(p.side for p in found.people) if found else frozenset()
        if found and not any(len(sides & other) > 1 for other in told):
            told.append(sides)
            yield found


def runs(scene: Scene) -> list[list[Sign]]:
    """Words side by side that tell, the surest of them sure enough, the surest first."""
    some = [s for s in scene.sentence.signs if s.kind != "party"]
    found = [[s for _, s in run] for _, run in groupby(enumerate(some), key=lambda n: n[1].token - n[0])]
    sure = [run for run in found if max(s.share for s in run) >= SURE]
    return sorted(sure, key=lambda run: -max(s.share for s in run))


def _parties(scene: Scene, run: Sequence[Sign], runs: Sequence[Sequence[Sign]]) -> list[Mention]:
    """The actors marked as parties; of several tellings, each has those nearest to it, if they are two sides."""
    share = {s.token: s.share for s in scene.sentence.signs if s.kind == "party"}
    marked = [m for m in scene.mentions if m.kind in PEOPLE | LAND and _named(scene, m, share)]
    marked = [m for m in marked if not _only_reports(scene, m, run)]
    near = [m for m in marked if min(runs, key=lambda r: _distance(scene, r, m)) is run]
    return near if len({m.country or m.organisation for m in near}) > 1 else marked


def _only_reports(scene: Scene, m: Mention, run: Sequence[Sign]) -> bool:
    """ "*The United Nations says* thousands fled": the subject of a verb of saying above a telling with its own."""
    said = speech_lexicon().verbs
    own = [scene.tokens[i] for i in scene.words_of(m)]
    verbs = {t.head for t in own if t.deprel.startswith("nsubj") and scene.lemma(t.head) in said}
    return any(v in scene.ancestors(s.token) and _has_subject_below(scene, s.token, v) for v in verbs for s in run)


def _has_subject_below(scene: Scene, i: int, verb: int) -> bool:
    """Stands a subject between a word and a verb above it?"""
    between = [i]
    for a in scene.ancestors(i):
        if a == verb:
            break
        between.append(a)
    return any(scene.children(a, "nsubj", "nsubj:pass") for a in between)


def _named(scene: Scene, m: Mention, share: dict[int, float]) -> bool:
    """Are the words of an actor those of a party, on the mean?"""
    words = scene.words_of(m)
    return bool(words) and sum(share.get(i, 0.0) for i in words) >= NAMING * len(words)


def _distance(scene: Scene, run: Sequence[Sign], m: Mention) -> int:
    """Code points between a telling and an actor."""
    at = [scene.tokens[s.token] for s in run]
    return min(max(m.start - t.end, t.start - m.end) for t in at)


def _engagement(scene: Scene, lexicon: EventLexicon, run: Sequence[Sign], parties: Sequence[Mention]) -> Sensed | None:
    """The engagement that a telling makes of its parties; null where they are not two sides."""
    mode, head = mode_of(lexicon, run), headed(scene, lexicon, run)
    if mode is None or head is None:
        return None
    mode = "meeting" if side_by_side(scene, head) else mode
    roles = _visit(scene, head, parties) if mode == "visit" else _together(scene, mode, parties)
    places = [place for r in roles if r.part == "host" and (place := place_of(scene, r.mention))]
    return telling(scene, lexicon, run, head, mode, roles, places)


def mode_of(lexicon: EventLexicon, run: Sequence[Sign]) -> Mode | None:
    """The mode of a telling: that of its surest word."""
    surest = max(run, key=lambda s: s.share)
    return next((k.mode for k in lexicon.types if k.mode == surest.kind), None)


def side_by_side(scene: Scene, head: int) -> bool:
    """ "*Signed* the declaration", "*put their names* to it": who does it with somebody is in one place with them."""
    v = scene.tokens[head].head if scene.tokens[head].deprel == "obj" else head
    done = {scene.lemma(c) for c in scene.children(v, "obj")}
    apart = any(scene.lower(c) in event_lexicon().media for c in scene.subtree(v))
    return scene.lemma(v) in SIGNING and not apart and bool(done & (discourse().papers | NAMES))


def telling(
    scene: Scene,
    lexicon: EventLexicon,
    run: Sequence[Sign],
    head: int,
    mode: Mode,
    roles: Sequence[Role],
    places: list[Place],
) -> Sensed | None:
    """A telling with its cast; null where it is not of two sides that stand for a state or a body."""
    roles = [r for r in roles if r.mention.kind in LAND or speaks_for_state(party(r.mention))]
    people = list({(p.side, p.actor, p.name): p for p in (party(r.mention, r.part) for r in reversed(roles))}.values())
    people.reverse()
    if mode == "visit" and not {"visitor", "host"} <= {p.part for p in people}:
        return None
    if len({p.country or p.organisation for p in people} - {None}) < 2:
        return None
    kind = next(k for k in lexicon.types if k.mode == mode)
    trigger = _trigger(scene, lexicon, kind, head)
    return Sensed(trigger, max(s.share for s in run), mode, roles, people, places)


def _together(scene: Scene, mode: Mode, parties: Sequence[Mention]) -> list[Role]:
    """All alike; lands do not meet or ring up anybody, though they may talk or gather."""
    part: Part = "attendee" if mode == "summit" else "party"
    parties = parties if mode in ("talks", "summit") else [p for p in parties if p.kind not in LAND]
    return [r for p in parties for r in _as(scene, p, part)]


def _visit(scene: Scene, head: int, parties: Sequence[Mention]) -> list[Role]:
    """The first who is somebody goes; the lands named after the telling receive, else somebody of another state."""
    people = [p for p in parties if p.kind not in LAND]
    if not people:
        return []
    own = people[0].country or people[0].organisation
    at = scene.tokens[head].start
    lands = [p for p in parties if leads_to(scene, head, p) and p.country not in (None, own)]
    hosts = lands or [p for p in people if p.start > at and p.kind != "organisation" and p.country not in (None, own)]
    guests = [p for p in people if p not in hosts and (lands or (p.country or p.organisation) == own)]
    if not hosts:
        return []
    return [*(r for p in guests for r in _as(scene, p, "visitor")), *(r for p in hosts for r in _as(scene, p, "host"))]


def _trigger(scene: Scene, lexicon: EventLexicon, kind: EventType, head: int) -> Trigger:
    """The head of a telling as an event word, with the verb that carries a noun ("the trip was *put off*")."""
    if scene.tokens[head].upos in ("VERB", "AUX"):
        return Trigger(kind, head, head, verb=VERB)
    anchor, light, carried = carrier(scene, head, lexicon)
    above = scene.tokens[head].head
    if light is None and above >= 0 and scene.tokens[above].upos == "VERB":
        anchor = above
    return Trigger(kind, head, anchor, noun=NOUN, light=light, carried=carried)


def leads_to(scene: Scene, head: int, p: Mention) -> bool:
    """Is it a land to which a visit leads: one named after its telling, near it or under a preposition of direction?"""
    at = scene.head_of(p)
    behind = p.kind in LAND and p.start > scene.tokens[head].start
    return behind and (at - head <= NEAR or scene.case(at) in TOWARDS)


def _as(scene: Scene, p: Mention, part: Part) -> list[Role]:
    """Those an actor's words stand for, in a part."""
    return [Role(m, part, scene.head_of(p)) for m in scene.meant(p)]


def headed(scene: Scene, lexicon: EventLexicon, run: Sequence[Sign]) -> int | None:
    """The word of a telling that the others hang on, a verb before a noun.

    Verbs of saying and of other acts have frames of their own ("expressed condolences to", "thanked him"); of them only
    those that tell of a visit are taken ("went to", "came on to").
    """
    tokens = [s.token for s in run]
    visit = mode_of(lexicon, run) == "visit"
    tops = [t for t in tokens if scene.tokens[t].head not in tokens] or tokens
    for wanted in (("VERB", "AUX"), ("NOUN", "PROPN")):
        for t in (*tops, *tokens):
            goes = visit and not scene.children(t, "xcomp", "ccomp", "advcl")
            is_other = wanted[0] == "VERB" and not goes and _tells_otherwise(scene, lexicon, t)
            if scene.tokens[t].upos in wanted and not is_other and not _only_wanted(scene, t):
                return _event_noun(scene, lexicon, t)
    return None


def _event_noun(scene: Scene, lexicon: EventLexicon, t: int) -> int:
    """ "*Face-to-face* talks": of the nouns above a word, the one that names an event."""
    for above in (t, *scene.ancestors(t)):
        if scene.tokens[above].upos != "NOUN":
            return t
        if {scene.lemma(above), scene.lower(above)} & lexicon.nouns.keys():
            return above
    return t


def _only_wanted(scene: Scene, t: int) -> bool:
    """ "Received a *request for* the call", "a seat at *any* talks": what was had is no event yet."""
    any_ = any(scene.lower(c) == "any" for c in scene.children(t, "det"))
    return any_ or any(scene.lemma(c) in WANTED for c in (t, *scene.children(t, "obj")))


def _tells_otherwise(scene: Scene, lexicon: EventLexicon, t: int) -> bool:
    lemma, acts = scene.lemma(t), act_lexicon()
    done = lemma in acts.verbs and bool(scene.children(t, "obj", "xcomp", "ccomp"))
    broken = any(scene.lemma(c) in ("relation", "tie", "ambassador", "embassy") for c in scene.children(t, "obj"))
    return lemma in speech_lexicon().verbs or lemma in AVOIDING or broken or (done and lemma not in lexicon.verbs)
