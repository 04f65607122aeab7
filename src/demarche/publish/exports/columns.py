"""Flat tables in typed columns: Parquet and XLSX, with the same names and rows as the CSV files."""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

from demarche.model import UsageError
from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Kind, Row, Table, Value
from demarche.publish.holdings import Holdings

BATCH = 20_000
"""Rows that are held at once."""
MOST_ROWS, MOST_CHARACTERS = 1_048_575, 32_767
"""What a sheet and a cell of XLSX hold."""


def parquet(holdings: Holdings, folder: Path) -> list[Path]:
    """One file a table; lists stay lists, days stay days."""
    arrow = _needed("pyarrow")
    needed = _needed("pyarrow.parquet")
    return [_parquet(folder / f"{t.name}.parquet", t, holdings, arrow, needed) for t in TABLES]


def _parquet(path: Path, table: Table, holdings: Holdings, arrow: ModuleType, parquet: ModuleType) -> Path:
    kinds = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
             "date": arrow.date32(), "list": arrow.list_(arrow.string())}  # fmt: skip
    schema = arrow.schema([(name, kinds[kind]) for name, kind in table.columns.items()], metadata={"title": table.says})
    with fresh(path) as file, parquet.ParquetWriter(file, schema) as out:
        for batch in _batches(table.rows(holdings)):
            values = {name: [_typed(row.get(name), kind) for row in batch] for name, kind in table.columns.items()}
            out.write_table(arrow.table(values, schema=schema))
    return path


def _typed(value: Value, kind: Kind) -> object:
    if kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return list(value) if isinstance(value, tuple) else value


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def xlsx(holdings: Holdings, folder: Path) -> list[Path]:
    """`demarche.xlsx`, a sheet a table. A text is written as text: none can act as a formula or a link."""
    writer = _needed("xlsxwriter")
    path = folder / "demarche.xlsx"
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with fresh(path) as file, writer.Workbook(file, options) as book:
        head = book.add_format({"bold": True})
        for table in TABLES:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            for at, name in enumerate(table.columns):
                sheet.write_string(0, at, name, head)
            for n, row in enumerate(table.rows(holdings), 1):
                _line(sheet, n, [row.get(name) for name in table.columns], path, table)
    return [path]


def _line(sheet: object, n: int, values: list[Value], path: Path, table: Table) -> None:
    if n > MOST_ROWS:
        raise UsageError(f"{path}: {table.name} has more rows than a sheet holds; take csv or parquet, or ask for less")
    for at, value in enumerate(values):
        match value:
            case None | "" | ():
                continue
            case bool():
                sheet.write_boolean(n, at, value)  # type: ignore[attr-defined]
            case int() | float():
                sheet.write_number(n, at, value)  # type: ignore[attr-defined]
            case _:
                text = ";".join(value) if isinstance(value, tuple) else str(value)
                sheet.write_string(n, at, text[:MOST_CHARACTERS])  # type: ignore[attr-defined]


def _needed(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as e:
        package = module.partition(".")[0]
        raise UsageError(f"this format needs {package}: pip install 'demarche[exports]'") from e
