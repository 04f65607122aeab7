"""Families with their edges: replaced as a whole, because one more document can join two; written where changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Family
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.merging import unmerged
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.succession import referents, succeed


class Families(Shelf[Family]):
    """`for family in store.families`, `store.families.of(document)`."""

    table = schema.families
    kind = Family

    def replace(self, families: Iterable[Family]) -> list[str]:
        """Put these in the place of all that were there; an id that is gone leads on to where its documents are.

        Gives the ids of those that are new, gone, or not what they were.
        """
        new = {family.id: family for family in families}
        with self.link.writing():
            old = {family.id: family for family in self}
            before, after = ({id: f.documents for id, f in some.items()} for some in (old, new))
            succeed(self.link, "family", before, after)
            older = referents(self.link)
            now = {id: _with_referents(family, older.get(id, ())) for id, family in new.items()}
            changed = sorted(id for id in old.keys() | now.keys() if old.get(id) != now.get(id))
            self._delete(changed)
            unmerged(self.link, {d for id in changed for some in (before, after) for d in some.get(id, ())})
            for id in changed:
                if id in now:
                    self._write(now[id])
        return changed

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
