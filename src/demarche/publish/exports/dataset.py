"""The Parquet tables as data sets by month: `engagements/month=2022-07/part-0.parquet`.

DuckDB, Spark, Daft and pyarrow read a folder of them as one table, and of one month only what they are asked for. Rows
without a day lie under `month=unknown` (a folder of nothing but Hive's null has no type that a reader could guess); a
table without days is one part.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.publish.exports.arrow import batches, needed
from demarche.publish.exports.files import fresh
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Table
from demarche.publish.holdings import Holdings

FOLDER = "dataset"
UNDATED = "unknown"


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """A folder a table under `dataset/`; parts that an earlier export left there are taken away."""
    needed("pyarrow.parquet")
    for old in (folder / FOLDER).glob("*/**/part-*.parquet"):
        old.unlink()
    return [path for table in TABLES for path in _written(folder / FOLDER / table.name, table, holdings)]


def _written(home: Path, table: Table, holdings: Holdings) -> Iterator[Path]:
    parquet = needed("pyarrow.parquet")
    for number, batch in enumerate(batches(table, holdings)):
        for month, rows in _by_month(table, batch):
            path = home / month / f"part-{number}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            with fresh(path) as file:
                parquet.write_table(rows, file)
            yield path


def _by_month(table: Table, batch: Any) -> Iterator[tuple[str, Any]]:
    """The rows of each month, by the first column of days that the table has."""
    dated = next((name for name, kind in table.columns.items() if kind == "date"), None)
    if dated is None:
        yield ".", batch
        return
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, day in enumerate(batch.column(dated).to_pylist()):
        places[f"month={day:%Y-%m}" if day else f"month={UNDATED}"].append(place)
    for month in sorted(places):
        yield month, batch.take(places[month])
