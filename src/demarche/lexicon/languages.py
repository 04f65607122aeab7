"""The word lists of a language: `data/languages/<code>/<list>.csv`, keyed by the first column."""

import csv
from functools import cache
from importlib.resources import files
from io import StringIO


@cache
def table(code: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of one list."""
    path = files("demarche.lexicon") / "data" / "languages" / code / f"{name}.csv"
    rows = csv.DictReader(StringIO(path.read_text(encoding="utf-8")))
    return tuple(dict(row) for row in rows)


@cache
def words(code: str, name: str) -> frozenset[str]:
    """The first column of one list, as a set."""
    return frozenset(next(iter(row.values())) for row in table(code, name))


@cache
def mapping(code: str, name: str) -> dict[str, str]:
    """The first column of one list to its second."""
    pairs = (tuple(row.values()) for row in table(code, name))
    return {pair[0]: pair[1] for pair in pairs}
