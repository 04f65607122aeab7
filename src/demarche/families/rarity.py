"""How rare a stem is: a shipped table of general English, and for families nothing else.

So what is found of two texts depends on these two texts alone: the same today and in a year, alone and among a hundred
thousand, and a document's keys can be kept. Blending the run's own counts in was tried: it found .992 of the pairs of
the development set where the table alone finds .994. Only who asks how alike a few texts on one subject are has their
own counts blended in (`among`), so that the words of the subject count for less. The table's sources are named in its
first lines; `training/stem_frequencies.py` counted it.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log

from demarche.families.stems import SHORT, code_of

UNSEEN = 2.5
"""Documents of the table in which a stem that it lacks is taken to stand: it lists those of three and more."""
LITTLE = 0.05
"""Share of documents for a stem of up to three letters that it lacks: mostly the small words of other languages."""


PRIOR = 1000
"""Documents that the table counts for beside a few that are counted themselves."""


class Rarity(dict[int, float]):
    """The weight (inverse document frequency) of each code, worked out when first asked for.

    Only what the table or the counts know is kept: the words of a stream that never ends have no end either.
    """

    def __init__(self, counted: Mapping[int, int] | None = None, documents: int = 0) -> None:
        super().__init__()
        self._counted, self._documents = counted or {}, documents
        self._table, self._size = _table()
        self._unseen = {
            short: self._weight(short, share) for short, share in ((0, UNSEEN), (SHORT, LITTLE * self._size))
        }

    def __missing__(self, code: int) -> float:
        known = self._table.get(code)
        if known is None and code not in self._counted:
            return self._unseen[code & SHORT]
        unseen = LITTLE * self._size if code & SHORT else UNSEEN
        weight = self[code] = self._weight(code, known + 0.5 if known is not None else unseen)
        return weight

    def _weight(self, code: int, stands_in: float) -> float:
        """The weight of a code that stands in so many documents of the table."""
        share = (PRIOR * (stands_in / self._size) + self._counted.get(code, 0)) / (PRIOR + self._documents)
        return -log(min(1.0, share)) + 0.01


@cache
def rarity() -> Rarity:
    """The rarities, shared by everything in this process."""
    return Rarity()


def among(texts: Iterable[Iterable[int]]) -> Rarity:
    """The rarities among a few texts, given as the codes of their words."""
    every = [set(text) for text in texts]
    return Rarity(Counter(code for text in every for code in text), len(every))


@cache
def _table() -> tuple[dict[int, int], int]:
    """In how many of its documents each code occurs, and how many documents there are."""
    text = (files("demarche.families") / "data" / "stems_en.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    counts = {stem: int(n) for stem, n in rows if stem != "stem"}
    size = counts.pop("*")
    return {code_of(stem): n for stem, n in counts.items()}, size
