"""A text into rough sentences, without a model: the units that copies are compared by.

Only the article counts: stretches marked as boilerplate are cut out first. Lines broken at a fixed width (plain-text
mail, RFC style) are joined again, every other line end ends a sentence.
"""

import re
from collections.abc import Iterator

from demarche.lexicon import languages
from demarche.model import Document

_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n|\u2028|\u2029")
_LINE = re.compile(r"\n")
_STOP = re.compile(r"[.!?]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
_BEFORE = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\Z")
WIDTH = 100
"""Lines that never exceed this many characters may be lines of a hard-wrapped text."""


def sentences(document: Document) -> list[tuple[int, int]]:
    """The stretches of a document's sentences, in order."""
    return [s for start, end in article(document) for s in _sentences(document.text, start, end)]


def article(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of the text that are no boilerplate."""
    at = 0
    for piece in sorted(document.boilerplate):
        if piece.start > at:
            yield at, piece.start
        at = max(at, piece.end)
    if at < len(document.text):
        yield at, len(document.text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for a, b in _between(_BLANK, text, start, end):
        for c, d in _lines(text, a, b):
            yield from _stops(text, c, d)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = list(_between(_LINE, text, start, end))
    if not _wrapped(text, lines):
        yield from lines
        return
    at = start
    for _, b in lines:
        if b == end or text[b - 1 : b] in ".!?:”\"'" or b - at <= WIDTH // 2:
            yield at, b
            at = b


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Does it look like a paragraph broken at a fixed width? Then most lines but the last end inside a sentence."""
    whole = lines[:-1]
    return (
        len(whole) > 1
        and all(WIDTH // 2 < b - a <= WIDTH for a, b in whole)
        and 3 * sum(text[b - 1] in '.!?"”' for _, b in whole) <= len(whole)
    )


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the matches of a pattern, white space at their ends left out."""
    at = start
    for match in pattern.finditer(text, start, end):
        yield from _trimmed(text, at, match.start())
        at = match.end()
    yield from _trimmed(text, at, end)


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _STOP.finditer(text, start, end):
        if not _abbreviated(text, at, match.start()):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Does the full stop belong to *Gen.*, *J.* or *U.S.*, rather than to the sentence?"""
    word = _BEFORE.search(text, max(start, stop - 24), stop + 1)
    if word is None or text[stop] != ".":
        return False
    plain = word[1].lower()
    return len(plain) == 1 or "." in plain or plain in languages.words("en", "abbreviations")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    a, b = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    if a < b:
        yield a, b
