"""The families of a run, each put together with its edges when it is asked for: of all at once there are too many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from demarche.families import identical
from demarche.families.best import best, damaged
from demarche.families.held import Held
from demarche.families.names import Names
from demarche.families.origins import shared_origin
from demarche.families.rows import Rows
from demarche.model import Edge, Family


class Kin:
    """`groups` are places of documents with the same words, `rows` the edges between groups, `parts` which groups are
    one family."""

    def __init__(self, held: Held, groups: Sequence[Sequence[int]], rows: Rows, parts: Sequence[Sequence[int]]) -> None:
        self._held, self._groups, self._rows, self._parts = held, groups, rows, parts
        self._order, self._starts = _by_part(rows, parts, len(groups))

    def bare(self, names: Names) -> Iterator[Family]:
        """Each family without its edges."""
        for number, part in enumerate(self._parts):
            members = [self._held.heads[i] for k in part for i in self._groups[k]]
            name, referents = names.of(members)
            bad = damaged(members)
            witness, why = best(members, _likeness(self.edges(number)) if len(members) > 1 else {}, bad)
            yield Family(
                id=name, documents=tuple(sorted(p.id for p in members)), best=witness, why=why,
                damaged=tuple(sorted(bad)), origin=shared_origin(members), referents=referents,
            )  # fmt: skip

    def under(self, families: Iterable[Family]) -> "Found":
        """The families as they are called now, in this order."""
        part = {self._held.heads[self._groups[k][0]].id: n for n, ks in enumerate(self._parts) for k in ks}
        every = list(families)
        return Found(self, every, [next(part[d] for d in f.documents if d in part) for f in every])

    def edges(self, number: int) -> Iterator[Edge]:
        """The edges inside a family, and those that lead out of it (excerpts, possible ones)."""
        for row in self._order[self._starts[number] : self._starts[number + 1]].tolist():
            yield self._rows.edge(row, self._named)
        for k in self._parts[number]:
            yield from identical.edges(self._groups[k], self._held.heads)

    def _named(self, k: int) -> str:
        return self._held.heads[self._groups[k][0]].id


class Found(Sequence[Family]):
    """Families in order."""

    def __init__(self, kin: Kin, bare: Sequence[Family], numbers: Sequence[int]) -> None:
        self._kin, self.bare, self._numbers = kin, bare, numbers

    @overload
    def __getitem__(self, place: int) -> Family: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Family]: ...
    def __getitem__(self, place: int | slice) -> Family | Sequence[Family]:
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        edges = tuple(sorted(self._kin.edges(self._numbers[place])))
        return msgspec.structs.replace(self.bare[place], edges=edges)

    def __len__(self) -> int:
        return len(self.bare)


def _by_part(rows: Rows, parts: Sequence[Sequence[int]], groups: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The rows by the families of either end, each once in one family; and where those of each begin."""
    of = np.zeros(groups, dtype=np.uint32)
    for number, part in enumerate(parts):
        of[list(part)] = number
    one, other = (of[end] for end in rows.ends())
    out = np.flatnonzero(one != other)
    homes = np.concatenate([one, other[out]])
    order = np.argsort(homes, kind="stable")
    starts = np.searchsorted(homes[order], np.arange(len(parts) + 1))
    return np.concatenate([np.arange(len(rows)), out])[order], starts


def _likeness(edges: Iterable[Edge]) -> Mapping[str, float]:
    """How much the others of a family agree with each member."""
    found: dict[str, list[float]] = {}
    for e in edges:
        for one in (e.a, e.b) if e.firm else ():
            found.setdefault(one, []).append(e.score)
    return {one: fsum(scores) for one, scores in found.items()}
