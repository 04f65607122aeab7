"""A document by its terms: the names, places, days and rare words that say which event it tells of.

Alignment says whether two texts are one, terms whether they tell of one event. That is not the same: a translation of
a report is no nearer to it, by its terms, than what another reporter wrote of the same event.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from math import log, sqrt

from demarche.families.rarity import rarity
from demarche.families.stems import FIGURE, code_of

KEPT = 60
"""Terms of a text: with thirty or with all of them the figures on the development set are the same."""
LEAST = 2.0
"""Weight below which a word is the language's, not the story's."""
NAMED = 2.0
"""How much more a word counts that is written with a capital inside a sentence."""
_YEARS = {code_of(str(year)): year for year in range(1900, 2100)}

Terms = tuple["array[int]", "array[float]"]
"""Codes, the weightiest first, and their weights: a vector of unit length."""


def terms(words: Iterable[int], names: Collection[int]) -> Terms:
    """The terms of a text, given as the codes of its words and of the names among them."""
    weights, named = rarity(), set(names)
    counted = Counter(words)
    found = {
        code: (1 + log(n)) * weights[code] * (NAMED if code in named else 1.0)
        for code, n in counted.items()
        if weights[code] >= LEAST
    }
    top = sorted(found, key=lambda code: (-found[code], code))[:KEPT]
    norm = sqrt(sum(found[code] ** 2 for code in top)) or 1.0
    return array("I", top), array("f", [found[code] / norm for code in top])


def years(words: Iterable[int]) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(_YEARS[code] for code in words if code & FIGURE and code in _YEARS)
