"""The engine that runs everything in this process, one shard after the other."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Any, Self

from demarche.engine.flight import Finished, Flight
from demarche.engine.marks import Kept
from demarche.engine.plan import Plan, Step
from demarche.engine.work import Worker


class Local:
    """No process is started; `workers` is always one."""

    room = 1

    def __init__(self, plan: Plan, workers: int | None = None) -> None:
        self._worker = Worker(plan)

    def start(self, number: int, units: list[Any]) -> "Future[bytes]":
        """Run a shard at once. An exception in it is simply raised here."""
        done: Future[bytes] = Future()
        done.set_result(self._worker.do(number, units))
        return done

    def over(self, number: int, step: Step, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        """One step over its items."""
        return Flight(number, step, self, kept).over(items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return
