"""A table -> a CSV file: UTF-8, LF, quoting as in RFC 4180, lists as `a;b`, an empty cell for what is unknown."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables.table import Kind, Row, Value


def written(path: Path, columns: Mapping[str, Kind], rows: Iterable[Row]) -> Path:
    """The rows under the columns' names, in their order."""
    names = list(columns)
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(names)
        for row in rows:
            out.writerow([_cell(row.get(name)) for name in names])
    return path


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case tuple():
            return ";".join(value)
        case _:
            return str(value)
