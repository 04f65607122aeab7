"""The engine that runs shards in processes of this machine.

Processes are spawned, never forked: a fork copies the threads' locks of an ONNX session in whatever state they
are. A worker ends when its parent dies, even by SIGKILL: the executor's queues would keep it alive for ever.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any, Self

from demarche.engine.flight import Finished, Flight
from demarche.engine.marks import Kept
from demarche.engine.plan import Plan, Step
from demarche.engine.work import Worker

_worker: Worker | None = None


class Pool:
    """`room` bounds the shards in flight, so that a quick source cannot flood the memory."""

    def __init__(self, plan: Plan, workers: int | None = None) -> None:
        self._workers = workers or cores()
        self.room = 2 * self._workers
        self._executor = ProcessPoolExecutor(
            self._workers, multiprocessing.get_context("spawn"), initializer=_prepare, initargs=(plan,)
        )

    def start(self, number: int, units: list[Any]) -> "Future[bytes]":
        """Hand a shard to the next free worker."""
        return self._executor.submit(_do, number, units)

    def over(self, number: int, step: Step, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        """One step over its items."""
        return Flight(number, step, self, kept).over(items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """The processor cores that this process may use: fewer than the machine has, in a container or under taskset."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _prepare(plan: Plan) -> None:
    """Runs once in each worker. Ctrl-C is for the parent, which then lets the workers finish their shard."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(plan)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(number: int, units: list[Any]) -> bytes:
    if _worker is None:
        raise RuntimeError("a worker was given a shard before it was prepared")
    return _worker.do(number, units)
