"""A run that is stopped, by its own death or a worker's, goes on where it stood and ends with the same result."""

import os
import select
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import msgspec
import pytest

from demarche.engine import Each, Progress, run
from demarche.engine.marks import Marks
from demarche.model import BadInput, StoreError, WorkerLost
from tests.engine.engine_steps import PLAN, broken, counted, fatal_plan, installed

ROOT = Path(__file__).parents[2]
PROCESSES = [engine for engine in installed() if engine.values != ("local",) and engine.values != ("ray",)]  # type: ignore[attr-defined]
"""Engines whose workers a test can kill; Ray starts another worker in the place of a dead one."""


def started(folder: Path, engine: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.engine.killed_run", str(folder), engine],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def results(**options: object) -> tuple[list[str], Counter[str]]:
    """What the plan gives, and how many shards of each step were done or resumed."""
    told: list[Progress] = []
    found = sorted(map(repr, run(PLAN, range(400), on_progress=told.append, **options)))  # type: ignore[arg-type]
    return found, Counter(f"{shard.step} {'resumed' if shard.resumed else 'done'}" for shard in told)


@cache
def expected() -> list[str]:
    return results()[0]


@pytest.mark.parametrize("engine", installed())
def test_a_killed_run_leaves_no_worker_and_resumes_to_the_same_result(engine: str, tmp_path: Path) -> None:
    with started(tmp_path, engine) as victim:
        assert victim.stdout is not None
        assert victim.stdin is not None
        for _ in range(4):
            assert "shard" in victim.stdout.readline()
            victim.stdin.write("\n")
            victim.stdin.flush()
        while "shard" not in victim.stdout.readline():
            pass
        ends = below(victim.pid) if engine not in ("local", "ray") and hasattr(os, "pidfd_open") else []
        os.kill(victim.pid, signal.SIGKILL)
    assert victim.wait() == -signal.SIGKILL
    for end in ends:
        assert select.select([end], [], [], 20)[0], "a worker is still there"
        os.close(end)
    found, shards = results(engine=engine, workers=2, folder=tmp_path)
    assert found == expected()
    assert 5 <= shards["doubled resumed"] < 25
    assert shards["tally done"] > 0


def below(pid: int) -> list[int]:
    """Handles of the processes that a process has started: an id could be another's by the time it is asked."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    found = [os.pidfd_open(int(worker)) for thread in threads for worker in thread.read_text().split()]
    assert len(found) >= 2
    return found


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to mount a small disk")
@pytest.mark.parametrize("engine", installed())
def test_a_full_disk_is_told_and_with_room_the_run_goes_on(engine: str, small: Path) -> None:
    with pytest.raises(StoreError, match=r"step 'doubled'.*No space left.*run the same command again"):
        results(engine=engine, workers=2, folder=small)
    assert not list(small.rglob("*.part"))
    subprocess.run(["mount", "-o", "remount,size=8m", str(small)], check=True)
    found, shards = results(engine=engine, workers=2, folder=small)
    assert found == expected()
    assert 5 <= shards["doubled resumed"] < 25


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a dozen marks: each takes a page."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48k", "none", str(disk)], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("engine", PROCESSES)
def test_a_workers_death_is_told_and_the_run_can_be_resumed(engine: str, tmp_path: Path) -> None:
    plan = fatal_plan(tmp_path / "once")
    kept = tmp_path / "run"
    with pytest.raises(WorkerLost, match=r"step 'fatal'.*run the same command again"):
        list(run(plan, range(200), engine=engine, workers=1, folder=kept))
    assert sorted(run(plan, range(200), engine=engine, workers=1, folder=kept)) == list(range(1, 201))


@pytest.mark.parametrize("engine", installed())
def test_an_error_of_ours_comes_back_as_it_was(engine: str) -> None:
    with pytest.raises(BadInput, match="no such luck") as caught:
        list(run((Each("broken", broken),), [3], engine=engine, workers=1))
    assert caught.value.item == "3"


def test_a_model_is_loaded_once_in_each_worker(tmp_path: Path) -> None:
    loads = tmp_path / "loads"
    plan = (Each("counted", partial(counted, str(loads)), gives=int),)
    assert len(list(run(plan, range(500), engine="pool", workers=2))) == 500
    pids = loads.read_text().split()
    assert len(pids) == len(set(pids)) <= 2


def damage_nothing(path: Path) -> None:
    pass


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.write_bytes(msgspec.msgpack.encode({"sha256": "0", "payload": b"x"}))


@pytest.mark.parametrize(
    ("damage", "redone"), [(damage_nothing, 0), (truncate, 1), (flip, 1), (empty, 1), (foreign, 1), (Path.unlink, 1)]
)
def test_a_damaged_mark_is_found_and_redone(damage: object, redone: int, tmp_path: Path) -> None:
    expected = sorted(map(repr, run(PLAN, range(100), folder=tmp_path)))
    damage(sorted((tmp_path / "doubled").iterdir())[2])  # type: ignore[operator]
    told: list[Progress] = []
    assert sorted(map(repr, run(PLAN, range(100), folder=tmp_path, on_progress=told.append))) == expected
    assert sum(not progress.resumed for progress in told) == redone


def test_another_version_or_another_shape_is_done_again(tmp_path: Path) -> None:
    def redone(**changes: object) -> int:
        told: list[Progress] = []
        plan = (msgspec.structs.replace(PLAN[0], **changes),)
        list(run(plan, range(32), folder=tmp_path, on_progress=told.append))
        return sum(not progress.resumed for progress in told)

    assert redone() == 2
    assert redone() == 0
    assert redone(version="2") == 2
    assert redone(version="2", gives=int) == 0


def test_a_mark_of_another_shape_is_done_again(tmp_path: Path) -> None:
    list(run(PLAN[:1], range(32), folder=tmp_path))
    for path in (tmp_path / "doubled").iterdir():
        Marks(tmp_path).save("doubled", path.stem, msgspec.msgpack.encode((["a word"], [])))
    assert 4 in list(run(PLAN[:1], range(32), folder=tmp_path))


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    list(run(PLAN, range(100), folder=tmp_path))
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} == {".mark"}
