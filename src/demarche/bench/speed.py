"""How fast the whole way is: `python -m demarche.bench.speed TEXTS.jsonl[.gz] [--documents 200] [--workers 1 2]`.

Each figure comes from a process of its own: texts are added to a new store and run up to records and measures. Seconds
are of processor time beside those of the clock, because a busy machine stretches the clock only; a rate is given by
both. Memory is the most that all of its processes held together. `--engines` runs the same texts on each engine named,
with the last number of workers. `--profile` says instead where the time goes, by function and stage.
"""

import argparse
import cProfile
import json
import pstats
import random
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from demarche import pipeline
from demarche.bench.rows import rows
from demarche.bench.usage import Watch
from demarche.engine import ENGINES
from demarche.pipeline.reader import reading
from demarche.store import Store

SEED = 2026
FIRST = "from demarche.bench.speed import first; first()"
SENTENCE = "The foreign minister met his counterpart in Ankara on Monday."
TIMES = 5
TOP = 25


def sample(file: Path, size: int) -> list[dict[str, Any]]:
    """So many texts of a file, always the same."""
    found = [dict(row) for row in rows(file) if row.get("text")]
    return random.Random(SEED).sample(found, min(size, len(found)))


def measured(texts: Path, workers: int, engine: str | None = None) -> dict[str, Any]:
    """Add and run a file of texts in this process and its workers."""
    spent: dict[str, float] = {}
    with TemporaryDirectory() as folder, Store(Path(folder) / "speed.db") as store, Watch() as watch:
        began, before = perf_counter(), watch.cpu()
        now = ["", before]

        def tell(stage: str, done: int, of: int | None) -> None:
            if done == 0:
                _close(spent, now, watch.cpu())
                now[:] = [stage, watch.cpu()]

        added = pipeline.add(store, [texts], tell=tell)
        done = pipeline.process(store, workers=workers, engine=engine, tell=tell)
        wall, busy, peak = perf_counter() - began, watch.cpu() - before, watch.peak()
        _close(spent, now, before + busy)
        words = sum(len(document.text.split()) for document in store.documents)
    size = added.new
    return {
        **({"engine": engine} if engine else {}),
        "workers": workers, "documents": size, "words": words, "wall_s": round(wall, 2), "cpu_s": round(busy, 2),
        "documents_per_s": round(size / wall, 2), "documents_per_cpu_s": round(size / busy, 2),
        "words_per_s": round(words / wall), "words_per_cpu_s": round(words / busy), "peak_mb": peak,
        "claims": done.claims, "records": done.records,
        "share_of_cpu": {stage: round(s / max(busy, 0.01), 3) for stage, s in spent.items()},
    }  # fmt: skip


def _close(spent: dict[str, float], now: list[Any], after: float) -> None:
    if now[0]:
        spent[now[0]] = spent.get(now[0], 0.0) + after - now[1]


def profiled(texts: Path) -> list[dict[str, Any]]:
    """The functions in which most time is spent, their own first; one process."""
    profile = cProfile.Profile(process_time)
    with TemporaryDirectory() as folder, Store(Path(folder) / "speed.db") as store:
        pipeline.add(store, [texts])
        profile.enable()
        pipeline.process(store, workers=1)
        profile.disable()
    found: dict[Any, Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    lines = [
        {"function": f"{Path(where[0]).parent.name}/{Path(where[0]).name}:{where[1]} {where[2]}", "calls": calls,
         "own_s": round(own, 2), "all_s": round(whole, 2)}
        for where, (_, calls, own, whole, _) in found.items()
    ]  # fmt: skip
    by_own = sorted(lines, key=lambda line: -line["own_s"])[:TOP]
    ours = [line for line in lines if "demarche" in str(line["function"]) or line["all_s"] > 1]
    return [*by_own, *sorted(ours, key=lambda line: -line["all_s"])[: 2 * TOP]]


def first() -> None:
    """Load everything and read one sentence."""
    from demarche.model import Document, text_sha256

    digest = text_sha256(SENTENCE)
    document = Document(
        id="doc_1", source="a", text=SENTENCE, text_sha256=digest, raw_sha256=digest, published="2026-11-20",
        published_basis="given", language="en",
    )  # fmt: skip
    list(reading()([document]))


def started(*command: str) -> dict[str, float]:
    """The least of some starts of a command: seconds by the clock and of processor time."""
    walls, cpus = [], []
    for _ in range(TIMES):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
        walls.append(perf_counter() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {"wall_s": round(min(walls), 3), "cpu_s": round(min(cpus), 3)}


def main() -> None:
    """Measure and print, a line a figure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("texts", type=Path)
    asked.add_argument("--documents", type=int, default=200)
    asked.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    asked.add_argument("--engines", nargs="*", choices=sorted(ENGINES), default=[])
    asked.add_argument("--profile", action="store_true")
    asked.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.alone is not None:
        _printed(measured(given.texts, given.alone, *given.engines))
        return
    with TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) for row in sample(given.texts, given.documents))
        texts.write_text("\n".join(lines), encoding="utf-8")
        if given.profile:
            for line in profiled(texts):
                _printed(line)
            return
        if given.engines:
            for engine in given.engines:
                _printed(_apart(texts, 1 if engine == "local" else given.workers[-1], "--engines", engine))
            return
        for workers in given.workers:
            _printed(_apart(texts, workers))
    _printed({"demarche --help": started("-m", "demarche", "--help"), "first document": started("-c", FIRST)})


def _apart(texts: Path, workers: int, *options: str) -> dict[str, Any]:
    """One run in a process of its own; the figures are the last line, Ray talks before it."""
    command = [sys.executable, "-m", "demarche.bench.speed", str(texts), "--alone", str(workers), *options]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return found


def _printed(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
