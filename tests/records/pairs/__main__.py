"""Print how merging does on the labelled pairs: `python -m tests.records.pairs [-v]`."""

import sys
import tempfile
from pathlib import Path

from tests.records.pairs import READOUTS, Scored, lines

for name in ("demo", "readouts"):
    if name == "readouts" and not READOUTS.exists():
        print("readouts: the bench is not here")
        continue
    with tempfile.TemporaryDirectory() as folder:
        found = Scored(name, Path(folder))
    print("\n".join(lines(name, found)))
    if "-v" in sys.argv:
        print("\n".join(found.errors))
