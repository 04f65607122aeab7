"""What this process and all below it use: processor seconds, and memory at its highest.

`getrusage` counts a child only when it was waited for, and never one that another process started, as Ray's workers
are; so the whole tree is looked at, in /proc. Memory shared by several is shared out among them (PSS), so that the sum
is true. Where there is no /proc, only this process and its ended children are seen.
"""

import os
import resource
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

PROC = Path("/proc")
NAMED = PROC / "self" / "task" / str(os.getpid()) / "children"
"""Kernels that do not name children lack this file."""
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
EVERY = 0.5
"""Seconds between two looks at the memory: what a look costs counts as the tree's own."""


def tree(root: int | None = None) -> list[int]:
    """The process and all that it, or one of them, started and that still lives."""
    found = [root or os.getpid()]
    for pid in found:
        found += _children(pid)
    return found


def cpu() -> float:
    """Processor seconds of the tree so far, those of ended children that were waited for among them."""
    if not PROC.is_dir():
        return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _BOTH))
    return sum(sum(map(int, fields[11:15])) for pid in tree() if (fields := _fields(pid))) / TICKS


def memory() -> float:
    """Megabytes that the tree holds now."""
    if not PROC.is_dir():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # bytes, on a Mac
    found = tree()
    return sum(map(_held if len(found) > 1 else _resident, found)) / 1024


def _children(pid: int) -> list[int]:
    """The processes that each thread of one started: looking through all that run would cost the more, the more run."""
    if not NAMED.exists():
        every = (int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit())
        return [other for other in every if (fields := _fields(other)) and int(fields[1]) == pid]
    try:
        files = [task / "children" for task in (PROC / str(pid) / "task").iterdir()]
        return [int(child) for file in files for child in file.read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _fields(pid: int) -> list[str]:
    """The fields of a process's `stat` from the state on (proc(5)); none of one that has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _held(pid: int) -> int:
    """Kilobytes of a process, its share of what several hold."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _resident(pid: int) -> int:
    """Kilobytes of a process that shares nothing with one of ours: much cheaper to ask."""
    return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE // 1024


def _own() -> dict[int, float]:
    """Processor seconds of each process of the tree, its children's left out."""
    return {pid: sum(map(int, fields[11:13])) / TICKS for pid in tree() if (fields := _fields(pid))}


class Watch:
    """While it is entered, remembers the most that the tree held; `peak()` says it and begins anew."""

    def __init__(self) -> None:
        self._most = 0.0
        self._spent: dict[int, float] = {}
        self._end = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def peak(self) -> int:
        """Megabytes since the last time it was asked."""
        most, self._most = max(self._most, memory()), 0.0
        return round(most)

    def cpu(self) -> float:
        """Processor seconds of all that was ever seen below this process, though nobody waited for its end."""
        self._spent |= _own() if PROC.is_dir() else {0: cpu()}
        return sum(self._spent.values())

    def _look(self) -> None:
        while not self._end.wait(EVERY):
            self._most = max(self._most, memory())
            self.cpu()

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._looking.join()
