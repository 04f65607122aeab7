"""Print what was found and missed on the two-sided cases: `python -m tests.records.accounts [-v]`."""

import sys
import tempfile
from pathlib import Path

from tests.records.accounts import scored

for name in ("first", "second"):
    with tempfile.TemporaryDirectory() as folder:
        found = scored(name, Path(folder))
    print(f"{name}.toml\n{found.table()}")
    if "-v" in sys.argv and name == "first":
        print("\n".join(found.lines))
