"""A real run, in a process of its own, that a test can stop at a known point.

After each finished shard it prints a line and waits for one; the test kills it while it waits.
"""

import sys
from pathlib import Path

from demarche.engine import Progress, run
from demarche.model import Reject
from tests.engine.engine_steps import PLAN


def told(progress: Progress) -> None:
    print(f"shard {progress.step} {'resumed' if progress.resumed else 'done'}", flush=True)
    sys.stdin.readline()


def main(folder: str, engine: str) -> None:
    for given in run(PLAN, range(400), engine=engine, workers=2, folder=Path(folder), on_progress=told):
        print("reject" if isinstance(given, Reject) else "result", given, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
