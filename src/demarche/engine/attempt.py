"""One item -> its result, or its fault: the one place of the house where a failure of any kind is caught.

An extractor that breaks on one text, a page on which a parser stumbles: that costs the item, which is refused with the
kind of failure and its place, and the rest goes on. What is not the item's fault passes through and stops the run: an
error of our own that is about the house, a machine that has no memory, no disk or no file.
"""

import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

import msgspec

from demarche.model import BadInput, BadValue, DemarcheError

Item = TypeVar("Item")
Result = TypeVar("Result")


class Fault(msgspec.Struct, frozen=True):
    """Why there is no result."""

    reason: str


def attempt(work: Callable[[Item], Result], item: Item) -> Result | Fault:
    """The result of the work on one item, or why there is none."""
    try:
        return work(item)
    except BadInput as fault:
        return Fault(fault.reason)
    except BadValue as fault:
        return Fault(str(fault))
    except (DemarcheError, MemoryError, OSError):
        raise
    except Exception as fault:  # noqa: BLE001 - the boundary; see docs/decisions on what a broken item costs
        return Fault(told(fault))


def told(fault: Exception) -> str:
    """The kind of a failure, its text and where it arose: `KeyError: 'x' (extract.py, line 12, in dates)`."""
    text = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return text
    place = PurePath(frames[-1].filename)
    return f"{text} ({place.parent.name}/{place.name}, line {frames[-1].lineno}, in {frames[-1].name})"
