"""A plan and items in, results out: as they come, in no promised order, the same set on every engine."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol, Self

import msgspec

from demarche.engine.daft import daft, daft_on_ray
from demarche.engine.flight import Finished
from demarche.engine.local import Local
from demarche.engine.marks import Kept, Marks
from demarche.engine.plan import Plan, Step, check
from demarche.engine.pool import Pool
from demarche.model import Reject, UsageError


class Engine(Protocol):
    """How and where shards run: one step over its items, in no promised order."""

    def over(self, number: int, step: Step, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *failure: object) -> None: ...


ENGINES: dict[str, Callable[[Plan, int | None], Engine]] = {
    "local": Local,
    "pool": Pool,
    "daft": daft,
    "ray": daft_on_ray,
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
    """One step on an engine: yields what comes back, tells of it, lets Rejects pass by."""

    def __init__(
        self, number: int, step: Step, running: Engine, marks: Marks, report: Callable[[Progress], None] | None
    ) -> None:
        self.number = number
        self.step = step
        self.running = running
        self.kept = Kept(marks, step)
        self.report = report
        self.passing: list[Reject] = []

    def over(self, items: Iterable[Any]) -> Iterator[Any]:
        for done in self.running.over(self.number, self.step, self.kept, self._wanted(items)):
            yield from self._passed()
            yield from done.results
            yield from done.rejects
            self._tell(done)
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

    def _tell(self, done: Finished) -> None:
        if self.report is not None:
            counts = done.items, len(done.results), len(done.rejects)
            self.report(Progress(self.step.name, done.shard, *counts, done.resumed))
