"""A command line run in this process: its exit code, what it printed, what it told."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from demarche.cli import run
from demarche.store import Store
from tests.store.store_cases import (
    CALL,
    CALL_RAW,
    DID,
    DIFFERENCE,
    FAMILY,
    MEASURE,
    PLAN,
    PLAN_RAW,
    RECORD,
    WILL,
)


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return msgspec.json.decode(self.out)


Cli = Callable[..., Result]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cli]:
    """Runs in an empty folder, with no store in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEMARCHE_STORE", raising=False)

    def ran(*arguments: object) -> Result:
        code = run([str(a) for a in arguments])
        return Result(code, *capsys.readouterr())

    yield ran
    assert not any(name.startswith("demarche-") for name in os.listdir(tmp_path))


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store that holds one call, told as planned and then as held."""
    path = tmp_path / "filled.db"
    with Store(path) as store:
        store.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
        store.families.replace([FAMILY])
        store.differences.replace("copies", [DIFFERENCE])
        store.claims.put(PLAN.id, [WILL], "reader/1")
        store.claims.put(CALL.id, [DID], "reader/1")
        store.records.replace([RECORD])
        store.measures.replace([MEASURE])
    return path
