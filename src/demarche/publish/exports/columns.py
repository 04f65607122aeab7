"""Flat tables in typed columns: Parquet and XLSX, with the same names and rows as the CSV files."""

from datetime import datetime
from pathlib import Path

from demarche.model import UsageError
from demarche.publish.exports.arrow import batches, needed, schema
from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Table, Value
from demarche.publish.holdings import Holdings

MOST_ROWS, MOST_CHARACTERS = 1_048_575, 32_767
"""What a sheet and a cell of XLSX hold."""
CREATED = datetime(2000, 1, 1)
"""Written into every book, so that one store gives the same bytes at any hour."""


def parquet(holdings: Holdings, folder: Path) -> list[Path]:
    """One file a table; lists stay lists, days stay days."""
    needed("pyarrow.parquet")
    return [_parquet(folder / f"{t.name}.parquet", t, holdings) for t in TABLES]


def _parquet(path: Path, table: Table, holdings: Holdings) -> Path:
    columns = schema(table)
    with fresh(path) as file, needed("pyarrow.parquet").ParquetWriter(file, columns) as out:
        for batch in batches(table, holdings):
            out.write_table(batch)
    return path


def xlsx(holdings: Holdings, folder: Path) -> list[Path]:
    """`demarche.xlsx`, a sheet a table. A text is written as text: none can act as a formula or a link."""
    writer = needed("xlsxwriter")
    path = folder / "demarche.xlsx"
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with fresh(path) as file, writer.Workbook(file, options) as book:
        book.set_properties({"created": CREATED})
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
