"""Which tellings are worth comparing: those that share two sides or a forum in one week, or a family.

Every pair that can be one event shares at least one block; most pairs of a large store share none, so the work grows
with the reports of an event and not with the square of the store.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from demarche.records.tellings import AHEAD, DONE, Telling
from demarche.records.time import SEASON, SOON_AFTER, WELL_BEFORE

Key = tuple[str | int, ...]

WEEK = 7
MANY = 6
"""A telling with more sides than this is found by its forum or its two first sides, not by every pair of them."""


class Blocks:
    """Tellings by their blocks: whom each of them is worth comparing with."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._keys = [set(keys(t)) for t in tellings]
        self._members: dict[Key, list[int]] = defaultdict(list)
        for i, own in enumerate(self._keys):
            for key in own:
                self._members[key].append(i)

    def near(self, i: int) -> set[int]:
        """The places of the tellings that share a block with the one at place `i`."""
        return {j for key in self._keys[i] for j in self._members[key]} - {i}


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
