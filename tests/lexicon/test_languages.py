"""Word lists are read strictly."""

import pytest

from demarche.lexicon import languages
from demarche.lexicon.tables import data
from demarche.model import BadKnowledge

LISTS = [
    (code.name, file.name.removesuffix(".csv"))
    for code in data("languages").iterdir()
    for file in code.iterdir()
    if file.name.endswith(".csv")
]


@pytest.mark.parametrize(("code", "name"), LISTS)
def test_every_list_is_sound(code: str, name: str) -> None:
    rows = languages.table(code, name)
    assert rows
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(BadKnowledge, match=r"languages/en/nothing\.csv"):
        languages.table("en", "nothing")


def test_a_ragged_row_is_named() -> None:
    with pytest.raises(BadKnowledge, match="line 7"):
        languages._row("x.csv", 7, ["word", "kind"], ["mr"])


def test_words_and_mapping_read_the_first_columns() -> None:
    assert "mr" in languages.words("en", "abbreviations")
    assert languages.mapping("en", "contractions")["cannot"] == "can not"
