"""Candidate pairs -> edges, in this process or in several: profiles travel packed, each once for all it meets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from demarche.engine import Each, Plan, run
from demarche.families.alignment import Vectors
from demarche.families.comparison import KEPT, Laid, facing
from demarche.families.kept import packed, unpacked
from demarche.families.order import Pairs
from demarche.families.profile import Profile
from demarche.families.verdict import edge
from demarche.families.witnesses import Runs
from demarche.model import Edge

MANY = 20_000
"""Pairs from which it pays to start processes."""
TOGETHER = 16
"""Partners of one document in one item."""


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """A document and those it is to be compared with, packed."""

    one: bytes
    others: tuple[bytes, ...]


def judged(profiles: Sequence[Profile], pairs: Pairs, workers: int = 1, engine: str = "pool") -> Iterator[Edge]:
    """The edges between the documents at some pairs of places; pairs of one document should follow one another."""
    plan: Plan = (Each("verdicts", _judging, gives=Edge),)
    chosen = engine if workers > 1 and len(pairs) >= MANY else "local"
    yield from run(plan, _asked(profiles, pairs), engine=chosen, workers=workers)


def _asked(profiles: Sequence[Profile], pairs: Pairs) -> Iterator[Asked]:
    pack = lru_cache(KEPT)(lambda i: packed(profiles[i]))
    first, others = -1, list[bytes]()
    for i, j in pairs.tolist():
        if others and (i != first or len(others) == TOGETHER):
            yield Asked(pack(first), tuple(others))
            others = []
        first = i
        others.append(pack(j))
    if others:
        yield Asked(pack(first), tuple(others))


def _judging() -> Callable[[Iterable[Asked]], Iterator[Edge]]:
    @lru_cache(KEPT)
    def laid(data: bytes) -> Laid:
        profile = unpacked(data)
        return profile, Vectors(profile), Runs(profile)

    def judge(asked: Iterable[Asked]) -> Iterator[Edge]:
        for item in asked:
            one = laid(item.one)
            for other in item.others:
                verdict = edge(facing(one, laid(other)))
                if verdict is not None:
                    yield verdict

    return judge
