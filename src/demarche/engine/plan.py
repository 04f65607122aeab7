"""A plan is data: the steps that items go through, in order. Where and how they run is an engine's business."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from demarche.model import UsageError

PATIENCE = 600.0
"""Seconds that a worker in a process of its own is waited for over a shard, whatever is in it; more for a large one."""

Work = Callable[[Iterable[Any]], Iterable[Any]]
"""Takes items one after the other and yields results, and a `Reject` for each item that it refuses."""

_NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")


class Each(msgspec.Struct, frozen=True):
    """Items never meet. `make` runs once in each worker, may load a model, and returns the work itself.

    `gives` is the type of a result: results cross processes and rest on disk as MessagePack of that type, so that
    nothing read back from a run folder can run code, as a pickle can. `version` names code and model: when it
    changes, what an older version left in the run folder is done again. `make` must be picklable: a function of a
    module, or a `functools.partial` of one. `refused(item, why)` is the result for an item over which a worker hung,
    twice; without it the run stops there and says so. `told` says what the version is where it is asked:
    a machine that says another takes no part.
    """

    name: str
    make: Callable[[], Work]
    gives: Any = Any
    version: str = ""
    refused: Callable[[Any, str], Any] | None = None
    told: Callable[[], str] | None = None
    patience: float = PATIENCE


class Gather(msgspec.Struct, frozen=True):
    """Items with one key meet: `do(key, items)` sees all of them at once and must not depend on their order."""

    name: str
    key: Callable[[Any], str]
    do: Callable[[str, tuple[Any, ...]], Iterable[Any]]
    gives: Any = Any
    version: str = ""
    patience: float = PATIENCE

    def make(self) -> Work:
        """The work over groups: pairs of a key and its items."""
        return self._over

    def _over(self, groups: Iterable[tuple[str, list[Any]]]) -> Iterable[Any]:
        for key, items in groups:
            yield from self.do(key, tuple(items))


Step = Each | Gather
Plan = tuple[Step, ...]


def check(plan: Plan) -> None:
    """Refuse a plan whose steps could not be told apart in a run folder."""
    names = [step.name for step in plan]
    for name in names:
        if not _NAME.match(name):
            raise UsageError(f"{name!r} is no name for a step: small letters, digits, - and _ only")
        if names.count(name) > 1:
            raise UsageError(f"two steps of one plan are called {name!r}")
