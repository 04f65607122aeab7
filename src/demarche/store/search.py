"""Full-text search over documents, statements and records: FTS5 in SQLite, a GIN index in PostgreSQL.

What is searched is kept folded beside the nouns and written in the same transactions, so that it is never behind.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from demarche.model import Claim, Document, Participant, Record, Statement
from demarche.store import schema
from demarche.store.folding import PREFIX, folded, phrases
from demarche.store.link import CHUNK, Link

Kind = Literal["document", "statement", "record"]

_table = schema.searchable


class Hit(msgspec.Struct, frozen=True):
    """A noun that holds every phrase asked for; the best come first."""

    kind: Kind
    id: str


class Search:
    """`store.search.find("grain zelensky")`; `put` and `drop` are for the shelves."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def find(self, asked: str, kind: Kind | None = None, limit: int = 50, offset: int = 0) -> list[Hit]:
        """The nouns that hold all the phrases, the best first; nothing where nothing is asked."""
        wanted = phrases(asked)
        if not wanted:
            return []
        query = self._sqlite(wanted) if self.link.engine.dialect.name == "sqlite" else self._postgres(wanted)
        if kind is not None:
            query = query.where(_table.c.kind == kind)
        return [Hit(k, noun) for k, noun in self.link.rows(query.limit(limit).offset(offset))]

    def put(self, kind: Kind, texts: Iterable[tuple[str, str]]) -> None:
        """Make nouns findable by these texts, in the place of what they were found by before."""
        rows = [{"kind": kind, "noun": id, "body": folded(text)} for id, text in texts]
        with self.link.writing() as connection:
            self.drop(kind, (row["noun"] for row in rows))
            for at in range(0, len(rows), CHUNK):
                connection.execute(sa.insert(_table), rows[at : at + CHUNK])

    def drop(self, kind: Kind, ids: Iterable[str]) -> None:
        """Nouns that are gone are not found any more."""
        gone = list(ids)
        for at in range(0, len(gone), CHUNK):
            self.link.delete(_table, _table.c.kind == kind, _table.c.noun.in_(gone[at : at + CHUNK]))

    def _sqlite(self, wanted: list[list[str]]) -> "sa.Select[Any]":
        asked = " ".join('"' + " ".join(words) + '"' + ("*" if _longer(words) else "") for words in wanted)
        index = sa.table("searchable_index", sa.column("rowid"), sa.column("rank"), sa.column("searchable_index"))
        query = sa.select(_table.c.kind, _table.c.noun).join_from(_table, index, _table.c.id == index.c.rowid)
        return query.where(index.c.searchable_index.op("MATCH")(asked)).order_by(index.c.rank, _table.c.id)

    def _postgres(self, wanted: list[list[str]]) -> "sa.Select[Any]":
        asked = " & ".join(
            " <-> ".join(word + (":*" if word is words[-1] and _longer(words) else "") for word in words)
            for words in wanted
        )
        vector = sa.func.to_tsvector(sa.literal_column("'simple'"), _table.c.body)
        match = sa.func.to_tsquery(sa.literal_column("'simple'"), asked)
        query = sa.select(_table.c.kind, _table.c.noun).where(vector.op("@@")(match))
        return query.order_by(sa.func.ts_rank(vector, match).desc(), _table.c.id)


def _longer(words: list[str]) -> bool:
    return len(words[-1]) >= PREFIX


def of_document(document: Document) -> tuple[str, str]:
    """A document is found by its title and text."""
    return document.id, f"{document.title or ''}\n{document.text}"


def of_statements(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """A statement is found by what was said and by who said it."""
    for claim in claims:
        if isinstance(claim, Statement):
            yield claim.id, " ".join([claim.content.quote, *_names(claim.speakers), claim.venue or ""])


def of_record(record: Record) -> tuple[str, str]:
    """A record is found by its parties, place, topics and the words it rests on."""
    people = record.participants + record.actors + record.targets
    said = [record.mode, record.event, record.event_name, record.what, record.place.name if record.place else None]
    words = [*(s for s in said if s), *_names(people), *record.topics, *(e.quote for e in record.evidence)]
    return record.id, " ".join(words).replace("_", " ")


def _names(people: tuple[Participant, ...]) -> list[str]:
    return [x for p in people for x in (p.name, p.role, p.country, p.organisation) if x]
