"""Positions -> turns: a party that took one stance towards something, and later another, with the words of both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from demarche.lexicon.names import key
from demarche.model import Position
from demarche.model.values import Stance
from demarche.network.parties import sides

FIRM: frozenset[Stance] = frozenset({"supports", "opposes"})
"""A turn leads from or to one of these: from *mixed* to *non-committal* nobody moved."""
LITTLE = frozenset({"it", "this", "that", "them", "these", "those", "its", "their", "the", "a", "an"})


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What a party's stance towards something was, and what it became; the days are the words', else the texts'."""

    party: tuple[str, ...]
    target: str
    before: Position
    after: Position
    before_day: str
    after_day: str


def turns(positions: Iterable[Position], published: Mapping[str, str | None]) -> tuple[Turn, ...]:
    """All of them, by the day of the change. Only what a party itself, or a text in its own words, is said to hold."""
    held: dict[tuple[tuple[str, ...], str], list[tuple[str, Position]]] = defaultdict(list)
    for p in positions:
        day = (p.date.start if p.date else None) or published.get(p.document)
        party, about = tuple(sorted(sides(p.actors))), _about(p)
        if day and party and about:
            held[party, about].append((day, p))
    found = [t for (party, _), own in held.items() for t in _turns(party, own)]
    return tuple(sorted(found, key=lambda t: (t.after_day, t.party, t.target, t.after.id)))


def _about(p: Position) -> str:
    """What a position is towards, so that two wordings of one thing meet; empty for a mere pronoun."""
    words = [w for w in key(" ".join(x for x in (p.target, p.about) if x)).split() if w not in LITTLE]
    return " ".join(words) if len(words) > 1 or any(w[:1].isupper() for w in (p.target or "").split()) else ""


def _turns(party: tuple[str, ...], own: list[tuple[str, Position]]) -> Iterator[Turn]:
    """From one day to a later one on which another stance is told, and no longer the one of before."""
    by_day: dict[str, list[Position]] = defaultdict(list)
    for day, p in own:
        by_day[day].append(p)
    last: tuple[str, Position] | None = None
    for day in sorted(by_day):
        stances = {p.stance for p in by_day[day]}
        if len(stances) > 1:
            continue  # told in two ways on one day: a dispute between texts, and no turn
        first = min(by_day[day], key=lambda p: (-p.confidence, p.id))
        if last and first.stance != last[1].stance and FIRM & {first.stance, last[1].stance}:
            yield Turn(party=party, target=_told(first), before=last[1], after=first, before_day=last[0], after_day=day)
        last = (day, first)


def _told(p: Position) -> str:
    return " ".join(" – ".join(w for w in (p.target, p.about) if w).split())
