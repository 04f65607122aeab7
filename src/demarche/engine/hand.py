"""One worker in a process of its own, and the wire to it: it is given a shard, and killed when it does not come back.

Processes are spawned, never forked: a fork copies the threads' locks of an ONNX session in whatever state they are. A
worker ends when its parent dies, even by SIGKILL, and although it may be in the middle of a shard.
"""

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from multiprocessing.connection import Connection, wait
from types import TracebackType

from demarche.engine.plan import Step
from demarche.engine.work import Worker
from demarche.model import WorkerLost

START = 900.0
"""Seconds in which a process has to start and a step's work to be made: a model may come from a slow disk."""
PACE = 500
"""Bytes of a shard for which a worker is given a second more: a fiftieth of what one reads on a quiet core."""

LEAVE = 10.0
"""Seconds for a worker that has nothing to do any more."""


class Hung(Exception):
    """A worker did not come back in time, and was killed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Hand:
    """A worker's process."""

    def __init__(self, plan: bytes) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._wire, far = spawn.Pipe()
        self._process = spawn.Process(target=_serve, args=(plan, far), daemon=True)
        self._process.start()
        far.close()

    def do(self, number: int, step: Step, units: list[object]) -> bytes:
        """One shard of a step. `Hung` when it takes too long, `WorkerLost` when the process dies over it."""
        order = pickle.dumps((number, units))
        try:
            self._wire.send_bytes(order)
            self._answer(START)
            return self._answer(step.patience + len(order) / PACE)
        except (EOFError, OSError) as e:
            raise lost(step) from e

    def _answer(self, seconds: float) -> bytes:
        """What the worker says next; an error of its own is raised here."""
        if not self._wire.poll(seconds):
            self.kill()
            raise Hung(seconds)
        fault, data = pickle.loads(self._wire.recv_bytes())
        if fault is not None:
            raise fault
        return bytes(data)

    def kill(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()

    def end(self) -> None:
        """Let it end by itself: with nobody at the other side of the wire there is nothing to wait for."""
        self._wire.close()
        self._process.join(LEAVE)
        self.kill()


def lost(step: Step) -> WorkerLost:
    """The error for a worker that died."""
    return WorkerLost(
        f"a worker process died in step {step.name!r}: it was killed, or the memory ran out. What was "
        "finished is kept: run the same command again to go on, with fewer workers if memory is short"
    )


def _serve(plan: bytes, wire: Connection) -> None:
    """The life of a worker. Ctrl-C is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    worker = Worker(pickle.loads(plan))
    while True:
        try:
            number, units = pickle.loads(wire.recv_bytes())
        except EOFError:
            return
        with _Answering(wire):
            worker.make(number)
            wire.send_bytes(_answer(None))
            wire.send_bytes(_answer(None, worker.do(number, units)))


class _Answering:
    """What is raised inside is sent to the parent, who raises it there."""

    def __init__(self, wire: Connection) -> None:
        self._wire = wire

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if fault is not None:
            self._wire.send_bytes(_faulty(fault))
        return True


def _answer(fault: BaseException | None, data: bytes = b"") -> bytes:
    return pickle.dumps((fault, data))


def _faulty(fault: BaseException) -> bytes:
    """An error with its trace, which would stay behind; one that cannot travel says at least what it was."""
    story = "".join(traceback.format_exception(fault))
    fault.add_note(f"in a worker:\n{story}")
    try:
        pickle.loads(sent := _answer(fault))
    except (pickle.PicklingError, TypeError, AttributeError):
        return _answer(RuntimeError(story))
    return sent


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
