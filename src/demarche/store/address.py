"""Where a store is: a file's path or a database URL, and the SQLAlchemy engine for it."""

import os
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry

from demarche.model import StoreError, UsageError

WAIT_S = 10.0
"""How long a writer waits for another one before it gives up."""


def url_of(where: str | Path) -> sa.URL:
    """The URL of a store: `demarche.db`, `sqlite:///demarche.db`, `postgresql://user@host/name`."""
    text = os.fspath(where)
    if "://" not in text:
        return sa.URL.create("sqlite", database=text)
    try:
        url = sa.make_url(text)
    except sa.exc.ArgumentError as e:
        raise UsageError(f"{text!r} is no database URL") from e
    match url.get_backend_name():
        case "sqlite" if url.database not in (None, "", ":memory:"):
            return url
        case "postgresql" | "postgres":
            if find_spec("psycopg") is None:
                raise StoreError("PostgreSQL needs its driver: pip install 'demarche[postgres]'")
            return url.set(drivername="postgresql+psycopg")
        case _:
            raise UsageError(f"a store is a file's path or a postgresql:// URL, not {text!r}")


def connect(url: sa.URL, wait_s: float = WAIT_S) -> tuple[sa.Engine, bool]:
    """The engine for a store, and whether it may only be read."""
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url), False
    path = Path(str(url.database))
    if path.is_dir():
        raise StoreError(f"{path} is a folder; a store is a file")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}")
    readonly = path.exists() and not os.access(path, os.W_OK)
    engine = sa.create_engine(_readable(path) if readonly else url, connect_args={"timeout": wait_s})
    sa.event.listen(engine, "connect", _settle_readonly if readonly else _settle)
    sa.event.listen(engine, "begin", _begin)
    return engine, readonly


def _readable(path: Path) -> sa.URL:
    """`immutable` where the folder is read-only too: SQLite could not keep its shared memory file there."""
    query = {"mode": "ro", "uri": "true"} | ({} if os.access(path.parent, os.W_OK) else {"immutable": "1"})
    return sa.URL.create("sqlite", database=path.resolve().as_uri(), query=query)


def _settle(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """The journal lets readers go on while one writes; with it, `NORMAL` loses no finished transaction to a crash."""
    _settle_readonly(connection, _)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _settle_readonly(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not guessed by the driver
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")


def _begin(connection: sa.Connection) -> None:
    """A writer takes its lock at once: one that reads first and then wants to write can be refused without a wait."""
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
