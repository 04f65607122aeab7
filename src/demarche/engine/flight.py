"""What every engine gives back, and the way of those that take one shard at a time: keep them busy, take what lands."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, NamedTuple, Protocol

from demarche.engine.marks import Kept
from demarche.engine.plan import Step
from demarche.engine.shards import Shard, shards
from demarche.model import Reject


class Finished(NamedTuple):
    """A shard that is done: what it gave, and whether an earlier run had done it."""

    shard: str
    items: int
    results: list[Any]
    rejects: list[Reject]
    resumed: bool


class Starts(Protocol):
    """Runs one shard at a time; `room` is how many may be under way."""

    room: int

    def start(self, number: int, units: list[Any]) -> "Future[bytes]": ...


class Flight:
    """One step on such an engine."""

    def __init__(self, number: int, step: Step, running: Starts, kept: Kept) -> None:
        self._number = number
        self._step = step
        self._running = running
        self._kept = kept
        self._flying: dict[Future[bytes], Shard] = {}

    def over(self, items: Iterable[Any]) -> Iterator[Finished]:
        """Cut the items into shards, and give each of them back when it is done."""
        for shard in shards(self._step, items):
            known = self._kept.load(shard.id)
            if known is not None:
                yield Finished(shard.id, shard.items, *known, resumed=True)
                continue
            while len(self._flying) >= self._running.room:
                yield from self._landed()
            self._start(shard)
            if any(future.done() for future in self._flying):
                yield from self._landed()
        while self._flying:
            yield from self._landed()

    def _start(self, shard: Shard) -> None:
        self._flying[self._running.start(self._number, shard.units)] = shard

    def _landed(self) -> Iterator[Finished]:
        done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
        for future in done:
            shard = self._flying.pop(future)
            yield Finished(shard.id, shard.items, *self._kept.save(shard.id, future.result()), resumed=False)
