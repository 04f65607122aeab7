"""A plan and items in, results out: as they come, in no promised order, the same set on every engine."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Protocol, Self

import msgspec

from demarche.engine.local import Local
from demarche.engine.marks import Marks
from demarche.engine.plan import Plan, Step, check
from demarche.engine.pool import Pool
from demarche.engine.shards import Shard, shards
from demarche.engine.work import opener
from demarche.model import Reject, UsageError, WorkerLost


class Engine(Protocol):
    """How and where shards run; `room` is how many may be under way."""

    room: int

    def start(self, number: int, units: list[Any]) -> "Future[bytes]": ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *failure: object) -> None: ...


ENGINES: dict[str, Callable[[Plan, int | None], Engine]] = {
    "local": Local,
    "pool": Pool,
}


class Progress(msgspec.Struct, frozen=True):
    """A shard of a step is done; `resumed` when an earlier run had done it."""

    step: str
    shard: str
    items: int
    results: int
    rejects: int
    resumed: bool


def run(
    plan: Plan,
    items: Iterable[Any],
    *,
    engine: str = "local",
    workers: int | None = None,
    folder: Path | None = None,
    on_reject: Callable[[Reject], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Iterator[Any]:
    """Yield what the plan makes of the items.

    A `Reject` among the items or from a step goes to `on_reject`; without one it comes among the results, so that
    none is ever lost. With a `folder`, each finished shard is kept there and a stopped run resumes.
    """
    check(plan)
    if engine not in ENGINES:
        raise UsageError(f"no engine is called {engine!r}; there are {', '.join(sorted(ENGINES))}")
    with ENGINES[engine](plan, workers) as running:
        flow = iter(items)
        for number, step in enumerate(plan):
            flow = _Stage(number, step, running, Marks(folder), on_progress).over(flow)
        for given in flow:
            if isinstance(given, Reject) and on_reject is not None:
                on_reject(given)
            else:
                yield given


class _Stage:
    """One step on an engine: pulls items, keeps the engine busy, yields what comes back, lets Rejects pass by."""

    def __init__(
        self, number: int, step: Step, running: Engine, marks: Marks, report: Callable[[Progress], None] | None
    ) -> None:
        self.number = number
        self.step = step
        self.running = running
        self.marks = marks
        self.report = report
        self.open = opener(step.gives)
        self.passing: list[Reject] = []
        self.flying: dict[Future[bytes], Shard] = {}

    def over(self, items: Iterable[Any]) -> Iterator[Any]:
        for shard in shards(self.step, self._wanted(items)):
            yield from self._passed()
            kept = self._kept(shard)
            if kept is not None:
                yield from self._given(shard, kept, resumed=True)
                continue
            while len(self.flying) >= self.running.room:
                yield from self._landed()
            self._start(shard)
            if any(future.done() for future in self.flying):
                yield from self._landed()
        while self.flying:
            yield from self._landed()
        yield from self._passed()

    def _wanted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            if isinstance(item, Reject):
                self.passing.append(item)
            else:
                yield item

    def _passed(self) -> Iterator[Reject]:
        passing, self.passing = self.passing, []
        yield from passing

    def _kept(self, shard: Shard) -> tuple[list[Any], list[Reject]] | None:
        payload = self.marks.load(self.step.name, shard.id)
        if payload is None:
            return None
        try:
            return self.open.decode(payload)
        except msgspec.DecodeError:  # left by a version whose results had another shape
            return None

    def _start(self, shard: Shard) -> None:
        try:
            self.flying[self.running.start(self.number, shard.units)] = shard
        except BrokenProcessPool as e:
            raise self._lost() from e

    def _landed(self) -> Iterator[Any]:
        done, _ = wait(self.flying, return_when=FIRST_COMPLETED)
        for future in done:
            shard = self.flying.pop(future)
            try:
                payload = future.result()
            except BrokenProcessPool as e:
                raise self._lost() from e
            self.marks.save(self.step.name, shard.id, payload)
            yield from self._given(shard, self.open.decode(payload), resumed=False)

    def _given(self, shard: Shard, outcome: tuple[list[Any], list[Reject]], *, resumed: bool) -> Iterator[Any]:
        results, rejects = outcome
        yield from results
        yield from rejects
        if self.report is not None:
            self.report(Progress(self.step.name, shard.id, shard.items, len(results), len(rejects), resumed))

    def _lost(self) -> WorkerLost:
        return WorkerLost(
            f"a worker process died in step {self.step.name!r}: it was killed, or the memory ran out. What was "
            "finished is kept: run the same command again to go on, with fewer workers if memory is short"
        )
