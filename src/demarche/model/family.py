"""Documents that are copies, rewrites or revisions of one text: one witness, however many there are."""

import msgspec

from demarche.model.errors import BadValue
from demarche.model.values import Direction, EdgeKind, check_share

FIRM: frozenset[EdgeKind] = frozenset({"copy", "rewrite", "revision"})
"""The kinds of edge that make a family; `excerpt` and `possible` are shown, but do not join."""


class Edge(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """Two documents of which one may stem from the other. `a` sorts before `b`; `why` is for a reader."""

    a: str
    b: str
    kind: EdgeKind
    score: float
    direction: Direction = "unknown"
    why: str = ""

    def __post_init__(self) -> None:
        check_share(self.score, "score")
        if self.a >= self.b:
            raise BadValue(f"an edge runs from the smaller id to the larger: {self.a}, {self.b}")

    @property
    def firm(self) -> bool:
        """Does it join its two documents into one family?"""
        return self.kind in FIRM


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of one text. Every document is in exactly one family, if only its own.

    `best` is the witness to quote from, the earliest complete and least altered one, and `why` says so to a reader.
    `damaged` are members with word choices that English does not make. `thread` is the id that it shares with
    independent reports of the same event or running story, null where it is the only one. `origin` is whose account it
    is (`wire:reuters`, `official:RUS`, `house:valley times`, `text:` and a family), null if unknown.
    """

    id: str
    documents: tuple[str, ...]
    edges: tuple[Edge, ...] = ()
    best: str | None = None
    why: str = ""
    damaged: tuple[str, ...] = ()
    thread: str | None = None
    origin: str | None = None
    referents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.documents or list(self.documents) != sorted(set(self.documents)):
            raise BadValue("a family holds one or more documents, sorted, each once")
        if self.best is not None and self.best not in self.documents:
            raise BadValue("the best witness must be a member")
