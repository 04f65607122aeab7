"""Second witnesses that two texts are one: runs of the same words, long quotes, figures in the same order.

Alignment says that two texts tell the same things in the same order. Official readouts of two calls do that as well,
and so do two drafts on a template. What they do not share are figures, and turns of phrase that nobody finds twice.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from demarche.families.profile import Profile

ALIKE = 0.55


class Witnesses(msgspec.Struct, frozen=True):
    """`verbatim` and `reused`: word runs shared, as a share of the longer and of the shorter text's.

    `quotes` counts long quotes of either text that stand in the other, with or without their marks; `figures` is the
    share of the figures of the text with fewer that the other has too (null where a text has less than two).
    """

    verbatim: float
    reused: float
    quotes: int
    figures: float | None
    ordered: int


class Runs:
    """A profile's word runs, pairs of words and figures, worked out once."""

    def __init__(self, profile: Profile) -> None:
        words = profile.words.tolist()
        self.runs = set(zip(words, words[1:], words[2:], strict=False))
        self.couples = set(pairwise(words))
        self.quotes = profile.quotes
        self.figures = list(dict.fromkeys(profile.figures()))


def witnesses(a: Runs, b: Runs) -> Witnesses:
    """What else speaks for two texts being one."""
    shared = len(a.runs & b.runs)
    short, long = sorted((len(a.runs), len(b.runs)))
    return Witnesses(
        verbatim=shared / long if long else 0.0, reused=shared / short if short else 0.0,
        quotes=max(_quoted(a, b), _quoted(b, a)), figures=_figures(a.figures, b.figures),
        ordered=_in_order(a.figures, b.figures),
    )  # fmt: skip


def _quoted(a: Runs, b: Runs) -> int:
    """How many long quotes of the one stand in the other, word for word or nearly."""
    return sum(_stands(quote, b) for quote in a.quotes)


def _stands(quote: Sequence[int], text: Runs) -> bool:
    couples = list(pairwise(quote))
    return sum(c in text.couples for c in couples) >= ALIKE * len(couples)


def _figures(a: Sequence[int], b: Sequence[int]) -> float | None:
    short, long = sorted((a, b), key=len)
    return len(set(short) & set(long)) / len(short) if len(short) >= 2 else None


def _in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """How many figures stand in both texts in the same order of first mention (longest increasing run)."""
    place = {figure: i for i, figure in enumerate(b)}
    tails: list[int] = []
    for at in (place[f] for f in a if f in place):
        k = bisect_left(tails, at)
        tails[k : k + 1] = [at]
    return len(tails)
