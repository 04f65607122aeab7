"""Measures, replaced as a whole: each is a function of the records."""

from collections.abc import Iterable
from typing import Any

from demarche.model import Measure, content_id
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.shelf import Shelf, column, encoded


class Measures(Shelf[Measure]):
    """`for measure in store.measures`."""

    table = schema.measures
    kind = Measure

    def replace(self, measures: Iterable[Measure]) -> None:
        """Put these in the place of all that were there; what is there already is not written again."""
        new = {row["id"]: row for row in map(_row, measures)}
        with self.link.writing():
            held = set(self.ids())
            gone = sorted(held - new.keys())
            for start in range(0, len(gone), CHUNK):
                self.link.delete(schema.measures, schema.measures.c.id.in_(gone[start : start + CHUNK]))
            self.link.put(schema.measures, (row for id, row in new.items() if id not in held))


def _row(measure: Measure) -> dict[str, Any]:
    body = encoded(measure)
    return {
        "id": content_id("mea", body),
        "state": measure.state,
        "metric": column(measure.metric),
        "level": measure.level,
        "window_start": measure.window_start,
        "window_end": measure.window_end,
        "value": measure.value,
        "body": body,
    }
