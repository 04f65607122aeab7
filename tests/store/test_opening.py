"""Opening a store: the schema is led to the newest one, and what cannot be used is refused in plain words."""

import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from demarche.model import DemarcheError, StoreError
from demarche.store import Store, schema
from demarche.store.migrate import HEAD, version_table
from tests.store.store_cases import CALL, CALL_RAW


def test_the_migrations_lead_to_the_schema(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store, store.link.engine.connect() as connection:
        ours = {"version_table": version_table(), "include_name": lambda name, *_: "_index" not in (name or "")}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == HEAD


def test_the_newest_migration_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", "demarche.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_opened_again_it_holds_what_it_held(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
    with Store(f"sqlite:///{tmp_path}/a.db", create=False) as store:
        assert store.documents[CALL.id] == CALL


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cookies (name TEXT)")


def newer(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE demarche_schema SET version_num = '9999'")


def junk(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def cut(path: Path) -> None:
    Store(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (foreign, "belongs to another program.*cookies"),
        (newer, f"newer demarche.*9999.*{HEAD}"),
        (junk, "no SQLite database"),
        (cut, "damaged"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_a_file_that_is_no_store_of_ours(make: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    make(path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=words):
        Store(path)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("/no/such/folder/a.db", "no folder"),
        ("mysql://host/db", "postgresql:// URL"),
        ("sqlite://", "a file's path"),
        ("://", "no database URL"),
    ],
)
def test_a_place_where_no_store_can_be(where: str, words: str) -> None:
    with pytest.raises(DemarcheError, match=words):
        Store(where)


def test_a_missing_store_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="demarche init"):
        Store(tmp_path / "a.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_locked_store_says_so(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db", wait_s=0.01) as store:
        other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            store.documents.put([(CALL, CALL_RAW)])
        assert len(store.documents) == 0
        other.execute("ROLLBACK")
        other.close()
        assert store.documents.put([(CALL, CALL_RAW)]) == 1


def test_a_readonly_store_can_be_read_but_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with Store(path) as store:
        store.documents.put([(CALL, CALL_RAW)])
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: mode != os.W_OK and allowed(p, mode))  # root may write anywhere
    with Store(path) as store:
        assert store.documents[CALL.id] == CALL
        with pytest.raises(StoreError, match="read-only"):
            store.runs.begin("run", "0.1", {})


def test_a_damaged_row_is_named(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
        with store.link.writing() as connection:
            connection.execute(sa.update(schema.documents).values(body='{"id": 3}'))
        with pytest.raises(StoreError, match="row of documents is damaged"):
            list(store.documents)


def test_postgres_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demarche.store.address.find_spec", lambda name: None)
    with pytest.raises(StoreError, match=r"pip install 'demarche\[postgres\]'"):
        Store("postgresql://localhost/demarche")
