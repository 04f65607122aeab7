"""Material -> edition. Nothing here knows how an edition will look."""

from collections.abc import Iterable, Sequence

from demarche.model import Record
from demarche.publish.editions.acts import is_told
from demarche.publish.editions.asserted import tested
from demarche.publish.editions.boxes import boxes, by_record, numbered
from demarche.publish.editions.changes import gone
from demarche.publish.editions.courses import courses
from demarche.publish.editions.dating import day, span
from demarche.publish.editions.entries import Desk
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.ground import ground
from demarche.publish.editions.heat import heat
from demarche.publish.editions.nouns import Changed, Coverage, Edition, Entry, Week
from demarche.publish.editions.panel import panel
from demarche.publish.editions.quantities import quantities
from demarche.publish.editions.sayings import sayings
from demarche.publish.editions.sections import weeks
from demarche.publish.editions.selection import Choice, kind, rank
from demarche.publish.editions.stands import stands
from demarche.publish.editions.timeline import timeline
from demarche.publish.editions.turned import turned
from demarche.publish.material import Material
from demarche.publish.names import country, named

TITLE = "Diplomatic digest"
LONG, LEAD = 12, 5
"""From so many entries on, so many stand at the top."""


def compose(
    material: Material,
    *,
    since: str | None = None,
    until: str | None = None,
    focus: Iterable[str] = (),
    title: str = TITLE,
) -> Edition:
    """The edition of a period and some countries; of everything by default."""
    order = tuple(dict.fromkeys(country(c) for c in focus))
    choice = Choice(since, until, frozenset(order))
    shown = sorted((r for r in material.records if choice.takes(r)), key=rank)
    behind = _texts(shown, material)
    told = _texts((r for r in shown if is_told(r)), material)
    if not material.records and not order:
        told = frozenset(material.documents)
    chosen = numbered(material.differences, behind if since or until or order else None)
    notes = Footnotes(material.documents)
    desk = Desk(material, notes, by_record(chosen, material.records))
    parts = weeks(shown, order, material.documents, desk.entry)
    coverage = ground(material, shown)
    entries = _entries(parts)
    return Edition(
        title=title,
        period=_period(since, until, coverage),
        since=since,
        until=until,
        focus=order,
        focus_names=tuple(named(c) for c in order),
        lead=_lead(shown, entries),
        weeks=tuple(w for w in parts if w.first),
        loose=tuple(w for w in parts if not w.first),
        changed=_changed(material, entries),
        sayings=sayings(material, choice, told, notes),
        timeline=timeline(parts, {r.id: r for r in shown}),
        courses=courses(material, choice, frozenset(e.record for e in entries), notes),
        positions=stands(material, choice, told, notes),
        turned=turned(material, choice, notes),
        figures=quantities(material, choice, told, notes),
        boxes=boxes(chosen, material, notes),
        panel=panel(material.measures, choice),
        heat=heat(material, choice, order),
        tested=tested(material, choice, notes),
        coverage=coverage,
        notes=notes.all(),
    )


def _texts(records: Iterable[Record], material: Material) -> frozenset[str]:
    """The documents that records rest on."""
    return frozenset(c.document for r in records for id in r.claims if (c := material.claims.get(id)))


def _period(since: str | None, until: str | None, coverage: Coverage) -> str:
    """The days asked for; where none were, those of the texts."""
    first, last = since or coverage.first, until or coverage.last
    if first and last and first <= last:
        return span(first, last)
    return f"from {day(first)}" if first else f"until {day(last)}" if last else "texts without a date"


def _lead(shown: Sequence[Record], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The foremost entries of a longer edition: known levels only, nothing generic, no captions, no act."""
    if len(entries) < LONG:
        return ()
    foremost = [r.id for r in shown if r.level != "unknown" and kind(r) in ("happened", "ahead", "off")]
    of = {e.record: e for e in entries if e.week and not e.caption}
    return tuple(of[id] for id in foremost if id in of)[:LEAD]


def _changed(material: Material, entries: Sequence[Entry]) -> Changed | None:
    if material.seen is None:
        return None
    return Changed(
        since=day(material.seen_on) if material.seen_on else "the last digest",
        new=sum(e.change == "new" for e in entries),
        updated=sum(e.change == "updated" for e in entries),
        gone=gone(material.records, material.seen),
        moved=tuple(e for e in entries if e.change == "moved"),
    )


def _entries(parts: Sequence[Week]) -> list[Entry]:
    return [e for w in parts for s in w.sections for e in s.entries]
