"""Verdicts as rows of numbers: an edge takes thirty bytes while a run lasts, and half a kilobyte as a noun."""

from array import array
from collections.abc import Callable
from struct import Struct
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from demarche.families.reasons import Found, reasons
from demarche.families.verdict import Verdict
from demarche.model import Edge
from demarche.model.family import FIRM
from demarche.model.values import Direction, EdgeKind

KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)
WAYS: tuple[Direction, ...] = get_args(Direction)
_FOUND = Struct("<IBBBII?")
Numbers = NDArray[np.uint32]


class Rows:
    """Edges between documents, which are numbers here, the smaller first."""

    def __init__(self) -> None:
        self._a, self._b, self._kind, self._way = array("I"), array("I"), array("B"), array("B")
        self._score = array("d")
        self._found = bytearray()
        self._why: dict[int, str] = {}

    def add(self, a: int, b: int, verdict: Verdict) -> None:
        """A verdict of this run."""
        self._add(a, b, verdict.kind, verdict.direction, verdict.score)
        told = verdict.found
        self._found += _FOUND.pack(*(getattr(told, name) for name in Found.__struct_fields__))

    def keep(self, a: int, b: int, edge: Edge) -> None:
        """An edge of an earlier run, with its reasons as they are."""
        self._why[len(self)] = edge.why
        self._add(a, b, edge.kind, edge.direction, edge.score)
        self._found += bytes(_FOUND.size)

    def _add(self, a: int, b: int, kind: EdgeKind, way: Direction, score: float) -> None:
        self._a.append(a)
        self._b.append(b)
        self._kind.append(KINDS.index(kind))
        self._way.append(WAYS.index(way))
        self._score.append(score)

    def __len__(self) -> int:
        return len(self._a)

    def edge(self, row: int, named: Callable[[int], str]) -> Edge:
        """The edge as a noun."""
        kind = KINDS[self._kind[row]]
        told = Found(*_FOUND.unpack_from(self._found, row * _FOUND.size))
        why = self._why[row] if row in self._why else reasons(kind, told)
        return Edge(
            a=named(self._a[row]), b=named(self._b[row]), kind=kind, score=self._score[row],
            direction=WAYS[self._way[row]], why=why,
        )  # fmt: skip

    def ends(self) -> tuple[Numbers, Numbers]:
        """Both ends of each edge."""
        return np.array(self._a, dtype=np.uint32), np.array(self._b, dtype=np.uint32)

    def firm(self) -> NDArray[np.intp]:
        """The rows of edges that join their documents into one family."""
        firm = np.array([kind in FIRM for kind in KINDS])
        return np.flatnonzero(firm[np.array(self._kind, dtype=np.intp)])

    def scores(self) -> NDArray[np.float64]:
        """How firm each is."""
        return np.array(self._score, dtype=np.float64)
