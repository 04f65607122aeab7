"""Damage in one version, shown by the other: words run together (*invasionand*), stray marks (*the… war*), and words
that nobody puts beside their neighbours (*herbal gas* for *natural gas*), as synonym machines do.

A word choice counts only in a text that is damaged as a whole (`fluency`): two translators differ word by word as well,
and of their single choices one in four was marked when every text was judged so.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.families.changes.words import cues
from demarche.families.fluency import attested
from demarche.families.stems import codes
from demarche.model import Difference

Side = Literal["a", "b"]


def garbled(sides: Sides) -> Iterator[Difference]:
    """Damage in either of two aligned sentences."""
    for left, right in sides.replaced():
        if _glued(left, right) or _glued(right, left):
            yield sides.said("garbled", "spacing", stretch(left), stretch(right), 0.9)
    for tag, i, j, k, m in sides.parts:
        if tag == "equal":
            for a, b in zip(pairwise(sides.left[i:j]), pairwise(sides.right[k:m]), strict=True):
                if _stray(sides.a, *a) != _stray(sides.b, *b):
                    yield sides.said("garbled", "stray mark", stretch([*a]), stretch([*b]), 0.8)


def choices(sides: Sides, damaged: Side) -> Iterator[Difference]:
    """A word of the damaged side that goes with none of its neighbours, in place of one that goes with some."""
    for tag, i, j, k, m in sides.parts:
        if tag == "replace" and (j - i, m - k) == (1, 1):
            left, right = _middle(sides.left, i), _middle(sides.right, k)
            bad, good = (left, right) if damaged == "a" else (right, left)
            if left and right and _fits(bad) == 0 and (_fits(good) or 0) > 0:
                yield sides.said("garbled", "word choice", stretch(left), stretch(right), 0.6)


def _middle(words: list[Word], at: int) -> list[Word]:
    """A word between its neighbours; empty where it has none on one side."""
    return words[at - 1 : at + 2] if 0 < at < len(words) - 1 else []


def _fits(three: list[Word]) -> int | None:
    """With how many of its two neighbours the middle word is known to stand; null for a name or a figure."""
    if not three or three[1].capital or three[1].surface[0].isdigit():
        return None
    before, word, after = (codes("en")[w.surface.lower()] for w in three)
    return attested(before, word) + attested(word, after)


def _glued(one: list[Word], other: list[Word]) -> bool:
    """Is a word of the one side two of the other that make no compound? (*body guard*, *bodyguard* are fine.)"""
    return any(word.plain == a.plain + b.plain and _no_compound(a, b) for word in one for a, b in pairwise(other))


def _no_compound(a: Word, b: Word) -> bool:
    return a.surface.islower() and (b.plain in cues().small or b.surface[0].isupper())


def _stray(told: Told, a: Word, b: Word) -> bool:
    """Does an ellipsis stand inside a sentence, close to the word before, where the other version has none?"""
    return told.gap(a, b).rstrip() in ("…", "...") and not told.gap(a, b)[0].isspace()
