"""A flat table -> Arrow: typed columns, lists as lists, days as days, null for what is unknown."""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING

from demarche.model import UsageError
from demarche.publish.exports.tables.table import Kind, Row, Table, Value
from demarche.publish.holdings import Holdings

if TYPE_CHECKING:
    import pyarrow

BATCH = 20_000
"""Rows that are held at once."""


def schema(table: Table) -> "pyarrow.Schema":
    """The columns of a table as Arrow types them."""
    arrow = needed("pyarrow")
    kinds = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
             "date": arrow.date32(), "list": arrow.list_(arrow.string())}  # fmt: skip
    return arrow.schema([(name, kinds[kind]) for name, kind in table.columns.items()], metadata={"title": table.says})


def batches(table: Table, holdings: Holdings) -> Iterator["pyarrow.Table"]:
    """The rows of a table, so many at a time."""
    arrow, columns = needed("pyarrow"), schema(table)
    for rows in _batches(table.rows(holdings)):
        values = {name: [_typed(row.get(name), kind) for row in rows] for name, kind in table.columns.items()}
        yield arrow.table(values, schema=columns)


def whole(table: Table, holdings: Holdings) -> "pyarrow.Table":
    """All rows of a table."""
    held = list(batches(table, holdings))
    return needed("pyarrow").concat_tables(held) if held else schema(table).empty_table()


def needed(module: str, extra: str = "exports") -> ModuleType:
    """A package that only some users need, or a sentence that says how to get it."""
    try:
        return import_module(module)
    except ImportError as e:
        package = module.partition(".")[0]
        raise UsageError(f"this format needs {package}: pip install 'demarche[{extra}]'") from e


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _typed(value: Value, kind: Kind) -> object:
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return list(value) if isinstance(value, tuple) else value
