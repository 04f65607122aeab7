"""Which tellings are worth comparing: those that share two sides or a forum in one week, or a family.

Every pair that can be one event shares at least one block; most pairs of a large store share none, so the work grows
with the reports of an event and not with the square of the store.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from demarche.records.tellings import AHEAD, DONE, Telling
from demarche.records.time import SEASON, SOON_AFTER, WELL_BEFORE

Key = tuple[str | int, ...]

WEEK = 7
MANY = 6
"""A telling with more sides than this is found by its forum or its two first sides, not by every pair of them."""


def blocks(t: Telling) -> frozenset[int]:
    """The blocks of a telling, as numbers that a database can keep."""
    return frozenset(numbered(key) for key in keys(t))


@lru_cache(maxsize=1 << 14)
def numbered(key: Key) -> int:
    """A block's number, the same in every process: 63 bits, since databases know no unsigned ones."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest()) >> 1


def keys(t: Telling) -> Iterator[Key]:
    """The blocks of a telling."""
    for names in _names(t):
        yield ("family", t.family, *names)
        for week in _weeks(t):
            yield ("week", week, *names)
        if t.official and t.said is not None:
            for week in range((t.said - 1) // WEEK, (t.said + 1) // WEEK + 1):
                yield ("readout", week, *names)


def _names(t: Telling) -> Iterator[Key]:
    kind = t.kind if t.apart[0] == "act" else ""
    sides = sorted(t.sides)
    if kind or len(sides) < 2:
        yield from ((kind, s) for s in sides or ("",))
    else:
        yield from combinations(sides if len(sides) <= MANY else sides[:2], 2)
    yield from (("forum", word) for word in sorted(t.forum) if t.multilateral)


def _weeks(t: Telling) -> range:
    """The weeks in which a telling may meet another: its days and a day's slack, or the time around its publication."""
    if t.claim.status == "postponed" and t.said is not None:
        first, last = min(t.said, t.window.first if t.window else t.said) - 1, t.said + SEASON
    elif t.window is not None:
        first, last = t.window.first - 1, t.window.last + 1
    elif t.said is None:
        return range(0)
    elif t.multilateral:
        first, last = t.said - SEASON, t.said + SEASON
    else:
        back = 0 if t.claim.status in AHEAD else SOON_AFTER
        forth = 1 if t.claim.status in DONE else WELL_BEFORE
        first, last = t.said - max(back, 1), t.said + forth
    return range(first // WEEK, last // WEEK + 1)
