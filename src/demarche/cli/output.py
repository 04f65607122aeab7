"""What a command prints: data on stdout, messages and refused inputs on stderr."""

import sys
from collections.abc import Sequence

import msgspec

from demarche.model import Reject

REFUSED = 3
"""The exit code of a command that is done, but refused some inputs."""

MOST_LISTED = 20


def data(text: str) -> None:
    """Print a result."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def data_json(value: object) -> None:
    """Print a result as JSON: one object, readable."""
    data(msgspec.json.format(msgspec.json.encode(value), indent=1).decode("utf-8"))


def line_json(value: object) -> None:
    """Print one object of many as a line of JSON."""
    data(msgspec.json.encode(value).decode("utf-8"))


def note(text: str) -> None:
    """Tell the person at the keyboard something."""
    print(text, file=sys.stderr, flush=True)


def refused(rejects: Sequence[Reject]) -> int:
    """List what was refused and why; give the exit code."""
    if not rejects:
        return 0
    note(f"{_counted(len(rejects), 'input was', 'inputs were')} refused:")
    for reject in rejects[:MOST_LISTED]:
        note(f"  {reject.item}: {reject.reason}")
    if len(rejects) > MOST_LISTED:
        note(f"  … and {len(rejects) - MOST_LISTED} more; `demarche export` lists all of them in rejects.jsonl")
    return REFUSED


def counted(n: int, one: str, many: str | None = None) -> str:
    """*1 document*, *2,193 documents*."""
    return _counted(n, one, many or f"{one}s")


def _counted(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"
