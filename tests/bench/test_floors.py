"""No figure falls under its floor: measured where the gold data are, skipped elsewhere."""

import pytest

from demarche.bench import TASKS, task
from demarche.bench.floors import floors, gold_digest, measured, under

from .gold import gold, needs_gold

PINNED = [(name, path) for name, held in floors().items() for path in held]


def test_every_floor_belongs_to_a_gold_file_of_a_task() -> None:
    known = {(name, data.path) for name in TASKS for data in task(name).card.data}
    assert set(PINNED) <= known


@needs_gold
@pytest.mark.parametrize(("name", "path"), PINNED)
def test_floor(name: str, path: str) -> None:
    floor, asked = floors()[name][path], task(name)
    assert gold_digest(gold(path)) == floor.gold, "another edition of the gold: measure and pin anew"
    data = next(data for data in asked.card.data if data.path == path)
    assert under(asked.card, floor, measured(asked, data, gold(""))) == []
