"""`python -m demarche.bench.peers copies|dates|pages FILE...`: a line for each library and file."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from demarche.bench.peers import copies, dates, pages
from demarche.bench.peers.asked import Line

QUESTIONS: dict[str, Callable[[Path], Iterator[Line]]] = {
    "copies": copies.lines,
    "dates": dates.lines,
    "pages": pages.lines,
}


def main() -> None:
    """Ask and print."""
    asked = argparse.ArgumentParser(prog="python -m demarche.bench.peers", description=__doc__)
    asked.add_argument("question", choices=sorted(QUESTIONS))
    asked.add_argument("files", type=Path, nargs="+")
    given = asked.parse_args()
    for file in given.files:
        for line in QUESTIONS[given.question](file):
            sys.stdout.write(json.dumps({"file": file.name} | line) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
