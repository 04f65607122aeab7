"""The entries of an edition along its days: one row for each pair of parties, one mark for each engagement."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from demarche.model import Record
from demarche.publish.editions.dating import MONTHS, day, firm
from demarche.publish.editions.drawn import Kind, Mark, Timeline, TimelineRow
from demarche.publish.editions.nouns import Entry, Week

ROWS, FEWEST = 12, 6
"""Rows at most, and marks without which a drawing says less than the list."""
KINDS: tuple[Kind, ...] = ("happened", "ahead", "off")
TICKS = 8


def timeline(weeks: Sequence[Week], records: Mapping[str, Record]) -> Timeline | None:
    """The pairs with most engagements on known days; null where there are too few to draw."""
    held: dict[str, list[tuple[str, Kind, Entry]]] = {}
    for week in weeks:
        for section in (s for s in week.sections if s.kind in KINDS):
            for pair in section.pairs:
                dated = [(d[0], section.kind, e) for e in pair.entries if (d := firm(records[e.record]))]
                held.setdefault(pair.title, []).extend(dated)
    every = [d for own in held.values() for d, *_ in own]
    if len(every) < FEWEST:
        return None
    first, last = min(every), max(every)
    order = sorted((t for t in held if held[t]), key=lambda t: (-len(held[t]), t))
    rows = tuple(
        TimelineRow(title=title, marks=tuple(_mark(*one, first, last) for one in sorted(held[title], key=_by_day)))
        for title in order[:ROWS]
    )
    return Timeline(first=first, last=last, ticks=tuple(_ticks(first, last)), rows=rows, left_out=len(order[ROWS:]))


def _by_day(one: tuple[str, Kind, Entry]) -> tuple[str, str]:
    return one[0], one[2].record


def _mark(at: str, kind: Kind, entry: Entry, first: str, last: str) -> Mark:
    return Mark(at=_share(at, first, last), day=day(at), kind=kind, record=entry.record, headline=entry.headline)


def _share(at: str, first: str, last: str) -> float:
    """How far along the days, from 0 to 1."""
    start, end, here = map(date.fromisoformat, (first, last, at))
    return round((here - start).days / max((end - start).days, 1), 4)


def _ticks(first: str, last: str) -> list[tuple[float, str]]:
    """The beginnings of months, as many as can be read; of a period inside one month, its ends."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    months = []
    at = start.replace(day=1)
    while at <= end:
        if at >= start:
            months.append(at)
        at = (at + timedelta(32)).replace(day=1)
    if len(months) < 2:
        return [(0.0, day(first)), (1.0, day(last))] if first != last else [(0.0, day(first))]
    step = -(-len(months) // TICKS)
    return [(_share(m.isoformat(), first, last), f"{MONTHS[m.month - 1][:3]} {m.year}") for m in months[::step]]
