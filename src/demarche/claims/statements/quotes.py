"""The quoted stretches of a text: pairs of marks paragraph by paragraph, odd and unclosed ones too."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from demarche.model import Document, Stretch

PARAGRAPH = re.compile(r"[^\n]+")
PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "''": "''", "”": "”"}
OPEN = re.compile(r"``|''|[“„«\"”]")
NESTING = {"”": re.compile("[“”]"), "»": re.compile("[«»]")}
"""Marks that have a form of their own, with those that open before them."""
EDGE = frozenset("([{—–-―/")
"""Marks right before which a straight mark still opens, as after a blank."""


class Quoted(msgspec.Struct, frozen=True):
    """What stands between two marks; `closed` is false where the second is missing and the paragraph ends it.

    `outer` takes the marks in.
    """

    inner: Stretch
    closed: bool
    outer: Stretch


def quoted(document: Document) -> list[Quoted]:
    """Every quoted stretch outside boilerplate, in the order of the text."""
    out: list[Quoted] = []
    for paragraph in PARAGRAPH.finditer(document.text):
        for quote in _in_paragraph(document.text, paragraph.start(), paragraph.end()):
            free = not out or out[-1].outer.end <= quote.outer.start
            if free and (quote.closed or _is_meant(document.text, quote, out)):
                out.append(quote)
    return [q for q in out if not any(b.start < q.inner.end and q.inner.start < b.end for b in document.boilerplate)]


def _is_meant(text: str, quote: Quoted, before: Sequence[Quoted]) -> bool:
    """A mark that nothing closes opens words of somebody after a colon, after another such paragraph, or where its
    form says so; a straight one alone is a slip.
    """
    if text[quote.outer.start] != '"':
        return True
    above = text[: quote.outer.start].rstrip()
    return above.endswith(":") or bool(before and not before[-1].closed and before[-1].outer.end >= len(above) - 1)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    at = start
    while mark := OPEN.search(text, at, end):
        if not _opens(text, mark, start, end):
            at = mark.end()
            continue
        close, width = _close(text, mark.end(), end, PAIRS[mark[0]])
        last = close if close is not None else end
        inner_end = last
        while inner_end > mark.end() and (text[inner_end - 1].isspace() or text[inner_end - 1] == ","):
            inner_end -= 1
        if inner_end > mark.end():
            outer = Stretch(mark.start(), last + width if close is not None else inner_end)
            yield Quoted(Stretch(mark.end(), inner_end), close is not None, outer)
        at = last + max(width, 1) if close is not None or mark[0] != '"' else mark.end()


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """A straight mark opens after a blank or an edge (`5'10"` and `said."` do not open); one that closes by its form
    opens only where a word begins after a blank, as careless typists have it (`”We will`).
    """
    at = mark.start()
    if mark[0] in ("“", "„", "«", "``"):
        return True
    before_word = mark.end() < end and not text[mark.end()].isspace()
    if mark[0] == '"':
        return at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?")
    return before_word and (at == start or text[at - 1].isspace() or text[at - 1] in EDGE)


def _close(text: str, at: int, end: int, marks: str) -> tuple[int | None, int]:
    """Where the quotation closes, and how wide the mark is. A quotation inside opens and closes before it."""
    wanted = [marks] if marks == "''" else list(marks)
    positions = [(p, len(m)) for m in wanted if (p := _matching(text, at, end, m)) >= 0]
    if not positions and '"' not in marks:
        straight = text.find('"', at, end)
        return (straight, 1) if straight >= 0 else (None, 0)
    return min(positions, default=(None, 0))


def _matching(text: str, at: int, end: int, mark: str) -> int:
    """The mark that closes: for a mark of two forms, the one left after those opened inside are closed."""
    both = NESTING.get(mark)
    if both is None:
        return text.find(mark, at, end)
    depth = 0
    for found in both.finditer(text, at, end):
        if found[0] != mark:
            depth += 1
        elif depth == 0:
            return found.start()
        else:
            depth -= 1
    return text.find(mark, at, end) if depth else -1


def widened(stretch: Stretch, quotes: Sequence[Quoted]) -> Stretch:
    """A stretch that touches a quotation, with the whole of it: words between marks have one speaker."""
    for q in quotes:
        if q.inner.start < stretch.end and stretch.start < q.inner.end:
            end = q.outer.end if q.closed else stretch.end
            stretch = Stretch(min(stretch.start, q.outer.start), max(stretch.end, end))
    return stretch
