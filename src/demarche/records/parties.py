"""The participants that claims name -> who took part: each person and each side once, by what most claims say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from demarche.lexicon.names import key
from demarche.model import Participant
from demarche.model.values import LEVELS, Level
from demarche.records.people import Person, person, same, side

T = TypeVar("T", bound=str)


def parties(told: Iterable[Participant]) -> tuple[Participant, ...]:
    """Everybody once. Those told of most stand first; a bare state stands only where nobody of it is known."""
    groups: list[list[Participant]] = []
    for p in sorted((p for p in told if _known(p)), key=_specific):
        home = next((g for g in groups if _belongs(p, g)), None)
        if home is None:
            groups.append([p])
        else:
            home.append(p)
    merged = sorted(((-len(g), _order(one), one) for g in groups if (one := _merged(g))), key=lambda m: m[:2])
    return tuple(one for *_, one in merged)


def _known(p: Participant) -> bool:
    """Do the words give anything of them but that there was somebody?"""
    return any((p.actor, p.name, p.role, p.country, p.organisation))


def _specific(p: Participant) -> tuple[int, int, tuple[str, ...]]:
    """Known persons first, then named ones, then offices, then bare sides; among equals the longer name."""
    known = person(p)
    rank = 3 if known is None else 2 if not known.named else 0 if known.actor else 1
    return (rank, -len(p.name or ""), _order(p))


def _order(p: Participant) -> tuple[str, ...]:
    given = (p.country, p.organisation, p.actor, p.name, p.role, p.part, p.level, p.attendance)
    return tuple(g or "" for g in given)


def _belongs(p: Participant, group: Sequence[Participant]) -> bool:
    first = group[0]
    if (side(p) or _alone(p)) != (side(first) or _alone(first)):
        return False
    mine, theirs = person(p), person(first)
    if mine is None:
        return True
    return theirs is not None and _one(mine, theirs)


def _alone(p: Participant) -> str:
    return f"name {key(p.name)}" if p.name else f"role {p.role}"


def _one(a: Person, b: Person) -> bool:
    return same(a, b) if a.named and b.named else a.level == b.level or "unknown" in (a.level, b.level)


def _merged(group: Sequence[Participant]) -> Participant:
    """What most say of somebody, field by field; `party` and `unknown` give way to anything that says more."""
    people = [p for p in group if person(p)] or group
    return Participant(
        actor=group[0].actor or _most(p.actor for p in people),
        name=_most(p.name for p in people),
        role=_most(p.role for p in people),
        country=_most(p.country for p in group),
        organisation=_most(p.organisation for p in group),
        part=_most(p.part for p in group if p.part != "party") or "party",
        level=_most(p.level for p in people if p.level != "unknown") or "unknown",
        attendance=_most(p.attendance for p in group),
    )


def _most(values: Iterable[T | None]) -> T | None:
    """The value given most often; among equals the longer, then the first in the alphabet. Null without any."""
    counted = Counter(v for v in values if v is not None)
    return min(counted, key=lambda v: (-counted[v], -len(v), v), default=None)


def matched_level(people: Iterable[Participant]) -> Level:
    """The level at which two sides met: the lower of their highest (with more sides, the second highest of all)."""
    best: dict[str, int] = {}
    for p in people:
        party = p.side
        if party is not None and p.attendance not in ("absent", "excluded"):
            rank = LEVELS.index(p.level)
            best[party] = min(best.get(party, rank), rank)
    ranks = sorted(best.values())
    return LEVELS[ranks[1]] if len(ranks) > 1 else "unknown"
