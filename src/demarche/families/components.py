"""Edges -> for each document the smallest number it hangs together with: where edges do not fit into one process.

In one process that is union-find. On many it is the alternation of large and small stars (Kiveris et al., Connected
Components in MapReduce and Beyond, SoCC 2014): each document tells its larger neighbours, then its smaller ones, who is
the smallest it knows, until nothing changes. Plain label propagation takes as many rounds as the longest chain has
links, and copies of one story met as neighbours of a full bucket are such a chain, thirty thousand long; the stars
halve it every round. Edges travel packed, dealt out by the document they start from; what a chunk says twice is said
once, so that a document with a hundred thousand neighbours is a megabyte for one worker.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import msgspec
import numpy as np
from numpy.typing import NDArray

from demarche.engine import Gather, Plan, run

PARTS = 64
FEW = 1 << 22
"""Edges up to which one process is quicker than any shuffle."""
AT_ONCE = 4096
_HALF = np.uint64(32)
_LOW = np.uint64((1 << 32) - 1)
Numbers = NDArray[np.uint64]


class Edges(msgspec.Struct, frozen=True, array_like=True):
    """Edges of one part: two numbers of 32 bits in one of 64, the first of them the one they are dealt out by."""

    part: str
    edges: bytes


def components(size: int, edges: NDArray[np.uint32], workers: int = 1, engine: str = "pool") -> list[int]:
    """The label of each of so many documents: the smallest number of its component. A row of `edges` is one."""
    if workers == 1 or len(edges) <= FEW:
        return united(size, each(edges))
    packed = edges.astype(np.uint64)
    return labels(size, list(dealt(packed[:, 0], packed[:, 1])), engine, workers)


def each(edges: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
    """The first two numbers of each row, a few thousand rows at a time: a pair of objects is twenty times a row."""
    for start in range(0, len(edges), AT_ONCE):
        yield from edges[start : start + AT_ONCE, :2].tolist()


def united(size: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """Union-find: every find halves the path it walks."""
    home = list(range(size))

    def of(i: int) -> int:
        while home[i] != i:
            home[i] = i = home[home[i]]
        return i

    for a, b in edges:
        low, high = sorted((of(a), of(b)))
        home[high] = low
    return [of(i) for i in range(size)]


def labels(size: int, edges: Sequence[Edges], engine: str, workers: int = 1) -> list[int]:
    """The same in rounds, each two shuffles; ends when every document points at the smallest of its component."""
    rounds = list(stars(edges, engine, workers))
    found = list(range(size))
    for chunk in rounds[-1] if rounds else ():
        high, low = _opened([chunk])
        for document, label in zip(high.tolist(), low.tolist(), strict=True):
            found[document] = min(found[document], label)
    return found


def stars(edges: Sequence[Edges], engine: str, workers: int = 1) -> Iterator[Sequence[Edges]]:
    """The edges after each round, until one changes nothing."""
    large: Plan = (Gather("large-stars", _part, _large, gives=Edges),)
    small: Plan = (Gather("small-stars", _part, _small, gives=Edges),)
    before = _seen(edges)
    while edges:
        edges = list(run(large, _both_ways(edges), engine=engine, workers=workers))
        edges = list(run(small, edges, engine=engine, workers=workers))
        yield edges
        now = _seen(edges)
        if now == before:
            return
        before = now


def dealt(one: Numbers, other: Numbers) -> Iterator[Edges]:
    """Edges by the part of the first, each once."""
    edges = np.unique(one << _HALF | other)
    parts = (edges >> _HALF) % np.uint64(PARTS)
    for part in np.unique(parts).tolist():
        yield Edges(f"{part:02}", edges[parts == part].tobytes())


def _part(chunk: Edges) -> str:
    return chunk.part


def _seen(edges: Iterable[Edges]) -> bytes:
    """A digest that is the same for the same edges, however they are dealt."""
    return blake2b(np.unique(_joined(edges)).tobytes()).digest()


def _joined(chunks: Iterable[Edges]) -> Numbers:
    return np.frombuffer(b"".join(chunk.edges for chunk in chunks), dtype=np.uint64)


def _opened(chunks: Iterable[Edges]) -> tuple[Numbers, Numbers]:
    edges = np.unique(_joined(chunks))
    return edges >> _HALF, edges & _LOW


def _both_ways(edges: Iterable[Edges]) -> Iterator[Edges]:
    """Each edge from either end, so that every document meets all of its neighbours."""
    for chunk in edges:
        one, other = _opened([chunk])
        yield from dealt(np.concatenate([one, other]), np.concatenate([other, one]))


def _smallest(centre: Numbers, near: Numbers) -> Numbers:
    """For each edge the smallest of the centre and all its neighbours; edges come sorted by centre, then neighbour."""
    starts = np.flatnonzero(np.r_[True, centre[1:] != centre[:-1]])
    least = np.minimum(near[starts], centre[starts])
    return np.repeat(least, np.diff(np.r_[starts, len(centre)]))


def _large(part: str, chunks: Sequence[Edges]) -> Iterator[Edges]:
    """Larger neighbours are tied to the smallest; dealt by the larger end, which the small star starts from."""
    centre, near = _opened(chunks)
    least = _smallest(centre, near)
    larger = near > centre
    yield from dealt(near[larger], least[larger])


def _small(part: str, chunks: Sequence[Edges]) -> Iterator[Edges]:
    """Smaller neighbours, and the document itself, are tied to the smallest of them."""
    centre, near = _opened(chunks)
    least = _smallest(centre, near)
    one, other = np.concatenate([near, centre]), np.concatenate([least, least])
    apart = one != other
    yield from dealt(one[apart], other[apart])
