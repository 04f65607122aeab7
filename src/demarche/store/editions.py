"""The editions that were issued, each with what it knew of every record: *what changed since the last digest*."""

from collections.abc import Mapping

import msgspec
import sqlalchemy as sa

from demarche.store import schema
from demarche.store.link import Link
from demarche.store.succession import now


class Seen(msgspec.Struct, frozen=True):
    """A record as an edition showed it; `digest` is another as soon as anything in the record is."""

    status: str
    digest: str


class Issued(msgspec.Struct, frozen=True):
    """An issued edition."""

    id: str
    created: str
    title: str
    records: dict[str, Seen]


class Editions:
    """`store.editions.last()`, `store.editions.put(id, title, store.editions.seen())`."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def seen(self) -> dict[str, Seen]:
        """What the store knows of every record now."""
        table = schema.records
        rows = self.link.rows(sa.select(table.c.id, table.c.status, table.c.digest))
        return {id: Seen(status, digest) for id, status, digest in rows}

    def put(self, id: str, title: str, records: Mapping[str, Seen]) -> None:
        """Remember an edition; the same id again replaces it."""
        with self.link.writing():
            self.link.put(schema.editions, [{"id": id, "created": now(), "title": title}])
            self.link.delete(schema.edition_records, schema.edition_records.c.edition == id)
            rows = ({"edition": id, "record": r, "status": s.status, "digest": s.digest} for r, s in records.items())
            self.link.put(schema.edition_records, rows)

    def last(self) -> Issued | None:
        """The edition issued last."""
        table = schema.editions
        found = self.link.row(sa.select(table).order_by(table.c.created.desc(), table.c.id.desc()))
        return self._issued(*found) if found else None

    def get(self, id: str) -> Issued | None:
        """The edition of that id."""
        found = self.link.row(sa.select(schema.editions).where(schema.editions.c.id == id))
        return self._issued(*found) if found else None

    def _issued(self, id: str, created: str, title: str) -> Issued:
        table = schema.edition_records
        query = sa.select(table.c.record, table.c.status, table.c.digest).where(table.c.edition == id)
        records = {record: Seen(status, digest) for record, status, digest in self.link.rows(query)}
        return Issued(id, created, title, records)
