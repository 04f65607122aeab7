"""A run on a cluster, driven from one of its machines: tells each finished shard, then what came out and where.

`python -m tests.engine.far_run FOLDER [ANSWERS]`; after so many answers none comes any more.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from demarche.engine import Progress, reach, run
from demarche.model import DemarcheError
from tests.engine.far_steps import ITEMS, PLAN

engine = import_module("demarche.engine.daft")


def told(progress: Progress) -> None:
    print(f"shard {progress.step} {'resumed' if progress.resumed else 'done'}", flush=True)


def ceasing(query: Callable[..., Iterator[bytes]], last: int) -> Callable[..., Iterator[bytes]]:
    def answers(*given: Any) -> Iterator[bytes]:
        yield from islice(query(*given), last)
        threading.Event().wait()

    return answers


def main(folder: str, last: str = "") -> None:
    plan = PLAN
    if last:
        plan = (msgspec.structs.replace(PLAN[0], patience=5.0), PLAN[1])
        engine._answers = ceasing(engine._answers, int(last))  # type: ignore[attr-defined]
    try:
        found = list(run(plan, range(ITEMS), engine="ray", folder=Path(folder), on_progress=told))
    except DemarcheError as e:
        print(f"error {type(e).__name__}: {e}", flush=True)
        sys.exit(2)
    totals = {key: number for key, number, _, _ in found}
    done = sum((Counter(hosts) for *_, hosts in found), Counter[str]())
    where = {"slow": done, "total": Counter(host for _, _, host, _ in found)}
    print(json.dumps({"totals": totals, "cores": reach("ray"), **where}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
