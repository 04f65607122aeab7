"""Tables of the figures over the records, and of what a run refused."""

from collections.abc import Iterator

import msgspec

from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.publish.holdings import Holdings


def _measures(holdings: Holdings) -> Iterator[Row]:
    for measure in holdings.measures:
        yield msgspec.structs.asdict(measure)


def _rejects(holdings: Holdings) -> Iterator[Row]:
    for reject in holdings.rejects:
        yield msgspec.structs.asdict(reject)


MEASURES = Table(
    "measures",
    "A metric of a state in a window of days",
    columns(string="state metric level", date="window_start window_end", number="value low high",
            integer="n coverage", string_2="records[]"),
    _measures,
)  # fmt: skip
REJECTS = Table("rejects", "An input that was refused, and why", columns(string="step item reason"), _rejects)
