"""Between two runs, what was freed among things that stay goes back to the system."""

import ctypes
from pathlib import Path

import pytest

from demarche.bench.usage import PROC, memory
from demarche.pipeline import add
from demarche.store import Store

PIECE, PIECES = 60_000, 2_000
"""Less than the C library takes from the system by itself, so that a hole between two stays its own."""


@pytest.mark.skipif(not PROC.is_dir() or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="glibc alone is asked")
def test_what_a_run_freed_is_given_back(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        add(store, [])  # what a first run loads
        pieces = [bytes([n % 251]) * PIECE for n in range(PIECES)]
        kept = pieces[::2]
        del pieces
        before = memory()
        add(store, [])
        assert before - memory() > PIECE * PIECES / 2**20 / 2 * 0.7
        assert len(kept) == PIECES / 2
