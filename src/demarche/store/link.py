"""The store's way to its database: transactions to write in, streams to read from."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from demarche.model import StoreError
from demarche.store.failures import explained

CHUNK = 500
"""Rows fetched or written at a time."""


class Link:
    """Shared by the shelves of a store. A transaction begun inside another one of the same thread joins it."""

    def __init__(self, engine: sa.Engine, name: str, *, readonly: bool) -> None:
        self.engine = engine
        self.name = name
        self.readonly = readonly
        self._current = threading.local()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: everything in the block is kept, or nothing."""
        current: sa.Connection | None = getattr(self._current, "connection", None)
        if current is not None:
            yield current
            return
        if self.readonly:
            raise StoreError(f"{self.name}: it is read-only")
        with (
            explained(self.name),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            self._current.connection = connection
            try:
                yield connection
            finally:
                self._current.connection = None

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees the open transaction of this thread, if there is one, or else the last state."""
        current: sa.Connection | None = getattr(self._current, "connection", None)
        if current is not None:
            yield current
            return
        with explained(self.name), self.engine.connect() as connection:
            yield connection

    def rows(self, query: sa.Select[Any]) -> Iterator[Sequence[Any]]:
        """The rows of a query as a stream: never more than `CHUNK` of them in memory."""
        with self.reading() as connection:
            yield from connection.execute(query.execution_options(yield_per=CHUNK))

    def among(
        self, query: sa.Select[Any], column: "sa.ColumnElement[Any]", values: Iterable[Any]
    ) -> Iterator[Sequence[Any]]:
        """The rows of a query in which a column holds any of some values, however many these are."""
        wanted = sorted(set(values))
        for start in range(0, len(wanted), CHUNK):
            yield from self.rows(query.where(column.in_(wanted[start : start + CHUNK])))

    def pairs(self, query: "sa.Select[Any]") -> dict[str, str]:
        """The rows of a query over two columns as a mapping."""
        return {first: second for first, second in self.rows(query)}  # noqa: C416 - a row is no tuple for mypy

    def row(self, query: sa.Select[Any]) -> Sequence[Any] | None:
        """The first row of a query, or None."""
        with self.reading() as connection:
            return connection.execute(query).first()

    def put(self, table: sa.Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows; one whose key is there already is replaced."""
        statement = self._upsert(table)
        with self.writing() as connection:
            for chunk in _chunks(rows):
                connection.execute(statement, chunk)

    def delete(self, table: sa.Table, *conditions: "sa.ColumnElement[bool]") -> None:
        """Delete the rows that meet all the conditions."""
        with self.writing() as connection:
            connection.execute(sa.delete(table).where(*conditions))

    def _upsert(self, table: sa.Table) -> Any:
        insert: Any = (postgresql if self.engine.dialect.name == "postgresql" else sqlite).insert(table)
        keys = [column.name for column in table.primary_key]
        rest = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in keys}
        if not rest:
            return insert.on_conflict_do_nothing(index_elements=keys)
        return insert.on_conflict_do_update(index_elements=keys, set_=rest)


def _chunks(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    for row in rows:
        chunk.append(dict(row))
        if len(chunk) >= CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
