"""CSV in and out, sorted and without surprises."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HAND = Path(__file__).parent / "hand"
OUT = Path(__file__).parent.parent / "src" / "demarche" / "lexicon" / "data" / "actors"

Rows = Iterable[Mapping[str, str]]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of one table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hand(name: str) -> list[dict[str, str]]:
    """The rows of a table compiled by hand."""
    return read(HAND / f"{name}.csv")


def write(name: str, columns: Sequence[str], rows: Rows) -> None:
    """Write one shipped table, sorted by its columns; equal rows once."""
    seen = sorted({tuple(row.get(c, "") or "" for c in columns) for row in rows})
    with (OUT / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows(seen)
    print(f"{name}.csv: {len(seen)} rows")
