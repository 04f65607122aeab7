"""Same items, any order, any engine, any folder: the same set of results and the same Rejects."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.engine import Each, Progress, run
from demarche.model import Reject, UsageError
from tests.engine.engine_steps import PLAN, doubled, installed

NUMBERS = list(range(300))


def everything(numbers: list[int], **options: object) -> Counter[str]:
    return Counter(repr(given) for given in run(PLAN, numbers, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", installed())
def test_every_engine_gives_the_same(engine: str, tmp_path: Path) -> None:
    expected = everything(NUMBERS)
    assert sum(expected.values()) == 43 + 10 + 1
    assert everything(NUMBERS[::-1], engine=engine, workers=2, folder=tmp_path) == expected
    spoilt = sorted((tmp_path / "doubled").iterdir())[2]
    spoilt.write_bytes(spoilt.read_bytes()[:-1] + b"?")
    told: list[Progress] = []
    again = everything(NUMBERS[::-1], engine=engine, workers=2, folder=tmp_path, on_progress=told.append)
    assert again == expected
    assert [progress.step for progress in told if not progress.resumed] == ["doubled"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10_000), max_size=80), st.randoms())
def test_the_order_of_the_input_does_not_matter(numbers: list[int], chance: object) -> None:
    shuffled = list(numbers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert everything(shuffled) == everything(numbers)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(list(range(120))))
def test_a_pool_agrees_on_shuffled_input(numbers: list[int]) -> None:
    assert everything(numbers, engine="pool", workers=2) == everything(sorted(numbers))


def test_rejects_are_their_own_stream() -> None:
    refused: list[Reject] = []
    earlier = Reject("sources", "x.txt", "empty")
    results = list(run(PLAN[:1], [earlier, 7, 8], on_reject=refused.append))
    assert results == [16, 17]
    assert set(refused) == {Reject("doubled", "7", "a multiple of seven"), earlier}


def test_nothing_in_nothing_out() -> None:
    assert list(run(PLAN, [])) == []
    assert list(run((), [1, 2])) == [1, 2]


def test_an_endless_source_is_read_only_as_far_as_needed() -> None:
    read = 0

    def endless() -> object:
        nonlocal read
        while True:
            read += 1
            yield 1

    flow = run(PLAN[:1], endless(), engine="pool", workers=1)  # type: ignore[arg-type]
    for _ in range(100):
        next(flow)
    flow.close()  # type: ignore[attr-defined]
    assert read < 1000


@pytest.mark.parametrize(
    ("plan", "engine", "words"),
    [
        (PLAN, "cloud", "daft, local, pool, ray"),
        ((Each("a", doubled), Each("a", doubled)), "local", "two steps"),
        ((Each("../a", doubled),), "local", "no name for a step"),
    ],
)
def test_a_plan_that_cannot_run_is_refused(plan: tuple[Each, ...], engine: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        list(run(plan, [1], engine=engine))
