"""What skew costs: `python -m demarche.bench.skew [--members 100000] [--engines local pool]`.

What goes wrong when a run grows, made on purpose. A *hot bucket*: so many documents share a third of their sentences
(copies of one story: all must be found to hang together) or two of them (background that is printed everywhere: none
may), and no bucket may make all meet all. A *hub*: one document tied to all others. A *hot group*: half of the items of
a `Gather` under one key, the others under keys of their own. *Stragglers*: one of the workers is so many times slower
than the others; shards are dealt as workers come free, so that the run should last little longer than the work divided
by all.
"""

import argparse
import json
import os
import sys
import time
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from demarche.bench.usage import Watch
from demarche.engine import Each, Gather, Plan, cores, run
from demarche.families.candidates import CAP, NEAR, candidates
from demarche.families.components import dealt, stars, united
from demarche.families.keys import Keys

COPIES, BACKGROUND, KEYS = 8, 2, 6
"""Sentences that all share as copies, or as background; keys of a sentence."""
SENTENCES = 25
"""Of a report of 600 words."""
SEED = 2026
BYTES = 700
"""Of a claim on its way."""
ITEMS, EACH, SLOWER, WORKERS = 1600, 0.004, 10.0, 4
"""Items of the run with a straggler, seconds for each, how much slower it is, of how many workers."""


def hot_bucket(members: int, shared: int) -> dict[str, Any]:
    """Candidates and components where all share some sentences."""
    with Watch() as watch:
        began, before = time.perf_counter(), watch.cpu()
        pairs = [(a, b) for a, b, _ in candidates(list(_keyed(members, shared))).tolist()]
        homes = united(members, pairs)
        packed = np.array(pairs, dtype=np.uint64).reshape(-1, 2)
        rounds = sum(1 for _ in stars(list(dealt(packed[:, 0], packed[:, 1])), "local"))
        return {
            "case": "hot bucket", "shared_sentences": shared, "documents": members, "cap": CAP, "neighbours": NEAR,
            "pairs": len(pairs), "pairs_without_a_cap": members * (members - 1) // 2, "families": len(set(homes)),
            "rounds_of_stars": rounds, **_used(watch, began, before),
        }  # fmt: skip


def _keyed(members: int, shared: int) -> Iterator[Keys]:
    dice = np.random.default_rng(SEED)
    common = dice.integers(0, 1 << 63, shared * KEYS, dtype=np.uint64)
    places = array("H", [i // KEYS for i in range(SENTENCES * KEYS)])
    for _ in range(members):
        own = dice.integers(0, 1 << 63, (SENTENCES - shared) * KEYS, dtype=np.uint64)
        yield array("Q", np.concatenate([common, own]).tobytes()), places


def hub(members: int) -> dict[str, Any]:
    """Components where the last document is tied to all others."""
    with Watch() as watch:
        began, before = time.perf_counter(), watch.cpu()
        others = np.arange(members - 1, dtype=np.uint64)
        edges = list(dealt(np.full(members - 1, members - 1, dtype=np.uint64), others))
        rounds = [sum(len(chunk.edges) // 8 for chunk in found) for found in stars(edges, "local")]
        return {"case": "hub", "documents": members, "edges_after_each_round": rounds, **_used(watch, began, before)}


def hot_group(members: int, engine: str, workers: int) -> dict[str, Any]:
    """A `Gather` with half of its items under one key."""
    items = [("hot" if i % 2 else f"key {i}", i, os.urandom(8).hex() * (BYTES // 16)) for i in range(members)]
    plan: Plan = (Gather("grouped", _key, _count, gives=int),)
    with Watch() as watch:
        began, before = time.perf_counter(), watch.cpu()
        counts = list(run(plan, items, engine=engine, workers=workers))
        return {"case": "hot group", "engine": engine, "items": members, "groups": len(counts), "largest": max(counts),
                **_used(watch, began, before)}  # fmt: skip


def _key(item: tuple[str, int, str]) -> str:
    return item[0]


def _count(key: str, items: tuple[Any, ...]) -> Iterator[int]:
    yield len(items)


def stragglers(engine: str) -> dict[str, Any]:
    """The first worker to come is slow; they wait instead of working, so that any machine has enough cores."""
    with TemporaryDirectory() as folder:
        plan: Plan = (Each("waits", partial(_waiting, str(Path(folder) / "slow")), gives=float),)
        list(run(plan, range(WORKERS), engine=engine, workers=WORKERS))
        (Path(folder) / "slow").unlink(missing_ok=True)
        began = time.perf_counter()
        ends = list(run(plan, range(ITEMS), engine=engine, workers=WORKERS))
        wall = time.perf_counter() - began
    busy = max(ends) - min(ends)
    even, best = ITEMS * EACH * SLOWER / WORKERS, ITEMS * EACH / (WORKERS - 1 + 1 / SLOWER)
    return {
        "case": "straggler", "engine": engine, "workers": WORKERS, "slower": SLOWER, "wall_s": round(wall, 2),
        "working_s": round(busy, 2), "best_possible_s": round(best, 2), "dealt_evenly_s": round(even, 2),
    }  # fmt: skip


def _waiting(mark: str) -> Callable[[Iterable[int]], Iterator[float]]:
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        pause = EACH * SLOWER
    except FileExistsError:
        pause = EACH

    def wait(items: Iterable[int]) -> Iterator[float]:
        for _ in items:
            time.sleep(pause)
            yield time.time()

    return wait


def _used(watch: Watch, began: float, before: float) -> dict[str, Any]:
    return {"wall_s": round(time.perf_counter() - began, 1), "cpu_s": round(watch.cpu() - before, 1),
            "peak_mb": watch.peak()}  # fmt: skip


def main() -> None:
    """Measure and print, a line a case."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--members", type=int, default=100_000)
    asked.add_argument("--engines", nargs="*", default=["local", "pool"])
    given = asked.parse_args()
    cases: list[Callable[[], dict[str, Any]]] = [
        *(partial(hot_bucket, given.members, shared) for shared in (COPIES, BACKGROUND)), partial(hub, given.members)
    ]  # fmt: skip
    for engine in given.engines:
        cases.append(partial(hot_group, given.members, engine, cores()))
        cases += [partial(stragglers, engine)] if engine != "local" else []
    for case in cases:
        sys.stdout.write(json.dumps(case()) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    from demarche.bench import skew

    skew.main()  # not main(): a worker has to find the plan's functions in a module of that name
