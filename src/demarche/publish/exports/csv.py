"""CSV tables for a spreadsheet or a notebook: UTF-8, LF, quoting as in RFC 4180; `datapackage.json` gives the types.

No cell is changed to please a spreadsheet: a text that opens with = or + stays as it was written.
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Row, Table, Value
from demarche.publish.holdings import Holdings


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """One file a table, and the description of all."""
    paths = [_written(folder / f"{table.name}.csv", table, table.rows(holdings)) for table in TABLES]
    return [*paths, _described(folder / "datapackage.json")]


def _written(path: Path, table: Table, rows: Iterable[Row]) -> Path:
    names = list(table.columns)
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


def _described(path: Path) -> Path:
    """A Frictionless data package: types, and what the table says."""
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "title": table.says,
            "encoding": "utf-8",
            "schema": {"fields": [{"name": name, "type": kind} for name, kind in table.columns.items()]},
        }
        for table in TABLES
    ]
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        json.dump({"profile": "data-package", "name": "demarche", "resources": resources}, file, indent=1)
        file.write("\n")
    return path
