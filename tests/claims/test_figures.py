"""Figures: every number of our own rows with its fields, what is no figure, and what an edition may rely on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.lexicon.quantities import quantities
from demarche.model import Figure
from tests.claims.reading import document, read
from tests.claims.rows.read import rows

ROWS = list(rows("figures.txt", 8))
MISSED = {
    "The ruble traded at 58 to the dollar.": "a rate without a unit",
    "Inflation reached 7.9 percent, a record since 1981.": "a qualifier that follows as an apposition",
    "The Chinese side confirmed 20 dead on the Indian side.": "a source that is no statement's",
    "The UN appealed for $4.4bn to help 24.4 million Afghans this year.": "one period for two figures",
    "The alliance will increase its response force from 40,000 to 300,000 troops.": "what a later figure tells",
}


def found(text: str) -> list[Figure]:
    return [c for c in read(document(text)) if isinstance(c, Figure)]


def is_value(figure: Figure, given: str) -> bool:
    if given == "-":
        return figure.value is None and figure.low is None
    if ".." in given:
        low, high = map(float, given.split(".."))
        return (figure.low, figure.high) == (low, high)
    return figure.value is not None and abs(figure.value - float(given)) <= 0.005 * abs(float(given))


def fits(figure: Figure, cells: list[str]) -> bool:
    quote, value, unit, qualifier, what, period, source, compared = cells
    return (
        is_value(figure, value)
        and (quote in figure.quote or figure.quote in quote)
        and (figure.unit or "") == unit
        and (figure.qualifier or "") == qualifier
        and (not what or bool(set(what.lower().split()) & set((figure.what or "").lower().split())))
        and (not period or (figure.period or "").endswith(period.split()[-1]))
        and (not source or (figure.source or "").endswith(source.split()[-1]))
        and bool(compared) == bool(figure.compared_with)
    )


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param(*row, marks=[pytest.mark.xfail(reason=MISSED[row[0]], strict=True)] if row[0] in MISSED else [])
        for row in ROWS
    ],
    ids=[row[0][:50] for row in ROWS],
)
def test_rows(text: str, answers: list[list[str]]) -> None:
    figures = found(text)
    assert len(figures) == len(answers), [(f.quote, f.value) for f in figures]
    for cells in answers:
        assert any(fits(f, cells) for f in figures), (cells, figures)


def test_every_field_opens_its_words() -> None:
    text = "\n\n".join(text for text, _ in ROWS[:30])
    doc = document(text)
    figures = [c for c in read(doc) if isinstance(c, Figure)]
    assert len(figures) > 20
    for f in figures:
        for words, told in ((f.what_words, f.what), (f.period_words, f.period), (f.source_words, f.source)):
            assert (words is None) == (told is None)
            assert words is None or text[words.start : words.end] == words.quote == told


def test_a_comparison_points_at_the_earlier_figure() -> None:
    first, second = found("Imports rose to 60 million barrels in July, against 12 million barrels in June.")
    assert second.compared_with == first.id
    assert first.compared_with is None


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=11, max_value=99_999_999).filter(lambda n: not 1500 <= n <= 2100))
def test_a_number_is_read_however_it_is_written(number: int) -> None:
    for written in (f"{number}", f"{number:,}"):
        (figure,) = found(f"The convoy brought {written} blankets to the camp.")
        assert (figure.value, figure.what) == (number, "blankets")


def test_no_two_units_share_a_form() -> None:
    words = quantities()
    assert len(words.units) > 250
    assert all(unit.unit and unit.form == unit.form.lower() for unit in words.units.values())
