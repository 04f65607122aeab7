"""Documents and the bytes they were received as: the bytes are kept once however many documents came in them."""

import zlib
from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Document, StoreError, sha256, text_sha256
from demarche.store import schema
from demarche.store.search import Search, of_document
from demarche.store.shelf import Shelf, column, encoded


class Documents(Shelf[Document]):
    """`for document in store.documents`, `store.documents[id]`, `store.documents.raw(id)`."""

    table = schema.documents
    kind = Document

    def put(self, received: Iterable[tuple[Document, bytes]]) -> int:
        """Keep documents with their bytes, and say how many were new.

        One that is there already is left alone, so that it keeps the moment of its first retrieval, unless
        something else is now known of it (a date, a publisher): then it is replaced and must be read again.
        """
        new = 0
        with self.link.writing():
            for document, raw in received:
                _check(document, raw)
                known = self.get(document.id)
                new += known is None
                if known is None or _told(known) != _told(document):
                    self._write(document, raw)
        return new

    def raw(self, id: str) -> bytes:
        """The bytes as received."""
        query = sa.select(schema.raws.c.codec, schema.raws.c.data).join_from(
            schema.documents, schema.raws, schema.documents.c.raw_sha256 == schema.raws.c.sha256
        )
        found = self.link.row(query.where(schema.documents.c.id == id))
        if found is None:
            raise StoreError(f"{self.link.name} holds no document {id}")
        return zlib.decompress(found[1]) if found[0] == "zlib" else bytes(found[1])

    def sources(self) -> list[str]:
        """Where the documents came from, each place once."""
        return sorted(source for (source,) in self.link.rows(sa.select(schema.documents.c.source).distinct()))

    def _write(self, document: Document, raw: bytes) -> None:
        data, codec = _packed(raw)
        known = sa.select(schema.raws.c.size).where(schema.raws.c.sha256 == document.raw_sha256)
        if self.link.row(known) is None:
            row = {"sha256": document.raw_sha256, "size": len(raw), "codec": codec, "data": data}
            self.link.put(schema.raws, [row])
        self.link.put(schema.documents, [_row(document)])
        Search(self.link).put("document", [of_document(document)])
        self.link.delete(schema.readings, schema.readings.c.document == document.id)
        self.link.delete(schema.profiles, schema.profiles.c.document == document.id)
        self.link.delete(schema.rejects, schema.rejects.c.item == document.source)


def _check(document: Document, raw: bytes) -> None:
    if sha256(raw) != document.raw_sha256:
        raise StoreError(f"document {document.id}: its bytes do not have the SHA-256 that it names")
    if text_sha256(document.text) != document.text_sha256:
        raise StoreError(f"document {document.id}: its text does not have the SHA-256 that it names")


def _told(document: Document) -> Document:
    """The document without what depends on when and from where it was fetched."""
    return msgspec.structs.replace(document, retrieved_at=None, source="", raw_sha256="", family=None)


def _packed(raw: bytes) -> tuple[bytes, str]:
    small = zlib.compress(raw, 6)
    return (small, "zlib") if len(small) < len(raw) else (raw, "none")


def _row(document: Document) -> dict[str, Any]:
    bare = msgspec.structs.replace(document, family=None)
    names = ("source", "url", "title", "publisher", "language", "official_of")
    return {
        "id": document.id,
        "raw_sha256": document.raw_sha256,
        "text_sha256": document.text_sha256,
        "published": document.published,
        "source_class": document.source_class,
        **{name: column(getattr(document, name)) for name in names},
        "body": encoded(bare),
    }
