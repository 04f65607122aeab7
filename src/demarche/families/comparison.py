"""Compares two documents of a run, and remembers what it worked out of the ones met last."""

from collections.abc import Sequence
from functools import lru_cache

from demarche.families.alignment import Vectors, align
from demarche.families.profile import Profile
from demarche.families.rarity import Rarity
from demarche.families.verdict import Pair
from demarche.families.witnesses import Runs, witnesses

KEPT = 2048
"""Documents whose vectors stay in memory: some 60 kB each for 600 words."""


class Comparison:
    """Pairs of the documents in one run."""

    def __init__(self, profiles: Sequence[Profile], weights: Rarity | None = None) -> None:
        self.profiles = profiles
        self.vectors = lru_cache(KEPT)(lambda i: Vectors(profiles[i], weights))
        self.runs = lru_cache(KEPT)(lambda i: Runs(profiles[i]))

    def pair(self, i: int, j: int) -> Pair:
        """Two documents side by side, the smaller id first."""
        i, j = sorted((i, j), key=lambda k: self.profiles[k].id)
        return Pair(
            a=self.profiles[i], b=self.profiles[j],
            alignment=align(self.vectors(i), self.vectors(j)), witnesses=witnesses(self.runs(i), self.runs(j)),
        )  # fmt: skip
