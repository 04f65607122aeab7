"""What normalising evens out, and that it leaves the rest alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.text import normalised

CASES = [
    ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ("\ufeffMos\u00adcow\u200b", "Moscow"),
    ("Erdo\u200dg\u0306an", "Erdo\u011fan"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("a\u00a0b\u2009c\td", "a b c d"),
    ("bell\x07 and \x1b[0m", "bell and [0m"),
    ("\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m"),
    ("\uf900", "\uf900"),
    ("plain words, “quoted” – and not", "plain words, “quoted” – and not"),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_normalised(source: str, expected: str) -> None:
    assert normalised(source).text == expected


@given(st.text(max_size=60))
def test_normalising_twice_is_normalising_once(source: str) -> None:
    once = normalised(source).text
    assert normalised(once).text == once


@given(st.text(max_size=60))
def test_unchanged_characters_stand_where_home_says(source: str) -> None:
    r = normalised(source)
    for i, c in enumerate(r.text):
        first, last = r.home_span(i, i + 1)
        if not any(x.first <= i < x.last for x in r.changes):
            assert source[first:last] == c


def test_accents_go_home_to_letter_and_mark() -> None:
    r = normalised(unicodedata.normalize("NFD", "Çavuşoğlu"))
    assert r.text == "Çavuşoğlu"
    start = r.text.index("ş")
    assert r.source[slice(*r.home_span(start, start + 1))] == "s\u0327"
