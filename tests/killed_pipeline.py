"""A run of the pipeline in a process of its own, that dies as a test wishes.

After each document it prints a line and waits for one; or it goes through and kills itself with SIGKILL before its nth
statement to the database, and prints how many there were if it gets that far.
"""

import os
import signal
import sys
from collections.abc import Iterable

import sqlalchemy as sa

from demarche import pipeline
from demarche.pipeline import reader as reading
from demarche.store import Store


def told(stage: str, done: int, of: int | None) -> None:
    print(stage, done, flush=True)
    sys.stdin.readline()


def main(store: str, reader: str, *locations: str) -> None:
    """`reader` is the version that the test knows: somebody may be editing the files that it is made from."""
    reading.reader_version = lambda: reader
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a build server may start its jobs with Ctrl-C ignored
    with Store(store) as opened:
        if locations:
            through(opened, int(locations[0]), locations[1:])
        else:
            pipeline.process(opened, workers=1, tell=told)


def through(store: Store, last: int, locations: Iterable[str]) -> None:
    """Everything, up to the statement of that number."""
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(store.link.engine, "before_cursor_execute", count)
    sa.event.listen(store.link.engine, "commit", count)
    pipeline.add(store, locations)
    pipeline.process(store, workers=1)
    print(done)


if __name__ == "__main__":
    main(*sys.argv[1:])
