"""Two versions of one sentence, word against word."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from demarche.families.alignment import Link
from demarche.families.changes.telling import Told, Word
from demarche.model import Difference
from demarche.model.values import DifferenceKind


class Sides:
    """An aligned pair of sentences; `parts` are `(tag, a words, b words)` as difflib gives them."""

    def __init__(self, a: Told, b: Told, link: Link) -> None:
        self.a, self.b, self.link = a, b, link
        self.left, self.right = a.sentences[link.a], b.sentences[link.b]
        matcher = SequenceMatcher(None, [w.plain for w in self.left], [w.plain for w in self.right], autojunk=False)
        self.parts = matcher.get_opcodes()

    def replaced(self) -> Iterator[tuple[list[Word], list[Word]]]:
        """The words of either side that stand in place of one another."""
        for tag, a, b, c, d in self.parts:
            if tag == "replace":
                yield self.left[a:b], self.right[c:d]

    def alone(self) -> Iterator[tuple[list[Word], list[Word]]]:
        """The words that one side only has."""
        for tag, a, b, c, d in self.parts:
            if tag in ("delete", "insert"):
                yield self.left[a:b], self.right[c:d]

    def said(
        self, kind: DifferenceKind, field: str, left: tuple[int, int], right: tuple[int, int], confidence: float
    ) -> Difference:
        """A difference between two stretches of the two texts."""
        return Difference(
            scope="", kind=kind, label="", field=field, a=self.a.evidence(*left), b=self.b.evidence(*right),
            confidence=confidence,
        )  # fmt: skip

    def around(self, words: list[Word], side: str, reach: int = 4) -> tuple[int, int]:
        """The stretch of some words with a few before and after, so that a reader sees what it is about."""
        sentence = self.left if side == "a" else self.right
        first, last = sentence.index(words[0]), sentence.index(words[-1])
        return sentence[max(0, first - reach)].start, sentence[min(len(sentence) - 1, last + reach)].end

    def whole(self, side: str) -> tuple[int, int]:
        """The stretch of the whole sentence."""
        return self.a.spans[self.link.a] if side == "a" else self.b.spans[self.link.b]


def stretch(words: list[Word]) -> tuple[int, int]:
    """From the first of some words to the last."""
    return words[0].start, words[-1].end
