"""Run a task on a file: time its answers, write them where asked, score them."""

import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec

from demarche.bench.task import Figures, Task
from demarche.model import UsageError


class Report(msgspec.Struct, frozen=True):
    """What one run of a task found; `figures` holds every key of the task's card, null where the gold is missing."""

    task: str
    file: str
    figures: Figures

    def flat(self) -> dict[str, Any]:
        """The one JSON object of `demarche bench --json`."""
        return {"task": self.task, "file": self.file, **self.figures}


def report(task: Task, file: Path, *, predictions: Path | None = None) -> Report:
    """Ask, time, write down, score."""
    if not file.exists():
        raise UsageError(f"no such file: {file}")
    started = perf_counter()
    answers = list(task.answer(file))
    seconds = perf_counter() - started
    if predictions is not None:
        task.write(answers, predictions)
    scores = {"n": len(answers), **task.score(answers, file)}
    if task.rate is not None:
        scores[task.rate.key] = round(task.rate.units(answers) / seconds, 1) if seconds else None
    figures = {"n": scores.pop("n"), "seconds": round(seconds, 2), **complete(scores, task.figures)}
    return Report(task.name, str(file), {**figures, "peak_mb": peak_mb()})


def complete(scores: Figures, keys: Iterable[str]) -> Figures:
    """The figures of a card in its order, null where a scorer left one out; `a.b` stands in a table `a`."""
    full: Figures = {}
    for key in keys:
        table, _, name = key.rpartition(".")
        if table:
            full.setdefault(table, {**scores.get(table, {})}).setdefault(name, None)
        else:
            full[key] = scores.get(key)
    return full | {key: value for key, value in scores.items() if key not in full}


def peak_mb() -> int | None:
    """The most memory that this process or one of its workers has held, in megabytes; null where nobody says."""
    if sys.platform == "win32":
        return None
    import resource  # not on Windows

    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return held // (1_000_000 if sys.platform == "darwin" else 1_000)
