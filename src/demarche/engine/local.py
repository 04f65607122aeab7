"""The engine that runs everything in this process, one shard after the other."""

from concurrent.futures import Future
from typing import Any, Self

from demarche.engine.plan import Plan
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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return
