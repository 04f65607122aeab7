"""Two machines, made as network namespaces: the same results, and what a machine that goes away leaves.

Only where it is asked for (DEMARCHE_TEST_RAY=1, as root, with iproute2): starting the machines takes half a minute.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from demarche.bench.growth import write
from demarche.bench.scale import FEWEST
from demarche.demo import corpus_paths
from demarche.pipeline import add
from demarche.store import Store
from tests.engine.engine_steps import installed
from tests.engine.far_steps import EXPECTED, ITEMS
from tests.engine.hosts import Host, cluster, network, possible
from tests.test_pipeline import content

asked = next(engine for engine in installed() if engine.values == ("ray",))  # type: ignore[attr-defined]
pytestmark = [*asked.marks, pytest.mark.skipif(not possible(), reason="needs root, ip and unshare")]  # type: ignore[attr-defined]

QUICK = {"RAY_health_check_period_ms": "1000", "RAY_health_check_timeout_ms": "3000"}
"""A machine that has gone is noticed in five to fifteen seconds, not thirty; any quicker, and a busy one has gone."""

OURS = ("shard", "error", "{")
"""Ray tells of a dead machine in the midst of what we say."""

Two = tuple[Host, Host, Mapping[str, str], Path]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Two machines, a driver's environment, and the folder that both see."""
    shared = tmp_path / "shared"
    shared.mkdir()
    with network(2, tmp_path, [shared]) as (one, other):
        yield one, other, {**cluster([one, other], **QUICK), "TMPDIR": str(shared)}, shared


def test_both_take_part_and_the_store_is_the_same_to_the_byte(two: Two, tmp_path: Path) -> None:
    one, _, environment, shared = two
    made = one.run(sys.executable, "-m", "tests.engine.far_run", str(shared / "run"), **environment)
    assert made.returncode == 0, made.stdout + made.stderr
    found = result(made.stdout)
    assert (found["totals"], found["cores"]) == (EXPECTED, 4)
    assert set(found["slow"]) == set(found["total"]) == {"host1", "host2"}
    assert min(found["slow"].values()) * 5 > ITEMS
    texts = shared / "texts.jsonl"
    write(stories(tmp_path), 100, texts, ())
    for name, engine in (("far", "ray"), ("here", "local")):
        with Store(shared / f"{name}.db") as store:
            add(store, [texts])
        done = run_at(one, environment, shared / f"{name}.db", engine)
        assert done.returncode == 0, done.stderr
    assert held(shared / "far.db") == held(shared / "here.db")


def result(output: str) -> dict[str, Any]:
    """What a run told at its end."""
    found: dict[str, Any] = json.loads(next(line for line in output.splitlines() if line.startswith("{")))
    return found


def run_at(host: Host, environment: Mapping[str, str], store: Path, engine: str) -> "subprocess.CompletedProcess[str]":
    words = ("-m", "demarche", "run", "--store", str(store), "--engine", engine, "--workers", "4")
    return host.run(sys.executable, *words, **environment)


def held(path: Path) -> dict[str, list[object]]:
    with Store(path) as store:
        return content(store)


def stories(folder: Path) -> list[dict[str, object]]:
    """The longer texts of the demo's corpus."""
    with Store(folder / "stories.db") as store:
        add(store, corpus_paths())
        return [
            {"title": d.title, "date": str(d.published), "publisher": d.publisher, "text": d.text}
            for d in store.documents
            if d.published and len(d.text.split()) >= FEWEST
        ]


@pytest.mark.parametrize("gone", [Host.kill, Host.unplug], ids=["killed", "unplugged"])
def test_without_a_machine_the_others_go_on(gone: Callable[[Host], None], two: Two) -> None:
    one, other, environment, shared = two
    lines = told(one, environment, shared / "run", lambda: gone(other))
    found = json.loads(lines[-1])
    assert found["totals"] == EXPECTED
    assert found["slow"]["host1"] > ITEMS // 2
    assert found["total"] == {"host1": 10}


def test_where_nothing_comes_any_more_the_run_says_so_and_can_be_gone_on_with(two: Two) -> None:
    one, other, environment, shared = two
    lines = told(one, environment, shared / "run", other.kill, "8")
    assert lines[-1].startswith("error WorkerLost: 10.77.0.2 left the cluster in step 'slow'")
    assert lines[:-1] == 8 * ["shard slow done"]
    again = one.run(sys.executable, "-m", "tests.engine.far_run", str(shared / "run"), **environment)
    assert result(again.stdout)["totals"] == EXPECTED
    assert again.stdout.count("shard slow resumed") == 8


def told(host: Host, environment: Mapping[str, str], folder: Path, then: Callable[[], None], *more: str) -> list[str]:
    """The lines of a run; when it has finished eight shards, something is done."""
    command = host.command(sys.executable, "-m", "tests.engine.far_run", str(folder), *more, **environment)
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith(OURS):
                lines.append(line.strip())
                if len(lines) == 8:
                    then()
    return lines


def test_a_machine_with_other_tables_takes_no_part(two: Two, tmp_path: Path) -> None:
    one, _, environment, shared = two
    with Store(shared / "a.db") as store:
        add(store, corpus_paths())
    one.run("mkdir", "/tmp/own")
    one.run("sh", "-c", "printf 'phrase,sector,source\n' > /tmp/own/agents.csv")
    done = run_at(one, {**environment, "DEMARCHE_ACTORS": "/tmp/own"}, shared / "a.db", "ray")
    assert done.returncode != 0
    assert "host2 has another demarche, or other tables" in done.stderr


def test_a_cluster_that_cannot_be_joined_is_told_so(two: Two) -> None:
    one, _, environment, shared = two
    made = one.run(
        sys.executable, "-m", "tests.engine.far_run", str(shared), **{**environment, "RAY_AUTH_TOKEN": "f" * 64}
    )
    assert "error UsageError: Ray at 10.77.0.1:6379 (RAY_ADDRESS) cannot be joined" in made.stdout


def test_a_folder_that_only_one_sees_is_told(two: Two) -> None:
    one, _, environment, shared = two
    made = one.run(sys.executable, "-m", "tests.engine.far_run", str(shared), **{**environment, "TMPDIR": "/tmp"})
    assert "TMPDIR" in made.stdout
