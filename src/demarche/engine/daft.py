"""The engine that hands a plan to Daft: its runner on this machine, or Ray for as many machines as there are.

An `Each` is a class that every worker makes once, a `Gather` one shuffle by bucket. Rows go through files in a folder
of this run alone, so that memory stays flat however long the input is; on several machines TMPDIR must be a folder
that all of them see. Marks stay ours: Daft's own checkpoints do not work on its local runner, and a run that was begun
on one engine can so be ended on another.
"""

import os
import pickle
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from demarche.engine import cluster
from demarche.engine.desk import Desk, Order, ordered, read
from demarche.engine.flight import Finished
from demarche.engine.hand import lost
from demarche.engine.marks import Kept
from demarche.engine.plan import Each, Gather, Plan, Step
from demarche.engine.pool import cores
from demarche.engine.shards import bucket, keyed, shards
from demarche.engine.spool import Spool
from demarche.model import DemarcheError, UsageError

ROUND = 2048
"""Shards of an `Each` in one query: an endless source moves on, and loading a model again costs next to nothing."""

SHUFFLED = 4096
"""Rows of a shuffle in one file."""


_DIED = "closed the connection"
"""What Daft says of a process that is gone; it has no error of its own for that."""


class OnDaft:
    """One query a round of shards, or a shuffle. A worker that dies ends the query; what was finished is marked."""

    def __init__(self, plan: Plan, workers: int | None = None, *, ray: bool = False) -> None:
        for module in ("daft", "pyarrow", *(("ray",) if ray else ())):
            if find_spec(module) is None:
                raise UsageError(f"this engine needs {module}: pip install 'demarche[{'ray' if ray else 'cluster'}]'")
        os.environ["DAFT_ANALYTICS_ENABLED"] = "0"  # it reports its use over the network unless told not to
        os.environ["DAFT_PROGRESS_BAR"] = "0"
        self._plan = plan
        self._ray = ray
        if ray:
            cluster.join(workers or cores())
        self._workers = workers or cluster.reach("ray" if ray else None)
        _choose(ray)

    def over(self, number: int, step: Step, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        """One step over its items."""
        match step:
            case Each():
                yield from self._mapped(number, step, kept, items)
            case Gather():
                yield from self._gathered(number, step, kept, items)

    def _mapped(self, number: int, step: Each, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        waiting = shards(step, items)
        more = True
        while more:
            with TemporaryDirectory(prefix="demarche-") as folder:
                spool, more = Spool(Path(folder)), False
                for shard in waiting:
                    known = kept.load(shard.id)
                    if known is not None:
                        yield Finished(shard.id, shard.items, *known, resumed=True)
                        continue
                    spool.put(0, pickle.dumps((shard.id, shard.items, shard.units)))
                    if spool.rows >= ROUND:
                        more = True
                        break
                yield from self._queried(number, step, kept, spool)

    def _gathered(self, number: int, step: Gather, kept: Kept, items: Iterable[Any]) -> Iterator[Finished]:
        with TemporaryDirectory(prefix="demarche-") as folder:
            spool = Spool(Path(folder), file_rows=SHUFFLED)
            for item in items:
                row = keyed(step, item)
                spool.put(bucket(row[0]), pickle.dumps(row))
            yield from self._queried(number, step, kept, spool)

    def _queried(self, number: int, step: Step, kept: Kept, spool: Spool) -> Iterator[Finished]:
        spool.flush()
        if not spool.rows:
            return
        order = ordered(self._plan, number, kept.folder)
        share = cluster.taken(self._workers) if self._ray else None
        answers = _answers(spool.folder, order, isinstance(step, Gather), self._workers, share)
        try:
            for data in cluster.minded(answers, step) if self._ray else answers:
                found = read(data)
                outcome = kept.opened(found.payload) if found.resumed else kept.save(found.shard, found.payload)
                yield Finished(found.shard, found.items, *outcome, resumed=found.resumed)
        except (RuntimeError, ValueError) as e:
            meant = _meant(e, step, spool.folder)
            if meant is None:
                raise
            raise meant from e

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return


daft = OnDaft
daft_on_ray = partial(OnDaft, ray=True)


def _meant(e: Exception, step: Step, folder: Path) -> DemarcheError | None:
    """What Daft's own error says to the person at the keyboard."""
    if _DIED in str(e):
        return lost(step)
    if str(folder) in str(e):
        return UsageError(f"not every machine can see {folder}: TMPDIR must name a folder that all of them see")
    return None


def _choose(ray: bool) -> None:
    """Daft keeps one runner a process."""
    import daft as library

    if library.get_or_infer_runner_type() == ("ray" if ray else "native"):
        return
    if not ray:
        raise UsageError("this process has run on Ray already (or DAFT_RUNNER says so): start another one for daft")
    try:
        library.set_runner_ray(noop_if_initialized=True)
    except library.exceptions.DaftCoreException as e:
        raise UsageError("this process has run on daft alone already: start another one for Ray") from e


def _answers(folder: Path, order: Order, gather: bool, workers: int, share: float | None) -> Iterator[bytes]:
    """The query: rows in, each shard's answer out as it comes; a worker is to take up that much of a core."""
    import daft as library
    from daft import DataType, col

    class Rows(Desk):
        """The desk, asked for one row at a time: an answer comes as soon as its shard is done."""

        @library.method.batch(return_dtype=DataType.binary(), batch_size=1)
        def answers(self, rows: Any) -> list[bytes]:
            return [self.bucket(row) if gather else self.shard(row) for row in rows.to_pylist()]

    desk = library.cls(Rows, cpus=share, max_concurrency=workers, use_process=True)(order)
    rows = library.read_parquet(f"{folder}/*.parquet")
    if gather:
        rows = rows if share is None else rows.repartition(2 * workers, "bucket")  # else a small input is one machine's
        rows = rows.groupby("bucket").agg(col("data").list_agg())
    for row in rows.select(desk.answers(col("data")).alias("answer")).iter_rows():
        yield row["answer"]
