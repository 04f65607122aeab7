"""SIGKILL before any statement to the database: after the next run the store is what an undisturbed run leaves.

A few points are tried each time; DEMARCHE_TEST_KILLS says how many.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from demarche import pipeline
from demarche.pipeline import add, process
from demarche.pipeline import reader as reading
from demarche.store import Store
from tests.test_pipeline import ROOT, STORY, content

KILLS = int(os.environ.get("DEMARCHE_TEST_KILLS", "3"))


def ran(store: Path, reader: str, last: int) -> "subprocess.CompletedProcess[str]":
    arguments = [sys.executable, "-m", "tests.killed_pipeline", str(store), reader, str(last), *map(str, STORY)]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int, dict[str, list[object]]]:
    """The reader's version, the number of statements of an undisturbed run, and what it leaves."""
    where = tmp_path_factory.mktemp("whole") / "a.db"
    reader = pipeline.reader_version()
    statements = int(ran(where, reader, -1).stdout)
    with Store(where) as store:
        return reader, statements, content(store)


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_anywhere_nothing_is_lost_and_nothing_doubled(
    seed: int, whole: tuple[str, int, dict[str, list[object]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, statements, expected = whole
    monkeypatch.setattr(reading, "reader_version", lambda: reader)
    last = random.Random(seed).randint(1, statements)
    assert ran(tmp_path / "a.db", reader, last).returncode == -signal.SIGKILL
    with Store(tmp_path / "a.db") as store:
        add(store, STORY)
        process(store)
        assert content(store) == expected, f"killed before statement {last} of {statements}"
