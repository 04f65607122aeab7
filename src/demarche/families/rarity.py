"""How rare a stem is: a shipped table of general English, blended with what the run itself counts.

Two documents say nothing about which words are rare, a hundred thousand say it better than any table. So the table
counts like `PRIOR` documents, and the run's own counts weigh more the more there are. The table's sources are named in
its first lines; `training/stem_frequencies.py` counted it.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log

from demarche.families.profile import Profile
from demarche.families.stems import code_of

PRIOR = 1000


class Rarity(dict[int, float]):
    """The weight (inverse document frequency) of each code, worked out when first asked for."""

    def __init__(self, counted: Mapping[int, int], documents: int) -> None:
        super().__init__()
        self._counted, self._documents = counted, documents
        self._table, self._size = table()

    def __missing__(self, code: int) -> float:
        prior = PRIOR * (self._table.get(code, 0) + 0.5) / self._size
        share = (self._counted.get(code, 0) + prior) / (self._documents + PRIOR)
        weight = -log(min(1.0, share)) + 0.01
        self[code] = weight
        return weight


def rarity(profiles: Iterable[Profile]) -> Rarity:
    """The rarities in a run of documents."""
    counted: Counter[int] = Counter()
    documents = 0
    for one in profiles:
        counted.update(set(one.words))
        documents += 1
    return Rarity(counted, documents)


@cache
def table() -> tuple[dict[int, int], int]:
    """The shipped table: in how many of its documents each code occurs, and how many documents there are."""
    text = (files("demarche.families") / "data" / "stems_en.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    counts = {stem: int(n) for stem, n in rows if stem != "stem"}
    size = counts.pop("*")
    return {code_of(stem): n for stem, n in counts.items()}, size
