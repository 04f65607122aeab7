"""A second opinion: engagements that no frame tells, where the model takes words for the telling of one.

"Shuttled between X and Y", "sat on either side of Z", "got them on the line": what no list of verbs ends. The model
marks the words that tell and those that name parties (`language/signs.py`); who goes and who receives follows from what
the parties are. It speaks only where the frames are silent on the same sides, and only of two sides that are named.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.actors import PEOPLE
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.status import status_of
from demarche.claims.engagements.telling import LAND, Sensed, headed, mode_of, runs, side_by_side, telling
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Sign
from demarche.model.values import Mode, Part

NAMING = 0.5
"""What share the words of a party must have on the mean."""
TOWARDS = frozenset({"to", "in", "into", "at", "for", "through", "via", "over", "across", "between", "on", "and"})
"""Prepositions of where a visit leads."""
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
"""Prepositions of what is talked of."""
NEAR = 4
"""Words after the telling within which a land is where it leads under any preposition ("back *from* Guatemala")."""


Known = tuple[frozenset[str | None], bool]
"""The sides of an engagement, and whether it is still ahead: two sides who met today may be to meet again."""


def sensed(scene: Scene, lexicon: EventLexicon, known: Sequence[Known], taken: frozenset[int]) -> Iterator[Sensed]:
    """The engagements that the model alone sees.

    `known` are those that the frames have found, `taken` the words that tell of them.
    """
    tellings = runs(scene)
    told = list(known)
    for run in tellings:
        if not taken.isdisjoint(s.token for s in run):
            continue
        found = _engagement(scene, lexicon, run, _parties(scene, run, tellings))
        if found is None:
            continue
        sides, ahead = frozenset(p.side for p in found.people), is_ahead(scene, found.trigger)
        if not any(len(sides & other) > 1 and (then or not ahead) for other, then in told):
            told.append((sides, ahead))
            yield found


def is_ahead(scene: Scene, trigger: Trigger) -> bool:
    """Does the sentence tell it as no fact yet?"""
    return status_of(scene, trigger) != "happened"


def _parties(scene: Scene, run: Sequence[Sign], runs: Sequence[Sequence[Sign]]) -> list[Mention]:
    """The actors marked as parties; of several tellings, each has those nearest to it, if they are two sides."""
    share = {s.token: s.share for s in scene.sentence.signs if s.kind == "party"}
    marked = [m for m in scene.mentions if m.kind in PEOPLE | LAND and _named(scene, m, share)]
    marked = [m for m in marked if not (_only_reports(scene, m, run) or _only_talked_of(scene, m, run))]
    near = [m for m in marked if min(runs, key=lambda r: _distance(scene, r, m)) is run]
    return near if len({m.country or m.organisation for m in near}) > 1 else marked


def _only_reports(scene: Scene, m: Mention, run: Sequence[Sign]) -> bool:
    """ "*The United Nations says* thousands fled": the subject of a verb of saying above a telling with its own."""
    said = speech_lexicon().verbs
    own = [scene.tokens[i] for i in scene.words_of(m)]
    verbs = {t.head for t in own if t.deprel.startswith("nsubj") and scene.lemma(t.head) in said}
    return any(v in scene.ancestors(s.token) and _has_subject_below(scene, s.token, v) for v in verbs for s in run)


def _only_talked_of(scene: Scene, m: Mention, run: Sequence[Sign]) -> bool:
    """ "Talks on the tension *between Washington and Tehran*": who stands inside what is talked of."""
    told = {s.token for s in run}
    for k in (h := scene.head_of(m), *scene.ancestors(h)):
        if k in told:
            return False
        if scene.case(k) in ABOUT and k != h and scene.tokens[k].head in told:
            return True
    return False


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


def leads_to(scene: Scene, head: int, p: Mention) -> bool:
    """Is it a land to which a visit leads: one named after its telling, near it or under a preposition of direction?"""
    at = scene.head_of(p)
    behind = p.kind in LAND and p.start > scene.tokens[head].start
    return behind and (at - head <= NEAR or scene.case(at) in TOWARDS)


def _as(scene: Scene, p: Mention, part: Part) -> list[Role]:
    """Those an actor's words stand for, in a part."""
    return [Role(m, part, scene.head_of(p)) for m in scene.meant(p)]
