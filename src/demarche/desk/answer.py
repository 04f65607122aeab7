"""What a question takes of a store: plain nouns, or tables for pandas, polars and Arrow."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demarche.model import Claim, Difference, Document, Family, Measure, Record, UsageError
from demarche.publish.exports.arrow import needed, whole
from demarche.publish.exports.tables import TABLES
from demarche.publish.exports.tables.table import Row, Table
from demarche.publish.holdings import Holdings
from demarche.publish.queries import Query
from demarche.store import Store

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

BY_NAME = {table.name: table for table in TABLES}


class Answer:
    """The records that meet a question, with all they rest on; complete, and read anew whenever it is asked.

    Every quote is compared with its text on its way out. `tables` names what `rows` and the `to_…` take.
    """

    tables: tuple[str, ...] = tuple(BY_NAME)

    def __init__(self, store: Store, query: Query | None = None) -> None:
        self._held = Holdings(store, query)

    def __iter__(self) -> Iterator[Record]:
        return self.records

    def __len__(self) -> int:
        return sum(1 for _ in self.records)

    @property
    def records(self) -> Iterator[Record]:
        """Engagements and acts, by id."""
        return self._held.records

    @property
    def claims(self) -> Iterator[Claim]:
        """Everything that the documents behind them say."""
        return self._held.claims

    @property
    def documents(self) -> Iterator[Document]:
        """The documents behind them, with their texts."""
        return self._held.documents

    @property
    def families(self) -> Iterator[Family]:
        """What of these is a copy of what."""
        return self._held.families

    @property
    def differences(self) -> Iterator[Difference]:
        """What versions or sides do not share."""
        return self._held.differences

    @property
    def measures(self) -> Iterator[Measure]:
        """The measures of the states asked for."""
        return iter(self._held.measures)

    def rows(self, table: str = "engagements") -> Iterator[Row]:
        """A table row by row; days are ISO, lists are tuples, null is what nobody knows."""
        return iter(_table(table).rows(self._held))

    def to_arrow(self, table: str = "engagements") -> "pyarrow.Table":
        """A table for Arrow and DuckDB; needs `demarche[frames]`."""
        needed("pyarrow", "frames")
        return whole(_table(table), self._held)

    def to_pandas(self, table: str = "engagements") -> "pandas.DataFrame":
        """A table for pandas, days as timestamps; needs `demarche[frames]`."""
        needed("pandas", "frames")
        return self.to_arrow(table).to_pandas(date_as_object=False)

    def to_polars(self, table: str = "engagements") -> "polars.DataFrame":
        """A table for polars; needs `demarche[frames]`."""
        frame: polars.DataFrame = needed("polars", "frames").from_arrow(self.to_arrow(table))
        return frame


def _table(name: str) -> Table:
    if name not in BY_NAME:
        raise UsageError(f"no table is called {name!r}; there are {', '.join(BY_NAME)}")
    return BY_NAME[name]
