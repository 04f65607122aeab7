"""Text into other text, with the way home: where each character of the result stood before.

A rewriting is a list of changes, each of which turns one stretch of the source into one stretch of the result;
whatever lies between two changes is the same on both sides. Composing two rewritings joins the changes that touch,
so that the order in which a chain is composed does not matter.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Self

import msgspec

from demarche.model.errors import BadValue


class Edit(msgspec.Struct, frozen=True, order=True):
    """Put `new` where `[start, end)` of the source stands; an empty stretch inserts, an empty `new` deletes."""

    start: int
    end: int
    new: str


class Change(msgspec.Struct, frozen=True, order=True):
    """`[start, end)` of the source became `[first, last)` of the result; either may be empty."""

    start: int
    end: int
    first: int
    last: int


class Rewritten(msgspec.Struct, frozen=True):
    """A text made from another one, and the changes between the two, sorted, none touching the next."""

    source: str
    text: str
    changes: tuple[Change, ...] = ()

    def home(self, offset: int) -> int:
        """Where the character at this offset of the result starts in the source."""
        found = bisect_right(self.changes, offset, key=_first) - 1
        if found < 0:
            return offset
        change = self.changes[found]
        return change.start if offset < change.last else change.end + (offset - change.last)

    def home_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that `[start, end)` of the result came from, empty if that was inserted."""
        if start >= end:
            return (home := self.home(start)), home
        return self.home(start), max(self.home(start), self._home_end(end))

    def _home_end(self, offset: int) -> int:
        found = bisect_left(self.changes, offset, key=_first) - 1
        if found < 0:
            return offset
        change = self.changes[found]
        return change.end if offset <= change.last else change.end + (offset - change.last)

    def then(self, step: Callable[[str], "Rewritten"]) -> "Rewritten":
        """This rewriting followed by another one, as one."""
        return composed(self, step(self.text))

    def inverse(self) -> Self:
        """The way there instead of the way home."""
        turned = tuple(Change(c.first, c.last, c.start, c.end) for c in self.changes)
        return type(self)(self.text, self.source, turned)


def _first(change: Change) -> int:
    return change.first


def same(source: str) -> Rewritten:
    """The rewriting that changes nothing."""
    return Rewritten(source, source)


def rewrite(source: str, edits: Iterable[Edit]) -> Rewritten:
    """Make all edits at once; their offsets are those of the source, and no two may overlap."""
    pieces: list[str] = []
    changes: list[Change] = []
    at = size = 0
    for edit in sorted(edits):
        if not at <= edit.start <= edit.end <= len(source):
            raise BadValue(f"edit {edit.start}-{edit.end} overlaps another one or lies outside the text")
        size += edit.start - at
        pieces += (source[at : edit.start], edit.new)
        _append(changes, Change(edit.start, edit.end, size, size + len(edit.new)))
        size += len(edit.new)
        at = edit.end
    pieces.append(source[at:])
    return Rewritten(source, "".join(pieces), tuple(changes)) if changes else same(source)


def substituted(source: str, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Rewritten:
    """Put something else where a pattern matches; a plain `new` is taken letter by letter, without group marks."""
    made = new if callable(new) else (lambda _: new)
    found = ((m, made(m)) for m in pattern.finditer(source))
    return rewrite(source, (Edit(m.start(), m.end(), words) for m, words in found if words != m.group()))


def composed(one: Rewritten, two: Rewritten) -> Rewritten:
    """Two rewritings as one, from the source of the first to the result of the second."""
    if one.text != two.source:
        raise BadValue("the second rewriting does not start from what the first one made")
    middle = sorted([(c.first, c.last) for c in one.changes] + [(c.start, c.end) for c in two.changes])
    joined: list[tuple[int, int]] = []
    for first, last in middle:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    there = two.inverse()
    changes = tuple(Change(*_outer(one, a, b), *_outer(there, a, b)) for a, b in joined)
    return Rewritten(one.source, two.text, changes)


def _outer(way: Rewritten, first: int, last: int) -> tuple[int, int]:
    """Where a stretch came from that holds every change it touches: exact at both ends."""
    return way._home_end(first), way.home(last)


def _append(changes: list[Change], new: Change) -> None:
    """Add a change, joining it to the one before where they touch."""
    if changes and changes[-1].end == new.start:
        old = changes.pop()
        new = Change(old.start, new.end, old.first, new.last)
    changes.append(new)
