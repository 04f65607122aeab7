"""Many readers at once are all answered."""

from demarche.bench.load import load
from tests.publish.web.conftest import Served


def test_every_reader_is_answered(demo: Served) -> None:
    found = load(demo.base, clients=40, each=3)
    assert found.wrong == {}
    assert found.answers == 120
