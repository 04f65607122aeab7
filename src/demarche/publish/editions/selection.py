"""Which records belong to an edition, and to which part of it.

A record is taken by the day of the event; by the day of its first report if the event's day is not known; and always if
neither is: leaving it out would invent a day. What lies ahead or was called off is news on the day it is reported, so
it is also taken by that.
"""

from collections.abc import Iterable

import msgspec

from demarche.model import BadValue, Record
from demarche.model.values import LEVELS, check_day
from demarche.publish.editions.acts import heading
from demarche.publish.editions.dating import firm, monday, reported
from demarche.publish.editions.drawn import Kind

HAPPENED = frozenset({"happened", "ongoing"})
OFF = frozenset({"cancelled", "refused", "denied", "disputed"})

ROUGH, UNDATED = "rough", "undated"


class Choice(msgspec.Struct, frozen=True):
    """What is asked for: days (both included) and countries (alpha-3); empty means all."""

    since: str | None = None
    until: str | None = None
    focus: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        check_day(self.since, "since")
        check_day(self.until, "until")
        if self.since and self.until and self.until < self.since:
            raise BadValue(f"an edition cannot end ({self.until}) before it begins ({self.since})")

    def holds(self, first: str, last: str) -> bool:
        """Does any of these days fall into the period?"""
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)

    def takes(self, record: Record) -> bool:
        """Does the record belong to the edition?"""
        return self._in_focus(sides(record)) and self._in_period(record)

    def _in_focus(self, parties: Iterable[str]) -> bool:
        return not self.focus or not self.focus.isdisjoint(parties)

    def _in_period(self, record: Record) -> bool:
        if record.status not in HAPPENED and any(self.holds(d, d) for d in _told(record)):
            return True
        at = record.date
        if at is not None and (at.start or at.end):
            return self.holds(at.start or at.end or "", at.end or "9999-12-31")
        seen = reported(record)
        return seen is None or self.holds(seen, seen)


def _told(record: Record) -> list[str]:
    return [e.as_of for e in record.status_history if e.as_of]


def sides(record: Record) -> tuple[str, ...]:
    """The parties of a record, in the order of their codes; the country a visit went to is one."""
    people = record.participants + record.actors + record.targets
    found = {p.country or p.organisation or (p.actor if p.actor and ":" in p.actor else None) for p in people}
    if record.mode == "visit" and record.place:
        found.add(record.place.country)
    return tuple(sorted(s for s in found if s and not s.startswith(("wd:", "p:"))))


def part(record: Record) -> str:
    """The Monday of the week a record is shown in; `rough` for a date too wide for a week, `undated` without any."""
    if days := firm(record):
        return monday(days[0]).isoformat()
    if record.date is not None and (record.date.start or record.date.end):
        return ROUGH
    seen = reported(record)
    return monday(seen).isoformat() if seen else UNDATED


def kind(record: Record) -> Kind:
    """The section of its week in which a record stands."""
    if record.generic:
        return "general"
    if record.type == "act":
        return heading(record)
    return "happened" if record.status in HAPPENED else "off" if record.status in OFF else "ahead"


def rank(record: Record) -> tuple[int, int, int, str, str]:
    """What stands first: the higher level of contact, then more independent sources and documents, the earlier day."""
    start = record.date.start if record.date and record.date.start else "9999"
    return (LEVELS.index(record.level), -record.origins, -record.documents, start, record.id)
