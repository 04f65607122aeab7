"""Compares two documents of a run, and remembers what it worked out of the ones met last."""

from collections.abc import Sequence
from functools import lru_cache

from demarche.families.alignment import Vectors, align
from demarche.families.profile import Profile
from demarche.families.rarity import Rarity
from demarche.families.verdict import Pair
from demarche.families.witnesses import Runs, witnesses

KEPT = 256
"""Documents whose vectors stay in memory: some 200 kB each for 400 words."""
Laid = tuple[Profile, Vectors, Runs]
"""A document laid out for comparison."""


class Comparison:
    """Pairs of the documents in one run."""

    def __init__(self, profiles: Sequence[Profile], weights: Rarity | None = None) -> None:
        self.laid = lru_cache(KEPT)(lambda i: (profiles[i], Vectors(profiles[i], weights), Runs(profiles[i])))

    def pair(self, i: int, j: int) -> Pair:
        """Two documents side by side."""
        return facing(self.laid(i), self.laid(j))


def facing(one: Laid, other: Laid) -> Pair:
    """Two documents side by side, the smaller id first."""
    a, b = sorted((one, other), key=lambda laid: laid[0].id)
    return Pair(a=a[0], b=b[0], alignment=align(a[1], b[1]), witnesses=witnesses(a[2], b[2]))
