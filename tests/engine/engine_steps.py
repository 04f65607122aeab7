"""Steps for the engine's tests: functions of a module, so that a spawned worker can import them."""

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import msgspec

from demarche.engine import ENGINES, Each, Gather, Plan
from demarche.model import BadInput, Reject


def installed() -> list[object]:
    """Every engine; those that need what is not here are skipped with the reason. Ray takes half a minute to start."""
    import pytest  # not above: every worker imports this module, and pytest takes it longer than its work

    ray = os.environ.get("DEMARCHE_TEST_RAY") and find_spec("ray")
    reasons = {
        "daft": None if find_spec("daft") else "needs daft",
        "ray": None if ray and find_spec("daft") else "set DEMARCHE_TEST_RAY=1 where daft and ray are installed",
    }
    marks = {name: [pytest.mark.skip(reason=why)] for name, why in reasons.items() if why}
    return [pytest.param(name, marks=marks.get(name, [])) for name in sorted(ENGINES)]


class Tally(msgspec.Struct, frozen=True):
    """How often a last digit came up."""

    digit: str
    numbers: tuple[int, ...]
    total: int


def doubled() -> "Doubler":
    return Doubler()


class Doubler:
    """Refuses multiples of seven; gives every other number twice over, and its successor."""

    def __call__(self, items: Iterable[int]) -> Iterator[int | Reject]:
        for item in items:
            if item % 7 == 0:
                yield Reject("doubled", str(item), "a multiple of seven")
            else:
                yield 2 * item
                yield 2 * item + 1


def last_digit(item: int) -> str:
    return str(item)[-1]


def tally(key: str, items: tuple[int, ...]) -> Iterator[Tally | Reject]:
    if key == "5":
        yield Reject("tally", key, "no fives")
    yield Tally(key, tuple(sorted(items)), sum(items))


PLAN: Plan = (Each("doubled", doubled, gives=int), Gather("tally", last_digit, tally, gives=Tally))


def fatal(once: str) -> "Fatal":
    return Fatal(Path(once))


class Fatal:
    """Its worker is killed by item 40, the way the kernel ends a process that is out of memory: once."""

    def __init__(self, once: Path) -> None:
        self.once = once

    def __call__(self, items: Iterable[int]) -> Iterator[int]:
        for item in items:
            if item == 40 and not self.once.exists():
                self.once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield item + 1


def fatal_plan(once: Path) -> Plan:
    return (Each("fatal", partial(fatal, str(once)), gives=int),)


def broken() -> "Broken":
    return Broken()


class Broken:
    """Breaks its law at the first item."""

    def __call__(self, items: Iterable[int]) -> Iterator[int]:
        for item in items:
            raise BadInput("no such luck", str(item))
        yield 0


def counted(loads: str) -> "Counted":
    with Path(loads).open("a") as file:
        file.write(f"{os.getpid()}\n")
    return Counted()


class Counted:
    """Stands for a step whose making loads a model."""

    def __call__(self, items: Iterable[int]) -> Iterator[int]:
        yield from items


def hanging(once: str) -> "Hanging":
    return Hanging(Path(once) if once else None)


class Hanging:
    """Item 40 never comes to an end; with a file to leave behind, only the first time."""

    def __init__(self, once: Path | None) -> None:
        self.once = once

    def __call__(self, items: Iterable[int]) -> Iterator[int]:
        for item in items:
            if item == 40 and (self.once is None or not self.once.exists()):
                if self.once is not None:
                    self.once.touch()
                threading.Event().wait()
            yield item + 1


def given_up(item: int, why: str) -> int:
    if "no end of it" not in why:
        raise ValueError(why)
    return -item


def gathered_hang(key: str, items: tuple[int, ...]) -> Iterator[int]:
    threading.Event().wait()
    yield len(items)
