"""Where merging finds what it has not been given: the neighbours of some tellings, and the records of before.

Merging never asks for everything. It is given the claims that are new or others than before, and asks for the tellings
that share a block with them, step by step as grounds lead on. `Memory` holds all that is told; a store answers from its
indices, so that a hundred new documents cost the same beside a thousand and beside a million.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from demarche.model import Anchor, Document, Record
from demarche.records.blocking import blocks
from demarche.records.earlier import Earlier
from demarche.records.tellings import Telling


class World(Protocol):
    """What is told, and what the last run made of it."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """At least the documents of the tellings that were given out; their text is not needed."""

    def of(self, claims: Iterable[str]) -> Iterable[Telling]:
        """The tellings of some claims, as far as they are still told."""

    def near(self, some: Iterable[Telling]) -> Iterable[Telling]:
        """Every telling that shares a block with any of these, themselves too."""

    def at(self, anchors: Iterable[Anchor]) -> Iterable[Telling]:
        """The tellings that anchors may mean: of the same id, or in the same words."""

    def holding(self, claims: Iterable[str]) -> Iterable[Record]:
        """The earlier records that hold any of some claims, each once."""

    def base(self, record: str) -> str | None:
        """What an earlier record was made from; null where the code that made it is not today's."""

    def taken(self, records: Iterable[str]) -> set[str]:
        """Those of some ids that are an earlier record's."""


class Memory:
    """A world of tellings and earlier records at hand."""

    def __init__(
        self, tellings: Sequence[Telling], documents: Mapping[str, Document], earlier: Earlier | None = None
    ) -> None:
        self.documents = documents
        self._told = {t.claim.id: t for t in tellings}
        self._before = earlier or Earlier()
        self._ids = {r.id for r in self._before.records}
        self._homes = {c: r for r in self._before.records for c in r.claims}
        self._in: dict[str, list[Telling]] = defaultdict(list)
        self._blocks: dict[int, list[Telling]] | None = None
        for t in tellings:
            self._in[t.claim.document].append(t)

    def of(self, claims: Iterable[str]) -> Iterator[Telling]:
        """The tellings of some claims."""
        return (self._told[c] for c in claims if c in self._told)

    def near(self, some: Iterable[Telling]) -> Iterable[Telling]:
        """Those that share a block with any of these."""
        asked = list(some)
        if len(asked) == len(self._told):
            return self._told.values()
        if self._blocks is None:
            self._blocks = defaultdict(list)
            for t in self._told.values():
                for block in blocks(t):
                    self._blocks[block].append(t)
        return {t.claim.id: t for one in asked for b in blocks(one) for t in self._blocks[b]}.values()

    def at(self, anchors: Iterable[Anchor]) -> Iterator[Telling]:
        """Those of the same id or words."""
        return (t for a in anchors for t in self._in[a.span.document] if meant(t, a))

    def holding(self, claims: Iterable[str]) -> Iterable[Record]:
        """The earlier records that hold any of some claims."""
        return {r.id: r for c in claims if (r := self._homes.get(c))}.values()

    def base(self, record: str) -> str | None:
        """What an earlier record was made from."""
        return self._before.bases.get(record)

    def taken(self, records: Iterable[str]) -> set[str]:
        """Those that an earlier record has."""
        return self._ids & set(records)


def meant(t: Telling, anchor: Anchor) -> bool:
    """May an anchor mean this telling?"""
    own = anchor.span
    return t.claim.id == anchor.claim or (
        t.claim.document == own.document and t.claim.start < own.end and own.start < t.claim.end
    )
