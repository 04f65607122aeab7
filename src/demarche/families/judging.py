"""Candidate pairs -> edges, in this process or in several: profiles travel packed, each once for all it meets."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from demarche.engine import Each, Plan, run
from demarche.families.alignment import Vectors
from demarche.families.comparison import KEPT, Laid, facing
from demarche.families.components import each
from demarche.families.kept import unpacked
from demarche.families.order import Pairs
from demarche.families.verdict import Verdict, verdict
from demarche.families.witnesses import Runs

MANY = 20_000
"""Pairs from which it pays to start processes."""
TOGETHER = 16
"""Partners of one document in one item."""


Packed = Callable[[int], bytes]
"""A document's profile as it travels, by the document's number."""


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """A document and those it is to be compared with, packed."""

    one: bytes
    others: tuple[bytes, ...]


def judged(packed: Packed, pairs: Pairs, workers: int = 1, engine: str = "pool") -> Iterator[Verdict]:
    """The verdicts on the documents of some pairs; pairs of one document should follow one another."""
    plan: Plan = (Each("verdicts", _judging, gives=Verdict),)
    chosen = engine if workers > 1 and len(pairs) >= MANY else "local"
    yield from run(plan, _asked(packed, pairs), engine=chosen, workers=workers)


def _asked(packed: Packed, pairs: Pairs) -> Iterator[Asked]:
    first, others = -1, list[bytes]()
    for i, j in each(pairs):
        if others and (i != first or len(others) == TOGETHER):
            yield Asked(packed(first), tuple(others))
            others = []
        first = i
        others.append(packed(j))
    if others:
        yield Asked(packed(first), tuple(others))


def _judging() -> Callable[[Iterable[Asked]], Iterator[Verdict]]:
    @lru_cache(KEPT)
    def laid(data: bytes) -> Laid:
        profile = unpacked(data)
        return profile, Vectors(profile), Runs(profile)

    def judge(asked: Iterable[Asked]) -> Iterator[Verdict]:
        for item in asked:
            one = laid(item.one)
            for other in item.others:
                found = verdict(facing(one, laid(other)))
                if found is not None:
                    yield found

    return judge
