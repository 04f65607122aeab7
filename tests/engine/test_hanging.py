"""A worker that hangs is killed, its shard tried again item by item; what hangs twice is refused, or stops the run."""

from functools import partial
from pathlib import Path

import pytest

from demarche.engine import Each, Gather, Plan, run
from demarche.engine.plan import Step
from demarche.model import WorkerLost
from tests.engine.engine_steps import gathered_hang, given_up, hanging, installed, last_digit

MINDED = [engine for engine in installed() if engine.values != ("local",)]  # type: ignore[attr-defined]
SOON = 0.5
"""Seconds that a worker is given here."""


def hangs(once: Path | None = None, **more: object) -> Each:
    return Each("hangs", partial(hanging, str(once or "")), gives=int, patience=SOON, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", MINDED)
def test_only_the_item_that_hangs_is_refused(engine: str, tmp_path: Path) -> None:
    plan: Plan = (hangs(refused=given_up),)
    expected = sorted([*(n + 1 for n in range(64) if n != 40), -40])
    assert sorted(run(plan, range(64), engine=engine, workers=2, folder=tmp_path)) == expected
    told: list[bool] = []
    again = run(
        plan, range(64), engine=engine, workers=2, folder=tmp_path, on_progress=lambda p: told.append(p.resumed)
    )
    assert sorted(again) == expected
    assert all(told)


def test_what_hung_once_is_done(tmp_path: Path) -> None:
    plan: Plan = (hangs(tmp_path / "once", refused=given_up),)
    assert sorted(run(plan, range(48), engine="pool", workers=1)) == list(range(1, 49))
    assert (tmp_path / "once").exists()


@pytest.mark.parametrize("step", [hangs(), Gather("meets", last_digit, gathered_hang, gives=int, patience=SOON)])
def test_where_nobody_is_to_blame_the_run_stops_and_says_so(step: Step) -> None:
    with pytest.raises(WorkerLost, match=rf"step '{step.name}' did not come back.*twice.*run the same command again"):
        list(run((step,), [40], engine="pool", workers=2))
