"""Tables of the figures over the records, and of what a run refused."""

from collections.abc import Iterator

import msgspec

from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.store import Store


def _measures(store: Store) -> Iterator[Row]:
    for measure in store.measures:
        yield msgspec.structs.asdict(measure)


def _rejects(store: Store) -> Iterator[Row]:
    for reject in store.rejects:
        yield msgspec.structs.asdict(reject)


MEASURES = Table(
    "measures",
    "A metric of a state in a window of days",
    columns(string="state metric level", date="window_start window_end", number="value low high",
            integer="n coverage", string_2="records"),
    _measures,
)  # fmt: skip
REJECTS = Table("rejects", "An input that was refused, and why", columns(string="step item reason"), _rejects)
