"""A run of the pipeline in a process of its own: after each document it prints a line and waits for one."""

import signal
import sys

from demarche import pipeline
from demarche.store import Store


def told(stage: str, done: int, of: int | None) -> None:
    print(stage, done, flush=True)
    sys.stdin.readline()


def main(store: str, reader: str) -> None:
    """`reader` is the version that the test knows: somebody may be editing the files that it is made from."""
    pipeline.reader_version = lambda: reader
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a build server may start its jobs with Ctrl-C ignored
    with Store(store) as opened:
        pipeline.process(opened, workers=1, tell=told)


if __name__ == "__main__":
    main(*sys.argv[1:])
