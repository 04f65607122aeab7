"""Pages: trafilatura alone, which our reading of pages stands on, against ours: the floor that extraction sets."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.bench import html
from demarche.bench.peers.asked import OURS, Line, Peer, present, timed
from demarche.bench.rows import Row, inputs

TIMES = 3


def _trafilatura(file: Path) -> Iterator[Row]:
    from trafilatura import bare_extraction

    for row in inputs(file, also=("file",)):
        raw = (file.parent / row["file"]).read_bytes()
        page = gzip.decompress(raw) if row["file"].endswith(".gz") else raw
        found: Any = bare_extraction(page, url=row.get("url"), with_metadata=True)
        yield {"id": row["file"], "text": found.text if found else "", "published": found.date if found else None}


PEERS = (Peer("trafilatura", _trafilatura),)


def lines(file: Path) -> Iterator[Line]:
    """A line for ours and for each peer; the quickest of some rounds counts."""
    for peer, line in ((Peer("", html.answer), {"peer": OURS}), *present(PEERS)):
        if peer is None:
            yield line
            continue
        rounds = [timed(lambda p=peer: list(p.answer(file))) for _ in range(TIMES)]  # type: ignore[misc]
        found, seconds = rounds[0][0], min(seconds for _, seconds in rounds)
        yield line | html.score(found, file) | {"pages_per_cpu_s": round(len(found) / seconds, 1)}
