"""A worker that is waited for only so long: what hangs is tried again alone, and refused when it hangs again.

Once may be the machine: a laptop that slept, a disk that was busy. So the shard is done again, one item at a time, by a
new worker, and only an item that hangs by itself is given up.
"""

import pickle
from collections.abc import Iterable

import msgspec

from demarche.engine.hand import Hand, Hung, lost
from demarche.engine.plan import Each, Plan, Step
from demarche.engine.work import Outcome
from demarche.model import WorkerLost


class Parts(msgspec.Struct, frozen=True, array_like=True):
    """An `Outcome` as it came, its parts unopened."""

    results: list[msgspec.Raw]
    rejects: list[msgspec.Raw]


class Minded:
    """As a `Worker`, in a process of its own that is started anew when it hung."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._packed = pickle.dumps(plan)
        self._hand: Hand | None = None
        self._ended = False

    def do(self, number: int, units: list[object]) -> bytes:
        """Run one shard of the plan's step with that number."""
        try:
            return self._asked(number, units)
        except Hung:
            return _together(self._alone(number, unit) for unit in units)

    def _asked(self, number: int, units: list[object]) -> bytes:
        if self._ended:
            raise lost(self._plan[number])
        if self._hand is None:
            self._hand = Hand(self._packed)
        try:
            return self._hand.do(number, self._plan[number], units)
        except Hung:
            self._hand = None
            raise

    def _alone(self, number: int, unit: object) -> bytes:
        try:
            return self._asked(number, [unit])
        except Hung as e:
            return _refused(self._plan[number], unit, e.seconds)

    def kill(self) -> None:
        """End the process, if there is one, whatever it is at."""
        self._ended = True
        if self._hand is not None:
            self._hand.kill()

    def end(self) -> None:
        """Let the process end, which has nothing to do."""
        self._ended = True
        if self._hand is not None:
            self._hand.end()


def _refused(step: Step, unit: object, seconds: float) -> bytes:
    """What the step gives for an item that it cannot be done with; where many meet, no single one is to blame."""
    if not isinstance(step, Each) or step.refused is None:
        raise WorkerLost(
            f"a worker of step {step.name!r} did not come back within {seconds:.0f} seconds, twice; what was finished "
            "is kept: run the same command again to go on"
        )
    return msgspec.msgpack.encode(
        Outcome([step.refused(unit, f"no end of it within {seconds:.0f} seconds, twice")], [])
    )


def _together(parts: Iterable[bytes]) -> bytes:
    """The outcomes of the items of a shard as one."""
    every = [msgspec.msgpack.decode(part, type=Parts) for part in parts]
    return msgspec.msgpack.encode(
        Parts([r for one in every for r in one.results], [r for one in every for r in one.rejects])
    )
