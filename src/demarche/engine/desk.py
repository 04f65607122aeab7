"""What a worker of a distributed engine does with a row: one shard, or one bucket of a shuffle, and an answer back."""

import os
import pickle
import socket
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from demarche.engine.marks import Kept, Marks
from demarche.engine.minded import Minded
from demarche.engine.plan import Each, Plan
from demarche.engine.shards import met
from demarche.model import DemarcheError, UsageError


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """A shard's outcome; `error` is one of ours, pickled, that the plan raised."""

    shard: str
    items: int
    payload: bytes
    resumed: bool
    error: bytes = b""


CARRIED = ("DEMARCHE_ACTORS",)
"""Variables of whoever starts the run: a cluster that was there before has its own environment."""


class Order(msgspec.Struct, frozen=True):
    """What every worker is told once: the plan (pickled), where its modules lie, the step, where marks are kept."""

    plan: bytes
    path: tuple[str, ...]
    number: int
    folder: str | None
    environment: dict[str, str | None]


def ordered(plan: Plan, number: int, folder: Path | None) -> Order:
    """What the workers of a step are to be told."""
    environment = {name: os.environ.get(name) for name in CARRIED}
    return Order(pickle.dumps(plan), tuple(sys.path), number, str(folder) if folder else None, environment)


class Desk:
    """Made once in each worker; the step's own work (and its model) when the first shard comes.

    That stands in a process of its own, which is ended when it hangs."""

    def __init__(self, order: Order) -> None:
        sys.path.extend(entry for entry in order.path if entry not in sys.path)
        _settle(order.environment)
        plan: Plan = pickle.loads(order.plan)
        folder = Path(order.folder) if order.folder else None
        self._number = order.number
        self._step = plan[order.number]
        self._kept = Kept(Marks(folder if folder and folder.is_dir() else None), self._step)
        self._worker = Minded(plan)
        self._same = False

    def shard(self, data: bytes) -> bytes:
        """Do one shard."""
        shard, items, units = pickle.loads(data)
        return self._answered(shard, items, units)

    def bucket(self, rows: Iterable[bytes]) -> bytes:
        """Do one bucket, unless its mark is there: only here is it known what is in it."""
        shard = met(self._step, (pickle.loads(row) for row in rows))
        payload = self._kept.payload(shard.id)
        if payload is not None:
            return msgspec.msgpack.encode(Answer(shard.id, shard.items, payload, resumed=True))
        return self._answered(shard.id, shard.items, shard.units)

    def _answered(self, shard: str, items: int, units: list[object]) -> bytes:
        try:
            self._agree()
            answer = Answer(shard, items, self._worker.do(self._number, units), resumed=False)
        except DemarcheError as e:
            answer = Answer(shard, items, b"", resumed=False, error=pickle.dumps(e))
        return msgspec.msgpack.encode(answer)

    def _agree(self) -> None:
        """A machine with other code or other tables would tell something else, and nobody would see it."""
        step = self._step
        if not self._same and isinstance(step, Each) and step.told and step.told() != step.version:
            raise UsageError(
                f"{socket.gethostname()} has another demarche, or other tables, than the machine that started the run: "
                f"step {step.name!r} would not give the same there. Install the same on every machine"
            )
        self._same = True


def read(answer: bytes) -> Answer:
    """The answer, or the error in it raised."""
    found = msgspec.msgpack.decode(answer, type=Answer)
    if found.error:
        raise pickle.loads(found.error)
    return found


def _settle(environment: dict[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
