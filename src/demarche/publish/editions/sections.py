"""Records -> weeks, and in each its sections and pairs of parties."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from demarche.model import Document, Record
from demarche.publish.editions.acts import HEADINGS, MOST, worth_telling
from demarche.publish.editions.dating import reported, span
from demarche.publish.editions.drawn import Kind
from demarche.publish.editions.nouns import Entry, Pair, Section, Week
from demarche.publish.editions.selection import ROUGH, UNDATED, kind, part, rank, sides
from demarche.publish.names import named

TITLES: dict[Kind, str] = {
    "happened": "Took place",
    "ahead": "Planned and expected",
    "off": "Cancelled, refused, denied or disputed",
    "cooperation": "Agreed, supported, given",
    "demands": "Demanded, criticised, refused",
    "conflict": "Sanctions, coercion, force",
    "general": "Told of in general terms, not counted",
}
COUNTED: dict[Kind, tuple[str, str]] = {
    "happened": ("engagement took place", "engagements took place"),
    "ahead": ("planned or expected", "planned or expected"),
    "off": ("off or in dispute", "off or in dispute"),
    "cooperation": ("act of cooperation", "acts of cooperation"),
    "demands": ("demand or accusation", "demands and accusations"),
    "conflict": ("act of conflict", "acts of conflict"),
    "general": ("told of in general terms", "told of in general terms"),
}
LOOSE = {
    ROUGH: ("Known only roughly", "the texts give a month, a season or a longer stretch"),
    UNDATED: ("Date unknown", "neither the event nor the text that tells of it carries a date"),
}
ANCHOR = 3
"""With more parties than these a record stands under its forum, not under its pair."""

Write = Callable[[Record], Entry]


def weeks(
    records: Iterable[Record], focus: Sequence[str], documents: Mapping[str, Document], write: Write
) -> tuple[Week, ...]:
    """The weeks in order, and after them what belongs to none."""
    parts: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        parts[part(record)].append(record)
    order = sorted(parts, key=lambda p: ((ROUGH, UNDATED).index(p) + 1 if p in LOOSE else 0, p))
    found = (_week(p, parts[p], focus, documents, write) for p in order)
    return tuple(w for w in found if w.sections)


def _week(
    name: str, records: Sequence[Record], focus: Sequence[str], documents: Mapping[str, Document], write: Write
) -> Week:
    sections = tuple(_sections(records, focus, write))
    told = [f"{(n := len(s.entries))} {COUNTED[s.kind][n != 1]}" for s in sections]
    if name in LOOSE:
        title, subtitle = LOOSE[name]
        return Week(id=name, title=title, subtitle=subtitle, summary=" · ".join(told), sections=sections)
    monday = date.fromisoformat(name)
    last = (monday + timedelta(6)).isoformat()
    year, number, _ = monday.isocalendar()
    read = sum(1 for d in documents.values() if d.published and name <= d.published <= last)
    told.append(f"{read} {'document' if read == 1 else 'documents'} of that week read")
    return Week(
        id=f"{year}-W{number:02}", title=f"Week {number}", subtitle=span(name, last), first=name, last=last,
        summary=" · ".join(told), sections=sections,
    )  # fmt: skip


def _sections(records: Sequence[Record], focus: Sequence[str], write: Write) -> Iterable[Section]:
    for k, title in TITLES.items():
        own = sorted((r for r in records if kind(r) == k), key=rank)
        told = own if k not in HEADINGS.values() else [r for r in own if worth_telling(r)][:MOST]
        if told:
            yield Section(kind=k, title=title, pairs=_pairs(told, focus, write), more=len(own) - len(told))


def _pairs(records: Sequence[Record], focus: Sequence[str], write: Write) -> tuple[Pair, ...]:
    """In the order of each pair's first record; within a pair by day."""
    groups: dict[tuple[str, ...], list[Record]] = {}
    for record in records:
        groups.setdefault(_parties(record, focus), []).append(record)
    return tuple(
        Pair(title=_title(parties), sides=parties, entries=tuple(write(r) for r in sorted(own, key=_by_day)))
        for parties, own in groups.items()
    )


def _parties(record: Record, focus: Sequence[str]) -> tuple[str, ...]:
    """The parties a record stands under, those in focus first; a forum stands under its own name."""
    found = sides(record)
    if record.event_name and (len(found) > ANCHOR or record.mode == "summit"):
        return (f"forum:{record.event_name}",)
    if len(found) > ANCHOR:
        return ("several",)
    return tuple(sorted(found, key=lambda s: (s not in focus, named(s))))


def _title(parties: tuple[str, ...]) -> str:
    if not parties:
        return "Parties not named"
    if parties == ("several",):
        return "Several parties"
    return " – ".join(p.removeprefix("forum:") if p.startswith("forum:") else named(p) for p in parties)


def _by_day(record: Record) -> tuple[str, tuple[int, int, int, str, str]]:
    at = record.date
    return ((at.start or at.end or "") if at else reported(record) or "9999", rank(record))
