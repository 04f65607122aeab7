"""Steps that say which machine they were done on: in a module of their own, since a worker imports it by its name."""

import socket
import time
from collections import Counter
from collections.abc import Iterable, Iterator

from demarche.engine import Each, Gather, Plan

PAUSE = 0.05
ITEMS = 480

Done = tuple[int, str]
"""A number, and the machine that was at it."""
Total = tuple[str, int, str, dict[str, int]]
"""A last digit, the sum of its numbers, the machine that reckoned it, and those its numbers come from."""


def slow() -> "Slow":
    return Slow()


class Slow:
    """Takes its time over a number."""

    def __call__(self, items: Iterable[int]) -> Iterator[Done]:
        for item in items:
            time.sleep(PAUSE)
            yield item, socket.gethostname()


def digit(item: Done) -> str:
    return str(item[0])[-1]


def total(key: str, items: tuple[Done, ...]) -> Iterator[Total]:
    yield key, sum(number for number, _ in items), socket.gethostname(), Counter(host for _, host in items)


PLAN: Plan = (Each("slow", slow, gives=Done), Gather("total", digit, total, gives=Total))
EXPECTED = {str(n): sum(range(n, ITEMS, 10)) for n in range(10)}
