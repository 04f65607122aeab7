"""How likely an English text's words are side by side: a synonym machine puts words together that nobody does.

*Spoke by phone* becomes *addressed by telephone set*: each word is English, the pair is not. In our own texts .47 of
the pairs are attested where a machine has swapped the words, .58 to .63 in edits and translations by hand. Sources and
licences are those of `stems_en.csv`; `training/word_pairs.py` counted the pairs and keeps one bit for each.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from demarche.families.stems import FIGURE

DAMAGED, GAP = 0.53, 0.07
"""Share of attested pairs of words below which a text is damaged, if another version has so much more. Texts written or
edited by people have .54 and more, those of synonym machines .41 to .51, in our own set of 48."""
BITS = 1 << 20
HASHES = 4
ROOM = 1 << 16
"""Pairs whose answer is kept: six megabytes, whatever is read."""
_LOW = (1 << 32) - 1
_MIX, _STIR, _MASK = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 64) - 1


def fluency(words: Sequence[int]) -> float | None:
    """The share of a text's pairs of neighbours that are attested; null for a text without any."""
    every = np.array(words, dtype=np.uint64)
    ones, others = every[:-1], every[1:]
    plain = (ones | others) & np.uint64(FIGURE) == 0
    found = _all_attested(ones[plain], others[plain])
    return int(found.sum()) / len(found) if len(found) else None


def _all_attested(ones: NDArray[np.uint64], others: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """`attested` of many pairs at once, by the same numbers."""
    bits = np.frombuffer(_bits(), np.uint8)
    mix, stir = np.uint64(_MIX), np.uint64(_STIR)
    number = ones * mix ^ others * stir
    number = (number ^ number >> np.uint64(31)) * stir
    found = np.ones(len(ones), dtype=np.bool_)
    for _ in range(HASHES):
        place = number % np.uint64(BITS)
        found &= bits[place >> np.uint64(3)] >> (place & np.uint64(7)).astype(np.uint8) & 1 == 1
        number = number * mix + np.uint64(1) >> np.uint64(7)
    return found


def attested(one: int, other: int) -> bool:
    """Do two stems, given by their codes, stand side by side in two texts or more? (One in 100 wrongly does.)"""
    return _known()[one << 32 | other]


class _Pairs(dict[int, bool]):
    """Pairs that were looked up, packed; forgotten when there are too many."""

    def __missing__(self, pair: int) -> bool:
        if len(self) >= ROOM:
            self.clear()
        bits = _bits()
        found = self[pair] = all(bits[place >> 3] >> (place & 7) & 1 for place in places(pair >> 32, pair & _LOW))
        return found


def places(one: int, other: int) -> Iterator[int]:
    """The bits of a pair (Bloom 1970): parts of one mixed number."""
    number = (one * _MIX ^ other * _STIR) & _MASK
    number = ((number ^ number >> 31) * _STIR) & _MASK
    for _ in range(HASHES):
        yield number % BITS
        number = (number * _MIX + 1 & _MASK) >> 7


@cache
def _known() -> _Pairs:
    return _Pairs()


@cache
def _bits() -> bytes:
    return (files("demarche.families") / "data" / "pairs_en.bin").read_bytes()
