"""A second opinion on who takes part, where the sentence of a telling does not name two sides.

"The two generals are due to talk again on Monday", "landed in Honiara with a delegation of eight": the network takes
words for a telling (`telling.py`), the frames found no two sides for them. Every side named around is weighed by its
signs (`links.py`); those more likely than not take part, if they are two.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from demarche.claims.acts.standing import speaks_for_state
from demarche.claims.engagements.links import Candidate, candidates, signs
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.sensed import TOWARDS, leads_to
from demarche.claims.engagements.status import status_of
from demarche.claims.engagements.telling import LAND, Sensed, headed, mode_of, runs, telling
from demarche.claims.parties import party, place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.lexicon.links import links
from demarche.model import Engagement, Mention, Participant, Place
from demarche.model.values import Mode, Part

TAKES_PART = 0.5
"""The share from which a side takes part."""
PAIR, MORE = 2, 0.6
"""Beyond two sides, which is the rule, the share from which another takes part."""
LIKELY = 0.7
"""The share from which a state is that of somebody in office who has none."""
TOGETHER = 0.4
"""What the shares of the two likeliest sides must make, multiplied."""


HOMEWARD = frozenset({"home", "back", "away"})
"""Where whoever leaves goes."""


class _Side(msgspec.Struct, frozen=True):
    """A candidate, and how likely it takes part."""

    own: Candidate
    share: float


def linked(
    scene: Scene,
    lexicon: EventLexicon,
    taken: frozenset[int],
    before: Sequence[Scene],
    after: Sequence[Scene],
    told: Sequence[Engagement],
) -> Iterator[Sensed]:
    """The engagements whose telling the model sees, and whose sides stand elsewhere.

    `taken` are the words of those already found, `told` the document's earlier engagements: what only tells one of them
    again is none.
    """
    everybody: list[Candidate] | None = None
    for run in runs(scene):
        if not taken.isdisjoint(s.token for s in run):
            continue
        head, mode = headed(scene, lexicon, run), mode_of(lexicon, run)
        if head is None or mode is None:
            continue
        everybody = candidates(scene, before, after) if everybody is None else everybody
        sides = _taking_part(scene, head, mode, everybody)
        roles, places = _cast(scene, mode, head, sides)
        found = telling(scene, lexicon, run, head, mode, roles, places)
        if found and not _again(scene, found, told):
            yield found


def completed(
    scene: Scene, token: int, mode: Mode, people: Sequence[Participant], before: Sequence[Scene], after: Sequence[Scene]
) -> list[Participant]:
    """Those who take part in an event whose words leave a side open ("truce talks in Doha"), and who likely does."""
    if scene.document.official_of is not None:
        return list(people)
    everybody = candidates(scene, before, after)
    known = {p.side for p in people}
    sides = _taking_part(scene, token, mode, everybody)
    roles = [_role(scene, s.own, "party") for s in sides if s.own.side not in known]
    return [*people, *(party(r.mention, r.part) for r in roles if speaks_for_state(party(r.mention)))]


def likely(
    scene: Scene,
    token: int,
    mode: Mode,
    without: Collection[str | None],
    before: Sequence[Scene],
    after: Sequence[Scene],
) -> str | None:
    """The one state that most likely takes part beside those that are known to; null where none is likely enough."""
    everybody = candidates(scene, before, after)
    weighed = zip(everybody, signs(scene, token, mode, everybody), strict=True)
    found = [c.side for c, own in weighed if c.side not in without and _is_state(c) and _share(own) >= LIKELY]
    return found[0] if len(found) == 1 else None


def _taking_part(scene: Scene, head: int, mode: Mode, everybody: Sequence[Candidate]) -> list[_Side]:
    """The sides that take part, likeliest first; none where the second is too doubtful."""
    shares = [_share(own) for own in signs(scene, head, mode, everybody)]
    sides = [_Side(c, share) for c, share in zip(everybody, shares, strict=True) if share >= TAKES_PART]
    sides.sort(key=lambda s: -s.share)
    sides = [s for n, s in enumerate(sides) if n < PAIR or s.share >= MORE]
    return sides if len(sides) > 1 and sides[0].share * sides[1].share >= TOGETHER else []


def _share(own: Iterable[str]) -> float:
    weights = links()
    return 1 / (1 + math.exp(-weights[""] - sum(weights.get(sign, 0.0) for sign in own)))


def _cast(scene: Scene, mode: Mode, head: int, sides: Sequence[_Side]) -> tuple[list[Role], list[Place]]:
    """Everybody in a part. A visit leads to the lands named beside its telling."""
    part: Part = "attendee" if mode == "summit" else "party"
    if mode == "summit" and any(s.own.here and not _is_state(s.own) for s in sides):
        sides = [s for s in sides if s.own.here]  # a body's own summit: those elsewhere in the text are other matters
    if mode != "visit":
        return [_role(scene, s.own, part) for s in sides], []
    hosts = _gone_to(scene, head, sides)
    guests = [s for s in sides if s not in hosts]
    if not hosts or not guests:
        return [], []
    places = [p for s in hosts for n in s.own.here if (p := place_of(scene, n.mention))]
    return [*(_role(scene, s.own, "visitor") for s in guests), *(_role(scene, s.own, "host") for s in hosts)], places


def _is_state(own: Candidate) -> bool:
    return any(n.meant.country == own.side for n in own.named)


def _gone_to(scene: Scene, head: int, sides: Sequence[_Side]) -> list[_Side]:
    """The lands named beside the telling; of "the state visit", the one side that only the text around names.

    Else the lands somebody is said to be in ("was in Bamako *on his first trip*"); else whoever does not come.
    """
    lands = [s for s in sides if any(leads_to(scene, head, n.mention) for n in s.own.here)]
    bare = [s for s in lands if all(n.mention.kind in LAND for n in s.own.here)]
    away = [s for s in sides if not s.own.here and scene.tokens[head].upos == "NOUN"]
    found = bare or lands[-1:] or (away if len(away) == 1 else [])
    return found or _stayed_in(scene, sides) or _without_guest(scene, head, sides)


def _stayed_in(scene: Scene, sides: Sequence[_Side]) -> list[_Side]:
    """The sides that the sentence names as places alone, under a preposition of direction."""
    return [s for s in sides if s.own.here and all(_is_direction(scene, n.mention) for n in s.own.here)]


def _is_direction(scene: Scene, m: Mention) -> bool:
    return m.kind in LAND and scene.case(scene.head_of(m)) in TOWARDS


def _without_guest(scene: Scene, head: int, sides: Sequence[_Side]) -> list[_Side]:
    """Of two sides the one that is not the owner of the coming ("*his* visit", "a visit *by* her"), nor its subject."""
    owners = {c for c in scene.children(head, "nmod:poss", "nmod") if scene.case(c) in ("", "by")}
    owners -= {c for c in owners if scene.tokens[c].upos == "PRON" and scene.mention(c) is None}
    doers = {c for t in (head, *scene.ancestors(head)) for c in scene.children(t, "nsubj", "nmod:poss")}
    guests = _named_by(scene, owners or doers, sides)
    home = any(scene.lower(c) in HOMEWARD for c in scene.children(head, "advmod", "advcl", "obl"))
    return [s for s in sides if s not in guests] if len(sides) == PAIR and len(guests) == 1 and not home else []


def _named_by(scene: Scene, words: Collection[int], sides: Sequence[_Side]) -> list[_Side]:
    """The sides that some of these words head."""
    return [s for s in sides if any(scene.head_of(n.mention) in words for n in s.own.here)]


def _role(scene: Scene, own: Candidate, part: Part) -> Role:
    """A side by its words in the sentence, else by those nearest; somebody in office before a bare name."""
    named = [*own.here, own.nearest, *own.named]
    people = [n for n in named if n.mention.kind not in LAND and speaks_for_state(party(n.meant))]
    chosen = next(iter(people), named[0])
    return Role(chosen.meant, part, scene.head_of(chosen.mention) if chosen.back == 0 else 0)


def _again(scene: Scene, found: Sensed, told: Sequence[Engagement]) -> bool:
    """Is it only told again: the same sides, no other day in the sentence, and as much of a fact?"""
    ahead = status_of(scene, found.trigger) != "happened"
    sides = {p.side for p in found.people}
    same = [e for e in told if sides <= {p.side for p in e.participants}]
    days = {t.first for t in scene.times if t.first}
    same = [e for e in same if ahead == (e.status != "happened")]
    return any(not days or (e.date is not None and e.date.start in days) for e in same)
