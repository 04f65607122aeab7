"""A text -> its paragraphs: stretches that no sentence crosses.

A line ends a paragraph, unless the text is soft-wrapped: then lines of one width follow one another, and a line that
stops in mid-sentence goes on in the next.
"""

import re
from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]

SHORTEST, LONGEST = 40, 110
"""The width of lines that were wrapped rather than written."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_STOPPED = re.compile(r"""[.!?:…]["'”’)\]]*$""")


def paragraphs(text: str, skip: Sequence[Stretch] = ()) -> Iterator[Stretch]:
    """The paragraphs in order, without the stretches to leave out."""
    at = 0
    for start, end in sorted(skip):
        yield from _joined(text, list(_lines(text, at, start)))
        at = max(at, end)
    yield from _joined(text, list(_lines(text, at, len(text))))


def _lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Lines without the blanks around them; a blank line is an empty stretch."""
    for found in _LINE.finditer(text, start, max(start, end)):
        left, right = found.span()
        while left < right and text[left].isspace():
            left += 1
        while left < right and text[right - 1].isspace():
            right -= 1
        if left < right or text.startswith("\n", found.end()):
            yield left, right


def _joined(text: str, lines: list[Stretch]) -> Iterator[Stretch]:
    """Lines, those of a wrapped block put together."""
    block: list[Stretch] = []
    for line in lines:
        if block and not (_next_line(text, block[-1], line) and line[0] < line[1]):
            yield from _unwrapped(text, block)
            block = []
        if line[0] < line[1]:
            block.append(line)
    yield from _unwrapped(text, block)


def _next_line(text: str, before: Stretch, after: Stretch) -> bool:
    """Whether one line break, not a blank line, stands between two lines."""
    return len(text[before[1] : after[0]].replace("\r\n", "\n").strip(" \t")) == 1


def _unwrapped(text: str, block: Sequence[Stretch]) -> Iterator[Stretch]:
    """The paragraphs of a run of lines without a blank one between them."""
    wrapped = _wrapped(block)
    open_: Stretch | None = None
    for k, (start, end) in enumerate(block):
        if open_ is not None and (wrapped or _goes_on(text, block[k - 1], start)):
            open_ = (open_[0], end)
            continue
        if open_ is not None:
            yield open_
        open_ = (start, end)
    if open_ is not None:
        yield open_


def _wrapped(block: Sequence[Stretch]) -> bool:
    """Whether all lines but the last are about as long as the longest."""
    widths = [end - start for start, end in block]
    if len(widths) < 3 or not SHORTEST <= max(widths) <= LONGEST:
        return False
    return min(widths[:-1]) >= 0.7 * max(widths)


def _goes_on(text: str, before: Stretch, start: int) -> bool:
    """Whether a line breaks off and the next takes up its sentence."""
    width = before[1] - before[0]
    return (
        SHORTEST <= width <= LONGEST
        and text[start].islower()
        and _STOPPED.search(text, max(before[0], before[1] - 4), before[1]) is None
    )
