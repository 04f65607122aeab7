"""Words run together or cut by stray marks in one version, shown to be so by the other: *invasionand*, *the… war*.

Only what the letters prove is reported. That a word was chosen by a synonym machine needs a sense of English, and is
left to readers: both wordings are shown as a difference there.
"""

from collections.abc import Iterator
from itertools import pairwise

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.families.changes.words import cues
from demarche.model import Difference


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


def _glued(one: list[Word], other: list[Word]) -> bool:
    """Is a word of the one side two of the other that make no compound? (*body guard*, *bodyguard* are fine.)"""
    return any(word.plain == a.plain + b.plain and _no_compound(a, b) for word in one for a, b in pairwise(other))


def _no_compound(a: Word, b: Word) -> bool:
    return a.surface.islower() and (b.plain in cues().small or b.surface[0].isupper())


def _stray(told: Told, a: Word, b: Word) -> bool:
    """Does an ellipsis stand inside a sentence, close to the word before, where the other version has none?"""
    return told.gap(a, b).rstrip() in ("…", "...") and not told.gap(a, b)[0].isspace()
