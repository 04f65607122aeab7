"""Contacts of a state in focus -> a map of partner by month: how high the contact was, and where nothing was read."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from demarche.model.values import LEVELS, Level
from demarche.network import Contact, contacts
from demarche.publish.editions.drawn import Heat, HeatRow
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import named

STATES, PARTNERS, MONTHS = 3, 15, 12
"""States of an edition that get a map, and what it shows at most."""


def heat(material: Material, choice: Choice, focus: Sequence[str]) -> tuple[Heat, ...]:
    """A map for each state in focus that met anybody; without a focus none, for it would be about nobody."""
    if not focus:
        return ()
    coverage = _coverage(material)
    last = choice.until or max(coverage, default=None)
    if last is None:
        return ()
    months = _months(last[:7], min(coverage, default=last[:7]))
    met = contacts(material.records)
    found = (_map(state, [c for c in met if state in (c.a, c.b)], months, coverage) for state in focus[:STATES])
    return tuple(h for h in found if h.rows)


def _map(state: str, own: Sequence[Contact], months: Sequence[str], coverage: dict[str, int]) -> Heat:
    held: dict[str, dict[str, Level]] = defaultdict(dict)
    for c in own:
        month, partner = c.first[:7], c.partner(state)
        if month in months:
            held[partner][month] = min(held[partner].get(month, "unknown"), c.level, key=LEVELS.index)
    order = sorted(held, key=lambda p: (-len(held[p]), named(p)))
    rows = tuple(HeatRow(side=p, name=named(p), cells=tuple(held[p].get(m) for m in months)) for p in order[:PARTNERS])
    return Heat(
        state=state, name=named(state), months=tuple(months), rows=rows,
        coverage=tuple(coverage.get(m, 0) for m in months), left_out=max(0, len(order) - PARTNERS),
    )  # fmt: skip


def _coverage(material: Material) -> dict[str, int]:
    """Reports (families) by the month of their first publication."""
    family = {d: f.id for f in material.families for d in f.documents}
    first: dict[str, str] = {}
    for d in material.documents.values():
        if d.published:
            key = family.get(d.id, d.id)
            first[key] = min(first.get(key, "9999"), d.published[:7])
    count: dict[str, int] = defaultdict(int)
    for month in first.values():
        count[month] += 1
    return dict(count)


def _months(last: str, first: str) -> list[str]:
    """The months up to the last, a year of them at most, none before the first that was read."""
    at = date.fromisoformat(f"{last}-01")
    found: list[str] = []
    while len(found) < MONTHS and at.isoformat()[:7] >= first:
        found.append(at.isoformat()[:7])
        at = (at - timedelta(1)).replace(day=1)
    return found[::-1]
