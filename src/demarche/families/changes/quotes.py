"""Quotes whose words or marks differ: *“They will drag this out …”* beside *They’re going to drag this out …*."""

from collections.abc import Iterator

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.model import Difference

LEAST = 2
ALIKE = 0.5
"""Share of a quote's words that the other side must have, in order, to be taken for the same quote."""


def quotes(sides: Sides) -> Iterator[Difference]:
    """The quotes of either sentence that the other tells in other words, or without marks."""
    seen: list[tuple[int, int]] = []
    there = {a + k: c + k for tag, a, b, c, _ in sides.parts if tag == "equal" for k in range(b - a)}
    back = {j: i for i, j in there.items()}
    for flip, own, other, told, place in (
        (False, sides.left, sides.right, sides.a, there),
        (True, sides.right, sides.left, sides.b, back),
    ):
        for first, last in _runs(own, told):
            quote, match = own[first : last + 1], _counterpart(first, last, place, other)
            left, right = (match, quote) if flip else (quote, match)
            if match and not any(a < left[-1].end and left[0].start < b for a, b in seen):
                seen.append(stretch(left))
                yield from _judged(sides, left, right)


def _runs(words: list[Word], told: Told) -> Iterator[tuple[int, int]]:
    """The first and the last word of each stretch of a sentence inside quotation marks."""
    if not told.quotes:
        return
    numbers = [told.quoted(word) for word in words]
    first = 0
    for i in range(1, len(words) + 1):
        if i == len(words) or numbers[i] != numbers[first]:
            if numbers[first] is not None and i - first >= LEAST:
                yield first, i - 1
            first = i


def _counterpart(first: int, last: int, place: dict[int, int], other: list[Word]) -> list[Word]:
    """What the other side has for the words from first to last: the shared ones, and what stands for the rest."""
    shared = [i for i in range(first, last + 1) if i in place]
    if len(shared) < max(LEAST, ALIKE * (last + 1 - first)):
        return []
    before = max((place[i] for i in place if i < first), default=-1)
    after = min((place[i] for i in place if i > last), default=len(other))
    start = max(before + 1, place[shared[0]] - (shared[0] - first))
    end = min(after, place[shared[-1]] + 1 + (last - shared[-1]))
    return other[start:end]


def _judged(sides: Sides, left: list[Word], right: list[Word]) -> Iterator[Difference]:
    same = [w.plain for w in left] == [w.plain for w in right]
    a, b = sides.a.quoted(left[len(left) // 2]), sides.b.quoted(right[len(right) // 2])
    if not same:
        yield sides.said("quote_altered", "quote", stretch(left), stretch(right), 0.9)
    elif (a is None) != (b is None):
        yield sides.said("quote_unmarked", "quote", stretch(left), stretch(right), 0.9)
    elif a is not None and b is not None and sides.a.quotes[a][2] != sides.b.quotes[b][2]:
        yield sides.said("quote_unmarked", "closing mark", stretch(left), stretch(right), 0.8)
