"""Every error of the tree survives the way back from a worker process."""

import pickle

import pytest

from demarche.model import BadInput, BadKnowledge, DemarcheError, WorkerLost


@pytest.mark.parametrize(
    "error",
    [BadInput("too long", "a.txt"), BadInput("empty"), BadKnowledge("a.csv", "row 3", "no date"), WorkerLost("gone")],
)
def test_pickled_and_back(error: DemarcheError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))
