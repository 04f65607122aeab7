"""What a worker does with a shard: make the step's work once, run it, and hand the results back encoded."""

from typing import Any

import msgspec

from demarche.engine.plan import Plan, Work
from demarche.model import Reject

_encoder = msgspec.msgpack.Encoder()


class Outcome(msgspec.Struct, frozen=True, array_like=True):
    """What a shard gave."""

    results: list[Any]
    rejects: list[Reject]


class Worker:
    """Holds what the steps of a plan have made: a model is loaded once, when its first shard comes."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._made: dict[int, Work] = {}

    def make(self, number: int) -> Work:
        """The work of the step with that number, ready."""
        if number not in self._made:
            self._made[number] = self._plan[number].make()
        return self._made[number]

    def do(self, number: int, units: list[Any]) -> bytes:
        """Run one shard of the plan's step with that number."""
        results: list[Any] = []
        rejects: list[Reject] = []
        for given in self.make(number)(units):
            if isinstance(given, Reject):
                rejects.append(given)
            else:
                results.append(given)
        return _encoder.encode(Outcome(results, rejects))


def opener(gives: Any) -> "msgspec.msgpack.Decoder[tuple[list[Any], list[Reject]]]":
    """Decodes outcomes whose results are of that type."""
    kind: Any = tuple[list[gives], list[Reject]]
    return msgspec.msgpack.Decoder(kind)
