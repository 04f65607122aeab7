"""Where the gold data and the reference scorers lie, and the marks that skip what needs them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from demarche.bench.floors import gold_root

ROOT = gold_root()
SCORERS = ROOT.parent / "score" if ROOT else None

needs_gold = pytest.mark.skipif(ROOT is None, reason="the gold data are not here")
needs_scorers = pytest.mark.skipif(not (SCORERS and SCORERS.is_dir()), reason="the reference scorers are not here")


def reference(task: str, predictions: Path, gold: Path) -> dict[str, Any]:
    """The figures of the reference scorer, run on its own."""
    command = [sys.executable, f"score_{task}.py", str(predictions), str(gold), "--json"]
    done = subprocess.run(command, cwd=SCORERS, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def gold(path: str) -> Path:
    """A gold file; ask only where it is there."""
    assert ROOT is not None
    return ROOT / path
