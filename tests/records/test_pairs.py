"""Which two tellings become one record: the table of `rows`, and how far the one-a-day rule would get on it."""

from pathlib import Path

import pytest

from demarche.records import records
from demarche.records.compatibility import contradiction, grounds
from demarche.records.tellings import tellings
from tests.records.pairs import READOUTS, Scored, labels
from tests.records.rows import DIFFERENT, SAME
from tests.tellings import world


def count(pair: tuple[str, str]) -> int:
    return len(records(*world(pair)))


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_one_event(pair: tuple[str, str]) -> None:
    assert count(pair) == 1


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_two_events(pair: tuple[str, str]) -> None:
    assert count(pair) == 2


@pytest.mark.parametrize("pair", [*SAME.values(), *DIFFERENT.values()])
def test_either_way_round(pair: tuple[str, str]) -> None:
    a, b = tellings(*world(pair))
    assert contradiction(a, b) == contradiction(b, a)
    assert grounds(a, b) == grounds(b, a)


def test_labelled_pairs_of_the_demo(tmp_path: Path) -> None:
    found = Scored("demo", tmp_path)
    assert found.unread <= 4
    assert found.merging.f1 >= 0.9, "\n".join(found.errors)
    assert found.merging.f1 > found.one_a_day.f1


@pytest.mark.skipif(not READOUTS.exists(), reason="the bench is not here")
def test_labelled_pairs_of_readouts(tmp_path: Path) -> None:
    """A tenth of them; `python -m tests.records.pairs` reads all."""
    found = Scored("readouts", tmp_path, labels("readouts")[::10])
    assert found.merging.f1 >= 0.7, "\n".join(found.errors)


def test_one_a_day_is_beaten() -> None:
    """The rule to beat merges what shares the pair of states, the mode and the day, and nothing else."""

    def one_a_day(pair: tuple[str, str]) -> bool:
        a, b = tellings(*world(pair))
        return bool(a.window) and (a.sides, a.kind, a.window) == (b.sides, b.kind, b.window)

    found = sum(map(one_a_day, SAME.values()))
    wrong = sum(map(one_a_day, DIFFERENT.values()))
    assert found < len(SAME) / 2
    assert wrong > 0
