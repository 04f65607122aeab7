"""Families with their edges: replaced as a whole, because one more document can join two of them."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Family
from demarche.store import schema
from demarche.store.shelf import Shelf, encoded
from demarche.store.succession import referents, succeed


class Families(Shelf[Family]):
    """`for family in store.families`, `store.families.of(document)`."""

    table = schema.families
    kind = Family

    def replace(self, families: Iterable[Family]) -> None:
        """Put these in the place of all that were there; an id that is gone leads on to where its documents are."""
        new = {family.id: family for family in families}
        with self.link.writing():
            old = {family.id: family.documents for family in self}
            succeed(self.link, "family", old, {id: family.documents for id, family in new.items()})
            older = referents(self.link)
            self.link.delete(schema.families)
            for family in new.values():
                self._write(_with_referents(family, older.get(family.id, ())))

    def of(self, document: str) -> str | None:
        """The id of the family of a document."""
        query = sa.select(schema.family_documents.c.family).where(schema.family_documents.c.document == document)
        found = self.link.row(query)
        return found[0] if found else None

    def by_document(self) -> dict[str, str]:
        """The id of its family for every document."""
        table = schema.family_documents
        return self.link.pairs(sa.select(table.c.document, table.c.family))

    def _write(self, family: Family) -> None:
        row = {"id": family.id, "best": family.best, "size": len(family.documents), "body": encoded(family)}
        self.link.put(schema.families, [row])
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
