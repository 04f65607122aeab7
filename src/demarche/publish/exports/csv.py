"""CSV tables for a spreadsheet or a notebook: UTF-8, LF, quoting as in RFC 4180; `datapackage.json` gives the types,
`codebook.md` says the same to people.

No cell is changed to please a spreadsheet: a text that opens with = or + stays as it was written.
"""

import json
from pathlib import Path

from demarche.publish.exports.codebook import allowed, codebook, says
from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Kind
from demarche.publish.exports.tables.written import written
from demarche.publish.holdings import Holdings


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """One file a table, and the description of all, for programs and for people."""
    paths = [written(folder / f"{table.name}.csv", table.columns, table.rows(holdings)) for table in TABLES]
    return [*paths, _described(folder / "datapackage.json"), _told(folder / "codebook.md")]


def _told(path: Path) -> Path:
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        file.write(codebook())
    return path


def _described(path: Path) -> Path:
    """A Frictionless data package: types, and what the table says."""
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "title": table.says,
            "encoding": "utf-8",
            "schema": {"fields": [_field(table.name, name, kind) for name, kind in table.columns.items()]},
        }
        for table in TABLES
    ]
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        json.dump({"profile": "data-package", "name": "demarche", "resources": resources}, file, indent=1)
        file.write("\n")
    return path


def _field(table: str, name: str, kind: Kind) -> dict[str, object]:
    """A column as Frictionless describes it; a list is written `a;b`."""
    choice = allowed(table, name)
    return {
        "name": name, "type": kind, "description": says(table, name), **({"delimiter": ";"} if kind == "list" else {}),
        **({"constraints": {"enum": list(choice)}} if choice else {}),
    }  # fmt: skip
