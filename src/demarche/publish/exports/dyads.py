"""A panel of pairs and months for statistics: contacts of each pair, with silence told apart from no coverage.

One row for every pair of states that the data hold and every month from the first to the last. A month in which the
store holds no report at all has empty counts; nought means that reports were read and none told of a contact.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.lexicon.scale import codes
from demarche.model import Record
from demarche.model.values import LEVELS, Level
from demarche.publish.editions.selection import sides
from demarche.publish.exports.coded import coded
from demarche.publish.exports.tables.table import columns
from demarche.publish.exports.tables.written import written
from demarche.publish.holdings import Holdings

MODES = {
    "call": "calls",
    "meeting": "meetings",
    "virtual_meeting": "virtual_meetings",
    "visit": "visits",
    "talks": "talks",
    "summit": "summits",
}
COLUMNS = columns(
    string="month a b",
    integer="cow_a cow_b coverage_families contacts " + " ".join(MODES.values()),
    string_2="best_level",
    integer_2="planned cancelled_or_refused verbal_cooperation material_cooperation verbal_conflict material_conflict",
)
QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
COUNTS = tuple(name for name, kind in COLUMNS.items() if kind == "integer" and not name.startswith(("cow", "cover")))


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`dyad_months.csv`."""
    return [written(folder / "dyad_months.csv", COLUMNS, _rows(holdings))]


def _rows(holdings: Holdings) -> Iterator[dict[str, Any]]:
    cells: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    best: dict[tuple[str, str, str], Level] = {}
    for record in holdings.records:
        for key in _keys(record):
            cells[key].update(_counted(record))
            if record.type == "engagement" and record.status == "happened":
                best[key] = min(best.get(key, "unknown"), record.level, key=LEVELS.index)
    coverage = _coverage(holdings)
    months = _months(set(coverage) | {month for month, _, _ in cells})
    for a, b in sorted({(a, b) for _, a, b in cells}):
        for month in months:
            counts = cells.get((month, a, b), Counter())
            seen = coverage.get(month, 0)
            yield {
                "month": month, "a": a, "b": b, "cow_a": _cow(a), "cow_b": _cow(b), "coverage_families": seen,
                **{name: counts[name] if seen or counts else None for name in COUNTS},
                "best_level": best.get((month, a, b)),
            }  # fmt: skip


def _keys(record: Record) -> Iterator[tuple[str, str, str]]:
    """The month and the pair; a gathering of many is no contact of each two, and a rough date has no month."""
    states = [s for s in sides(record) if codes(s)]
    date = record.date
    if len(states) == 2 and not record.generic and date and date.start and date.precision in ("day", "week", "month"):
        yield date.start[:7], states[0], states[1]


def _counted(record: Record) -> Iterator[str]:
    if record.type == "engagement" and record.status == "happened":
        yield "contacts"
        if record.mode in MODES:
            yield MODES[record.mode]
    if record.status in ("planned", "expected"):
        yield "planned"
    if record.status in ("cancelled", "refused"):
        yield "cancelled_or_refused"
    event = coded(record)
    if event is not None and record.status in ("happened", "ongoing"):
        yield QUADS[event.quad]


def _coverage(holdings: Holdings) -> Counter[str]:
    """Families a month, by the first publication of each."""
    first: dict[str, str] = {}
    for document in holdings.documents:
        if document.published:
            family = document.family or document.id
            first[family] = min(first.get(family, "9999"), document.published[:7])
    return Counter(first.values())


def _months(known: set[str]) -> list[str]:
    """Every month from the first to the last that anything is known of."""
    if not known:
        return []
    year, month = map(int, min(known).split("-"))
    found = []
    while (current := f"{year:04}-{month:02}") <= max(known):
        found.append(current)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _cow(alpha3: str) -> int | None:
    row = codes(alpha3)
    return row.cow if row else None
