"""A document laid out for word-by-word comparison: sentences of words, each with its place and whether it is quoted."""

import re
from functools import cached_property

import msgspec

from demarche.families.sentences import sentences
from demarche.families.stems import WORD
from demarche.model import Document, Evidence

_QUOTED = re.compile(
    r"“(?P<curly>[^“”\n]*)(?P<end>”|\n|\Z|(?=“))|(?<![\w,.!?])\"(?=\S)(?P<plain>[^\"\n]*)(?P<stop>\"|\n|\Z)|«(?P<angle>[^»\n]*)(?P<close>»|\n|\Z)"
)


class Word(msgspec.Struct, frozen=True):
    """One word: its place in the text, its surface, and its form for comparison."""

    start: int
    end: int
    surface: str
    plain: str

    @property
    def capital(self) -> bool:
        """Does it hold a capital letter?"""
        return self.surface != self.surface.lower()


class Told:
    """One version of a text. Sentence numbers are those of its profile: sentences without a word do not count."""

    def __init__(self, document: Document) -> None:
        self.document = document
        rows = [(_words(document.text, a, b), a, b) for a, b in sentences(document)]
        self.sentences = [words for words, _, _ in rows if words]
        self.spans = [(a, b) for words, a, b in rows if words]

    @cached_property
    def quotes(self) -> list[tuple[int, int, bool]]:
        """The stretches inside quotation marks, and whether the marks are closed."""
        return [
            (m.start(), m.end(), m[m.lastgroup or 0] not in ("", "\n")) for m in _QUOTED.finditer(self.document.text)
        ]

    def quoted(self, word: Word) -> int | None:
        """The number of the quote that a word stands in."""
        return next((i for i, (a, b, _) in enumerate(self.quotes) if a < word.start and word.end <= b), None)

    def evidence(self, start: int, end: int) -> Evidence:
        """Some words of it."""
        return Evidence(self.document.id, start, end, self.document.text[start:end])

    def gap(self, left: Word, right: Word) -> str:
        """What stands between two words."""
        return self.document.text[left.end : right.start]


def _words(text: str, start: int, end: int) -> list[Word]:
    return [Word(m.start(), m.end(), m[0], plain(m[0])) for m in WORD.finditer(text, start, end)]


def plain(surface: str) -> str:
    """Lower case, apostrophes and full stops made one."""
    return surface.lower().replace("’", "'").replace(".", "")
