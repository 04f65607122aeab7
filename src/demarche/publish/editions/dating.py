"""Days -> words: *29 July 2022*, *25–31 July 2022*, *July 2022*, and nothing that is not known."""

from datetime import date, timedelta

from demarche.model import Record, When

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

WEEKLY = 10
"""A date of up to so many days belongs to the week of its first day; a rougher one to no week."""


def day(iso: str) -> str:
    """*29 July 2022*."""
    d = date.fromisoformat(iso)
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def short(iso: str) -> str:
    """*Fri 29 July 2022*."""
    return f"{DAYS[date.fromisoformat(iso).weekday()]} {day(iso)}"


def span(first: str, last: str) -> str:
    """*25–31 July 2022*, *27 July – 5 August 2022*; what the two days share is said once."""
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    if a == b:
        return day(first)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{b.day} {MONTHS[b.month - 1]} {b.year}"
    start = f"{a.day} {MONTHS[a.month - 1]}" + (f" {a.year}" if a.year != b.year else "")
    return f"{start} – {day(last)}"


def brief(first: str, last: str) -> str:
    """*25–31 Jul*, *30 May – 5 Jun*: for a list of weeks, in which the year would be said too often."""
    a, b = date.fromisoformat(first), date.fromisoformat(last)
    end = f"{b.day} {MONTHS[b.month - 1][:3]}"
    return f"{a.day}–{end}" if a.month == b.month else f"{a.day} {MONTHS[a.month - 1][:3]} – {end}"


def when(record: Record) -> str:
    """When it takes place; without a date, when it was reported, and said so."""
    told = _told(record.date) if record.date else None
    if told:
        return told
    seen = reported(record)
    return f"no day given; reported {day(seen)}" if seen else "no day given"


def reported(record: Record) -> str | None:
    """The day on which its present status was first reported: of what took place, not of the plan before it."""
    days = [e.as_of for e in record.status_history if e.as_of and e.status == record.status]
    return min(days, default=record.first_seen)


def _told(at: When) -> str | None:
    if at.start is None or at.end is None:
        edge = at.start or at.end
        return f"{'from' if at.start else 'until'} {day(edge)}" if edge else None
    a, b = date.fromisoformat(at.start), date.fromisoformat(at.end)
    if at.precision == "year" and (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if at.precision in ("month", "quarter") and a.day == 1 and (b + timedelta(1)).day == 1:
        return _months(a, b)
    if a == b:
        return short(at.start) if at.precision == "day" else f"about {day(at.start)}"
    return f"{'about ' if at.precision == 'approx' else ''}{span(at.start, at.end)}"


def _months(a: date, b: date) -> str:
    first, last = MONTHS[a.month - 1], f"{MONTHS[b.month - 1]} {b.year}"
    return last if (a.year, a.month) == (b.year, b.month) else f"{first}–{last}"


def firm(record: Record) -> tuple[str, str] | None:
    """The days of a record if they are known well enough to belong to a week."""
    at = record.date
    if at is None or at.start is None or at.end is None:
        return None
    days = (date.fromisoformat(at.end) - date.fromisoformat(at.start)).days + 1
    return (at.start, at.end) if days <= WEEKLY else None


def monday(iso: str) -> date:
    """The first day of the ISO week of a day."""
    d = date.fromisoformat(iso)
    return d - timedelta(d.weekday())
