"""Families with their edges: replaced as a whole, because one more document can join two; written where changed."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Family
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.merging import unmerged
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.succession import referents, succeed

AT_ONCE = 50
"""Families written at a time: a large one has thousands of edges."""


class Families(Shelf[Family]):
    """`for family in store.families`, `store.families.of(document)`."""

    table = schema.families
    kind = Family

    def replace(self, families: Iterable[Family]) -> list[str]:
        """Put these in the place of all that were there; an id that is gone leads on to where its documents are.

        Gives the ids of those that are new, gone, or not what they were. A sequence is gone through twice and held
        by nobody: the families of a large store, with all their edges, are more than a process should hold.
        """
        every = families if isinstance(families, Sequence) else tuple(families)
        with self.link.writing():
            before, told = self._there()
            after = {family.id: family.documents for family in every}
            succeed(self.link, "family", before, after)
            older = referents(self.link)
            now = (_with_referents(family, older.get(family.id, ())) for family in every)
            changed = {id for id in before if id not in after}
            self._delete(sorted(changed))
            for some in _by(AT_ONCE, (family for family in now if told.get(family.id) != _digest(family))):
                self._delete([family.id for family in some])
                for family in some:
                    self._write(family)
                changed |= {family.id for family in some}
            unmerged(self.link, {d for id in changed for some in (before, after) for d in some.get(id, ())})
        return sorted(changed)

    def _there(self) -> tuple[dict[str, tuple[str, ...]], dict[str, bytes]]:
        """The documents of each family, and a digest of all of it."""
        before, told = {}, {}
        for family in self:
            before[family.id] = family.documents
            told[family.id] = _digest(family)
        return before, told

    def _delete(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), CHUNK):
            self.link.delete(schema.families, schema.families.c.id.in_(ids[start : start + CHUNK]))

    def in_thread(self, thread: str) -> Iterator[Family]:
        """The families of a thread."""
        return self.where(schema.families.c.thread == thread)

    def of(self, document: str) -> str | None:
        """The id of the family of a document."""
        query = sa.select(schema.family_documents.c.family).where(schema.family_documents.c.document == document)
        found = self.link.row(query)
        return found[0] if found else None

    def holding(self, documents: Iterable[str]) -> Iterator[Family]:
        """The families of some documents."""
        table = schema.family_documents.c
        return self.those("id", {id for (id,) in self.link.among(sa.select(table.family), table.document, documents)})

    def by_document(self) -> dict[str, str]:
        """The id of its family for every document."""
        table = schema.family_documents
        return self.link.pairs(sa.select(table.c.document, table.c.family))

    def _write(self, family: Family) -> None:
        names = {name: column(getattr(family, name)) for name in ("id", "best", "thread")}
        self.link.put(schema.families, [{**names, "size": len(family.documents), "body": encoded(family)}])
        members = ({"family": family.id, "document": document} for document in family.documents)
        self.link.put(schema.family_documents, members)
        self.link.put(schema.edges, _edges(family))


def _by(size: int, families: Iterable[Family]) -> Iterator[list[Family]]:
    """So many at a time."""
    left = iter(families)
    while some := list(islice(left, size)):
        yield some


def _digest(family: Family) -> bytes:
    return blake2b(encoded(family).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _with_referents(family: Family, older: tuple[str, ...]) -> Family:
    return msgspec.structs.replace(family, referents=tuple(sorted({*family.referents, *older})))


def _edges(family: Family) -> Iterator[dict[str, Any]]:
    for edge in family.edges:
        yield {
            "family": family.id,
            "a": edge.a,
            "b": edge.b,
            "kind": edge.kind,
            "score": edge.score,
            "direction": edge.direction,
        }
