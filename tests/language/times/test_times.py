"""Expressions of time and the days they name, with the words around them as the only help."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.times import find
from demarche.language.times.rules import rules
from demarche.model import Boilerplate, Document, Time, document_id, sha256, text_sha256

from .rows import FRIDAY, LENGTHS, NOTHING, ROWS, UNDATED

FILLER = " Nobody else was in the room, and the delegations declined to comment when they left." * 3
"""Enough words that the text counts as an article, not as a note."""


def document(text: str, published: str | None, **known: tuple[Boilerplate, ...]) -> Document:
    """A text published on a day."""
    return Document(
        id=document_id("t", text), source="t", text=text, text_sha256=text_sha256(text), raw_sha256=sha256(b""),
        published=published, published_basis="given" if published else "unknown", **known,
    )  # fmt: skip


def times(text: str, published: str | None) -> tuple[Time, ...]:
    """The expressions of a text that nobody parsed."""
    return find(document(text + FILLER, published), ())


def said(time: Time, text: str) -> str:
    """The words of an expression."""
    return text[time.start : time.end]


@pytest.mark.parametrize(("published", "text", "words", "first", "last"), ROWS, ids=[f"{r[2]} {r[0]}" for r in ROWS])
def test_days(published: str, text: str, words: str, first: str, last: str) -> None:
    found = [t for t in times(text, published) if said(t, text) == words]
    assert [(t.first, t.last) for t in found] == [(first, last)], times(text, published)


@pytest.mark.parametrize(("text", "words", "kind", "value"), LENGTHS)
def test_lengths_and_sets_name_no_day(text: str, words: str, kind: str, value: str) -> None:
    (found,) = times(text, FRIDAY)
    assert (said(found, text), found.type, found.value, found.first) == (words, kind, value, None)


@pytest.mark.parametrize("text", NOTHING)
def test_no_expression_of_time(text: str) -> None:
    assert times(text, FRIDAY) == ()


@pytest.mark.parametrize(("text", "value"), UNDATED)
def test_nothing_is_invented_without_a_day_of_publication(text: str, value: str) -> None:
    (found,) = times(text, None)
    assert (found.first, found.last, found.value) == (None, None, value)


def test_full_dates_need_no_day_of_publication() -> None:
    (found,) = times("The treaty was signed on 12 August 1949.", None)
    assert (found.first, found.precision) == ("1949-08-12", "day")


def test_dateline_stands_in_for_the_day_of_publication() -> None:
    text = "Ministers meet\nJuly 29, 2022\nThe ministers met on Wednesday."
    assert [t.first for t in times(text, None)] == ["2022-07-29", "2022-07-27"]


def test_boilerplate_holds_no_expression() -> None:
    text = "They met on Wednesday. Posted on 3 May 2021."
    read = document(text, FRIDAY, boilerplate=(Boilerplate(23, len(text), "footer"),))
    assert [said(t, text) for t in find(read, ())] == ["Wednesday"]


@given(
    st.sampled_from([text for _, text, *_ in ROWS]),
    st.sampled_from([text for _, text, *_ in ROWS]),
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_expressions_stand_in_order_and_days_too(one: str, other: str, when: date) -> None:
    text = f"{one} {other}"
    found = find(document(text, when.isoformat()), ())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.first is None or t.last is None or t.first <= t.last for t in found)
    assert all(0 <= t.start < t.end <= len(text) for t in found)


@given(st.text(alphabet="0123456789 -/.:andtoJulyMayQ’s,ofthe", max_size=60), st.dates(date(2, 1, 1), date(9990, 1, 1)))
def test_no_text_breaks_it(text: str, when: date) -> None:
    assert all(t.end <= len(text) for t in find(document(text, when.isoformat()), ()))


def test_every_rule_has_a_pattern_that_can_be_compiled() -> None:
    """They are compiled when a text first needs them: a broken one would stop a run in its middle."""
    for rule in rules():
        assert rule.pattern.pattern, rule.name
