"""A few hours of feeds from hosts of every temper: nothing lost or doubled, memory flat; and the count can fail."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from demarche.bench import day, growth
from demarche.bench.hosts import TEMPERS, Clock, Host
from demarche.bench.usage import memory
from demarche.demo import corpus_paths
from demarche.store import Store

HOURS, HOURLY = 4, 2
TEXTS = [path.read_text(encoding="utf-8") for path in corpus_paths() if path.parent.name == "news"][:7]
FLAT = 25
"""Megabytes between the first hour and the last: a fetch that leaked its pages would need ten times that in a day."""


class Day(NamedTuple):
    """What a stream left behind."""

    store: Store
    hosts: list[Host]
    held: list[float]


@pytest.fixture(scope="module")
def streamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    clock = Clock()
    path: Path = tmp_path_factory.mktemp("day") / "a.db"
    with Store(path) as store, day.hosts(TEXTS, clock, HOURLY, HOURS) as hosts:
        one = day.follower(store, clock, hosts)
        held = [memory() for _ in day.hour_by_hour(store, one, clock, HOURS, run=False)]
        day.settle(store, one, clock, hosts)
        yield Day(store, hosts, held)


def test_nothing_is_lost_doubled_or_made_up(streamed: Day) -> None:
    found = day.verdict(streamed.store, streamed.hosts)
    assert found["reports"] == len(TEMPERS) * HOURS * HOURLY
    assert min(found["corrected"], found["taken_down"]) > 0
    assert (found["lost"], found["doubled"], found["made_up"], found["against_robots"]) == ([], [], [], [])


def test_memory_stays_flat(streamed: Day) -> None:
    assert streamed.held[-1] - streamed.held[0] < FLAT


def test_every_host_was_heard(streamed: Day) -> None:
    told = {document.url.rpartition("/news/")[0] for document in streamed.store.documents if document.url}
    assert told == {host.url for host in streamed.hosts}


def test_a_loss_and_a_double_are_seen(streamed: Day) -> None:
    host = streamed.hosts[0]
    host.versions["news/never-0"] = 1
    try:
        assert day.verdict(streamed.store, streamed.hosts)["lost"] == [("news/never-0", 1)]
    finally:
        del host.versions["news/never-0"]
    first = next(iter(streamed.store.documents))
    again = growth.document({"id": "again", "text": first.text})
    with streamed.store.transaction():
        streamed.store.documents.put([(again, again.text.encode())])
    assert len(day.verdict(streamed.store, streamed.hosts)["doubled"]) == 1
