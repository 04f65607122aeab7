"""The stretches of days in which things are counted: weeks (Monday first), months, and the last ninety days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from demarche.model import Document, Family

TRAILING = 90
WEEK = 7


class Window(msgspec.Struct, frozen=True, order=True):
    """Calendar days, both included, in ISO form."""

    first: str
    last: str

    @property
    def days(self) -> int:
        """How many they are."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1

    def holds(self, first: str, last: str) -> bool:
        """Do both days lie inside?"""
        return self.first <= first and last <= self.last

    def overlaps(self, other: "Window") -> bool:
        """Do the two share a day?"""
        return self.first <= other.last and other.first <= self.last


def moved(day: str, by: int) -> str:
    """A day so many days later, or earlier."""
    return (date.fromisoformat(day) + timedelta(by)).isoformat() if by else day


def week(day: str) -> Window:
    """The ISO week of a day."""
    monday = date.fromisoformat(day) - timedelta(date.fromisoformat(day).weekday())
    return Window(monday.isoformat(), (monday + timedelta(6)).isoformat())


def month(day: str) -> Window:
    """The calendar month of a day."""
    first = date.fromisoformat(day).replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return Window(first.isoformat(), last.isoformat())


def trailing(day: str) -> Window:
    """The ninety days that end with a day."""
    return Window((date.fromisoformat(day) - timedelta(TRAILING - 1)).isoformat(), day)


def windows(first: str, last: str) -> Iterator[Window]:
    """Every week and month that touches the days from first to last, and the ninety days that end with the last."""
    for make in (week, month):
        day = first
        while day <= last:
            window = make(day)
            yield window
            day = (date.fromisoformat(window.last) + timedelta(1)).isoformat()
    yield trailing(last)


def coverage(families: Iterable[Family], documents: Mapping[str, Document]) -> dict[str, set[str]]:
    """The families of which a document was published on a day: what could have told of anything at all."""
    seen: dict[str, set[str]] = {}
    for family in families:
        for id in family.documents:
            if (document := documents.get(id)) and document.published:
                seen.setdefault(document.published, set()).add(family.id)
    return seen


def covered(seen: Mapping[str, set[str]], asked: Iterable[Window]) -> Iterator[tuple[Window, int]]:
    """How many families each of some windows holds."""
    days = sorted(seen)
    for window in asked:
        inside = days[bisect_left(days, window.first) : bisect_right(days, window.last)]
        yield window, len(set().union(*(seen[day] for day in inside)))
