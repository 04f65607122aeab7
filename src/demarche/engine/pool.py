"""The engine that runs shards in processes of this machine, each minded by a thread here."""

import os
import queue
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Self

from demarche.engine.flight import Finished, Flight
from demarche.engine.marks import Kept
from demarche.engine.minded import Minded
from demarche.engine.plan import Plan, Step


class Pool:
    """`room` bounds the shards in flight, so that a quick source cannot flood the memory."""

    def __init__(self, plan: Plan, workers: int | None = None) -> None:
        self._workers = [Minded(plan) for _ in range(workers or cores())]
        self.room = 2 * len(self._workers)
        self._idle: queue.SimpleQueue[Minded] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(len(self._workers))

    def start(self, number: int, units: list[Any]) -> "Future[bytes]":
        """Hand a shard to the next free worker."""
        return self._threads.submit(self._do, number, units)

    def over(self, number: int, step: Step, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        """One step over its items."""
        return Flight(number, step, self, kept).over(items)

    def _do(self, number: int, units: list[Any]) -> bytes:
        worker = self._idle.get()
        try:
            return worker.do(number, units)
        finally:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        if failure[0] is not None:  # nobody waits for what is under way
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.end()


def cores() -> int:
    """The processor cores that this process may use: fewer than the machine has, in a container or under taskset."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
