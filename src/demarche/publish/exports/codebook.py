"""The flat tables -> their codebook: what each column says, its type, and the values it may take.

Written from the tables themselves and from `tables/columns.toml`; `datapackage.json` says the same to programs.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import get_args

import msgspec

from demarche.lexicon.tables import load_toml
from demarche.model import values
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Table

HEAD = """# Codebook

One file a table: UTF-8, LF, quoting as in RFC 4180. An empty cell is *not known*, never zero or no. A list is written
`a;b`. Days are ISO 8601, countries ISO 3166-1 alpha-3. Offsets are half-open and count Unicode code points of the
document's frozen text. Copies and rewrites of one text are one family and count once.
"""
KINDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "date": "day",
         "list": "list of texts"}  # fmt: skip


class Columns(msgspec.Struct, frozen=True):
    """`said[table][column]`, with the words for any table under *any*; `values["table.column"]`: a vocabulary."""

    said: dict[str, dict[str, str]]

    @property
    def values(self) -> dict[str, str]:
        """The vocabularies."""
        return self.said["values"]


@cache
def columns() -> Columns:
    """The data file."""
    file = files("demarche.publish.exports.tables").joinpath("columns.toml")
    return Columns(load_toml(file, dict[str, dict[str, str]]))


def says(table: str, column: str) -> str:
    """What a column says."""
    said = columns().said
    return said.get(table, {}).get(column) or said["any"][column]


def allowed(table: str, column: str) -> tuple[str, ...]:
    """The values that a column may take; none where it is free."""
    name = columns().values.get(f"{table}.{column}")
    return get_args(getattr(values, name)) if name else ()


def codebook() -> str:
    """The page."""
    return HEAD + "".join(_section(table) for table in TABLES)


def _section(table: Table) -> str:
    rows = "\n".join(_rows(table))
    return f"\n## {table.name}\n\n{table.says}.\n\n| column | holds | says |\n|---|---|---|\n{rows}\n"


def _rows(table: Table) -> Iterator[str]:
    for column, kind in table.columns.items():
        choice = allowed(table.name, column)
        one_of = f" One of: {', '.join(choice)}." if choice else ""
        yield f"| `{column}` | {KINDS[kind]} | {says(table.name, column)}{one_of} |"
