"""JSON Lines: every noun as it is, one object a line. The fields are a promise, written down in `docs/`."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from demarche.publish.exports.files import fresh
from demarche.publish.holdings import Holdings

NOUNS = ("documents", "families", "claims", "records", "campaigns", "differences", "measures", "rejects")

_encoder = msgspec.json.Encoder(order="deterministic")


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`documents.jsonl`, `families.jsonl` and so on, an empty file where there is nothing of a kind."""
    return [written(folder / f"{name}.jsonl", getattr(holdings, name)) for name in NOUNS]


def written(path: Path, values: Iterable[object]) -> Path:
    """One object a line."""
    with fresh(path) as file:
        for value in values:
            file.write(_encoder.encode(value) + b"\n")
    return path
