"""Ray, on one machine or many: joined or started, how large it is, what a worker takes of it, and what it has lost.

Ray starts a dead machine's workers again on the others, if these have room for them: a worker takes up a whole core on
one machine, but on several only so much that all fit when the largest of these is gone. Where they have none, Daft
waits for minutes, and was seen to wait for ever, for workers that nobody can start.
"""

import logging
import os
import queue
import threading
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from demarche.engine.plan import Step
from demarche.engine.pool import cores
from demarche.model import UsageError, WorkerLost

ADDRESS = "RAY_ADDRESS"
LOOK = 5.0
"""Seconds between two looks at the machines while nothing comes."""
LEAST = 0.05
"""Of a core, for a worker that has to fit nearly anywhere."""


def join(workers: int) -> None:
    """Join the cluster that RAY_ADDRESS names; without it, one of this process's own is started here."""
    import ray

    if ray.is_initialized():
        return
    try:
        if os.environ.get(ADDRESS):
            ray.init(log_to_driver=False, logging_level=logging.ERROR)
        else:
            ray.init(num_cpus=workers + 1, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, RuntimeError, ray.exceptions.RayError) as e:
        raise UsageError(_unjoined(e)) from e


def _unjoined(e: Exception) -> str:
    where, why = os.environ.get(ADDRESS), str(e).partition("\n")[0]
    if not where:
        return f"Ray cannot be started here: {why}"
    return (
        f"Ray at {where} ({ADDRESS}) cannot be joined: {why}. A node of it must run on this "
        "machine; versions of Python and Ray, and with RAY_AUTH_MODE=token the token, must be the same everywhere"
    )


def reach(engine: str | None) -> int:
    """The cores that an engine may use: this machine's, or on Ray those of the cluster that is to be joined."""
    if engine != "ray" or not os.environ.get(ADDRESS) or not find_spec("ray"):
        return cores()
    join(0)
    return max(1, int(sum(_cores(node) for node in _alive())))


def taken(workers: int) -> float:
    """How much of a core one of so many workers is to take up."""
    sizes = [_cores(node) for node in _alive()]
    if len(sizes) < 2:
        return 1.0
    return max(LEAST, min(1.0, int(100 * (sum(sizes) - max(sizes)) / workers) / 100))


def minded(answers: Iterator[bytes], step: Step) -> Iterator[bytes]:
    """The answers of a query; when a machine has gone and none has come for a shard's patience, none will."""
    known = {node["NodeID"] for node in _alive()}
    flow = _Flow(answers)
    since = time.monotonic()
    while True:
        try:
            answer = flow.next(LOOK)
        except queue.Empty:
            gone = [node["NodeManagerAddress"] for node in _nodes() if node["NodeID"] in known and not node["Alive"]]
            if gone and time.monotonic() - since > step.patience:
                raise _stuck(step, gone) from None
            continue
        if answer is None:
            return
        yield answer
        since = time.monotonic()


class _Flow:
    """What an iterator gives, drawn by a thread: one that never comes back can be left behind."""

    def __init__(self, source: Iterable[bytes]) -> None:
        self._given: queue.Queue[bytes | BaseException | None] = queue.Queue(maxsize=64)
        threading.Thread(target=self._draw, args=(source,), daemon=True).start()

    def _draw(self, source: Iterable[bytes]) -> None:
        with self:
            for one in source:
                self._given.put(one)

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> bool:
        """The end, or what was raised: that is for whoever waits."""
        self._given.put(fault)
        return True

    def next(self, seconds: float) -> bytes | None:
        """The next one, None at the end; `queue.Empty` when there is none yet."""
        given = self._given.get(timeout=seconds)
        if isinstance(given, BaseException):
            raise given
        return given


def _stuck(step: Step, gone: list[str]) -> WorkerLost:
    return WorkerLost(
        f"{', '.join(sorted(gone))} left the cluster in step {step.name!r}, and the machines that are left cannot "
        "take up its work. What was finished is kept: run the same command again to go on without it"
    )


def _nodes() -> list[dict[str, Any]]:
    import ray

    found: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call, unused-ignore]
    return found


def _alive() -> list[dict[str, Any]]:
    return [node for node in _nodes() if node["Alive"]]


def _cores(node: dict[str, Any]) -> float:
    return float(node["Resources"].get("CPU", 0))
