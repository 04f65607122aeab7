"""The word lists of a language: `data/languages/<code>/<list>.csv`, keyed by the first column.

Lists differ too much in their columns for one type; what all share is checked here: a header, rows as wide as it, and
a key in each.
"""

import csv
from collections.abc import Mapping
from functools import cache
from io import StringIO

from demarche.lexicon.tables import data
from demarche.model import BadKnowledge


@cache
def table(code: str, name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one list."""
    path = data("languages", code, f"{name}.csv")
    try:
        lines = csv.reader(StringIO(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as e:
        raise BadKnowledge(f"languages/{code}/{name}.csv", "the file", str(e)) from e
    columns = next(lines, [])
    return tuple(_row(f"languages/{code}/{name}.csv", n, columns, cells) for n, cells in enumerate(lines, start=2))


def _row(file: str, number: int, columns: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(columns) or not cells[0]:
        raise BadKnowledge(file, f"line {number}", f"{cells} does not fill the columns {columns}")
    return dict(zip(columns, cells, strict=True))


@cache
def words(code: str, name: str) -> frozenset[str]:
    """The first column of one list, as a set."""
    return frozenset(next(iter(row.values())) for row in table(code, name))


@cache
def mapping(code: str, name: str) -> Mapping[str, str]:
    """The first column of one list to its second."""
    pairs = (tuple(row.values()) for row in table(code, name))
    return {pair[0]: pair[1] for pair in pairs}
