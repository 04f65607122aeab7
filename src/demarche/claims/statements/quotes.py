"""The quoted stretches of a text: pairs of marks paragraph by paragraph, odd and unclosed ones too."""

import re
from collections.abc import Iterator

import msgspec

from demarche.model import Document, Stretch

PARAGRAPH = re.compile(r"[^\n]+")
PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''"}
OPEN = re.compile(r"[“„«\"]")


class Quoted(msgspec.Struct, frozen=True):
    """What stands between two marks; `closed` is false where the second is missing and the paragraph ends it."""

    inner: Stretch
    closed: bool


def quoted(document: Document) -> list[Quoted]:
    """Every quoted stretch outside boilerplate, in the order of the text."""
    out: list[Quoted] = []
    for paragraph in PARAGRAPH.finditer(document.text):
        out.extend(_in_paragraph(document.text, paragraph.start(), paragraph.end()))
    return [q for q in out if not any(b.start < q.inner.end and q.inner.start < b.end for b in document.boilerplate)]


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    at = start
    while mark := OPEN.search(text, at, end):
        if mark[0] == '"' and not _opens(text, mark.start(), start):
            at = mark.end()
            continue
        close = _close(text, mark.end(), end, PAIRS[mark[0]])
        last = close if close is not None else end
        inner_end = last
        while inner_end > mark.end() and (text[inner_end - 1].isspace() or text[inner_end - 1] == ","):
            inner_end -= 1
        if inner_end > mark.end():
            yield Quoted(Stretch(mark.end(), inner_end), close is not None)
        at = last + 1


def _opens(text: str, at: int, start: int) -> bool:
    """A straight mark opens when no letter or stop stands right before it (`5'10"` and `said."` do not open)."""
    return at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?")


def _close(text: str, at: int, end: int, marks: str) -> int | None:
    positions = [p for m in marks if (p := text.find(m, at, end)) >= 0]
    if not positions and '"' not in marks:
        straight = text.find('"', at, end)
        return straight if straight >= 0 else None
    return min(positions, default=None)
