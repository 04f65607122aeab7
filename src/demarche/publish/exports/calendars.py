"""Planned engagements as a calendar (iCalendar, RFC 5545), for the desk that has to be there."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.model import Record, UsageError
from demarche.publish.exports.coded import words
from demarche.publish.exports.files import fresh
from demarche.publish.exports.pictures import headline
from demarche.publish.holdings import Holdings
from demarche.publish.names import person

if TYPE_CHECKING:
    from icalendar import Event

AHEAD = frozenset({"planned", "expected", "postponed", "cancelled"})
STATUS = {"planned": "CONFIRMED", "expected": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`planned.ics`: whole days; an engagement of which no day is known has no place in a calendar."""
    try:
        from icalendar import Calendar
    except ImportError as e:
        raise UsageError("this format needs icalendar: pip install 'demarche[exports]'") from e
    calendar = Calendar()
    calendar.add("prodid", "-//demarche//planned engagements//EN")
    calendar.add("version", "2.0")
    for record in holdings.records:
        if record.type == "engagement" and record.status in AHEAD and not record.generic and _days(record):
            calendar.add_component(_event(record))
    path = folder / "planned.ics"
    with fresh(path) as file:
        file.write(calendar.to_ical())
    return [path]


def _days(record: Record) -> tuple[date, date] | None:
    at = record.date
    if at is None or at.start is None or at.precision not in ("day", "week"):
        return None
    return date.fromisoformat(at.start), date.fromisoformat(at.end or at.start)


def _event(record: Record) -> "Event":
    from icalendar import Event

    first, last = _days(record) or (date.min, date.min)
    event = Event()
    event.add("uid", f"{record.id}@demarche")
    event.add("dtstamp", _stamp(record))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", headline(record))
    event.add("status", STATUS[record.status])
    if record.place:
        event.add("location", record.place.name)
    said = [words(record)]
    event.add("description", "\n".join(["; ".join(map(person, record.participants)), *said]))
    return event


def _stamp(record: Record) -> datetime:
    """When it last changed, so that the file of an unchanged store is the same each time."""
    day = date.fromisoformat(record.last_change or record.first_seen or "1970-01-01")
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
