"""The codebook says what every column is; none is left out, none is left over."""

import msgspec
import pytest

from demarche.publish.exports.codebook import allowed, codebook, columns, says
from demarche.publish.exports.tables import TABLES

COLUMNS = {table.name: set(table.columns) for table in TABLES}
PLACES = [(table, column) for table, own in COLUMNS.items() for column in own]


@pytest.mark.parametrize(("table", "column"), sorted(PLACES))
def test_every_column_says_what_it_is(table: str, column: str) -> None:
    assert says(table, column).endswith((".", "…"))
    assert f"| `{column}` |" in codebook().split(f"\n## {table}\n")[1].split("\n## ")[0]


def test_no_words_are_left_over() -> None:
    said = dict(columns().said)
    values, shared = said.pop("values"), said.pop("any")
    assert set(said) <= set(COLUMNS)
    assert {(t, c) for t, own in said.items() for c in own} <= set(PLACES)
    used = {c for t, c in PLACES if c not in said.get(t, {})}
    assert set(shared) == used
    assert {tuple(place.split(".")) for place in values} <= set(PLACES)


def test_closed_vocabularies_are_those_of_the_nouns() -> None:
    assert "happened" in allowed("engagements", "status")
    assert "virtual_meeting" in allowed("engagements", "mode")
    assert allowed("engagements", "topics") == ()
    assert all(allowed(*place.split(".")) for place in columns().values)
    assert msgspec.json.encode(allowed("edges", "kind"))
