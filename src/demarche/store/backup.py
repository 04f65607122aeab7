"""A store as one file, and a store out of such a file: whole or not at all, also when it is stopped on the way.

The file is a store of its own (SQLite), whatever the store is kept in, so that it can be opened and read as it is.
From SQLite the pages are copied (its online backup: one moment of the store, while others go on writing); from and to
PostgreSQL the rows of every table, inside one transaction.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from demarche.model import StoreError, UsageError
from demarche.store import schema
from demarche.store.failures import explained, plain
from demarche.store.link import CHUNK, Link
from demarche.store.store import Store


def backup(store: Store, path: Path) -> int:
    """Write the store into a new file; give the number of documents in it."""
    if path.exists():
        raise UsageError(f"{path} is there already; a backup takes the place of nothing")
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.unlink(missing_ok=True)
        with explained(str(path)):
            _written(store, beside)
        documents = checked(beside)
        _synced(beside)
        os.replace(beside, path)
        _synced(path.parent)
    except OSError as e:
        raise StoreError(f"{path} cannot be written: {e.strerror or e}") from e
    finally:
        _forgotten(beside)
    return documents


def restore(path: Path, where: str | Path, *, force: bool = False) -> int:
    """Let a store hold what a backup holds; give the number of documents. One that holds something needs `force`."""
    if not path.is_file():
        raise UsageError(f"there is no backup {path}")
    checked(path)
    with Store(where) as target:
        if target.link.readonly:
            raise StoreError(f"{target.name}: it is read-only")
        if len(target.documents) and not force:
            held = f"{target.name} holds {len(target.documents):,} documents"
            raise UsageError(f"{held}; --force puts the backup in their place")
        if target.link.engine.dialect.name == "sqlite":
            _pages(path, target)
        else:
            _out_of(path, target)
    with Store(where) as target:
        return len(target.documents)


def checked(path: Path) -> int:
    """The number of documents in a backup that is whole; a damaged one is refused."""
    with explained(str(path)):
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
                found = [row[0] for row in file.execute("PRAGMA integrity_check(1)")]
                loose = file.execute("PRAGMA foreign_key_check").fetchone()
                (documents,) = file.execute("SELECT count(*) FROM documents").fetchone()
        except sqlite3.DatabaseError as e:
            raise StoreError(f"{path}: this is no backup of a store, or it is damaged ({e})") from e
    if found != ["ok"] or loose:
        raise StoreError(
            f"{path}: the backup is damaged ({'; '.join(found) if found != ['ok'] else 'rows are missing'})"
        )
    return int(documents)


def _written(store: Store, path: Path) -> None:
    if store.link.engine.dialect.name == "sqlite":
        with _raw(store.link) as source, closing(sqlite3.connect(path)) as file:
            _copied(source, file, path.name.removeprefix(".").removesuffix(".part"))
            file.execute("PRAGMA journal_mode = DELETE")  # one file, without a journal beside it
        return
    with Store(path) as target:
        _rows(store.link, target.link)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")


def _pages(path: Path, target: Store) -> None:
    """In one transaction of the target: whoever stops it leaves the target as it was."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    with explained(target.name), closing(sqlite3.connect(address, uri=True)) as file, _raw(target.link) as into:
        _copied(file, into, target.name)


def _out_of(path: Path, target: Store) -> None:
    """Through a copy of the backup: opening a store leads it to the newest schema, and a backup stays as it is."""
    with TemporaryDirectory(prefix="demarche-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        with Store(copy, create=False) as source:
            _rows(source.link, target.link)


def _copied(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> None:
    try:
        source.backup(target)
    except sqlite3.Error as e:
        raise StoreError(f"{name}: {plain(str(e))}") from e


@contextmanager
def _raw(link: Link) -> Iterator[sqlite3.Connection]:
    """The driver's own connection, given back at the end."""
    held = link.engine.raw_connection()
    try:
        if not isinstance(held.driver_connection, sqlite3.Connection):
            raise StoreError(f"{link.name}: no SQLite connection")
        yield held.driver_connection
    finally:
        held.close()


def _rows(source: Link, target: Link) -> None:
    """All rows of all tables, the referred-to first, out of one moment of the source."""
    tables = schema.metadata.sorted_tables
    moment = {"isolation_level": "REPEATABLE READ"} if source.engine.dialect.name == "postgresql" else {}
    with (
        explained(source.name),
        source.engine.connect().execution_options(stream_results=True, **moment) as reading,
        target.writing() as writing,
    ):
        for table in reversed(tables):
            writing.execute(sa.delete(table))
        for table in tables:
            rows = reading.execute(sa.select(table)).mappings()
            for chunk in rows.partitions(CHUNK):
                writing.execute(sa.insert(table), [dict(row) for row in chunk])
        if target.engine.dialect.name == "postgresql":
            _counted_on(writing, tables)


def _counted_on(connection: sa.Connection, tables: "list[sa.Table]") -> None:
    """PostgreSQL numbers new rows from where it stood: let it go on after the rows that came with their numbers."""
    for table in tables:
        for column in table.primary_key:
            if isinstance(column.type, sa.Integer) and len(table.primary_key) == 1:
                most = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
                sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(sa.select(sa.func.setval(sequence, most, False)))


def _synced(path: Path) -> None:
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _forgotten(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
