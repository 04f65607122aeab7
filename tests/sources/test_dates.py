"""Dates as machines and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model.values import check_day
from demarche.sources.dates import day, moment

DAYS = [
    ("2022-07-29", "2022-07-29"),
    ("2022-07-29T23:30:00-04:00", "2022-07-29"),
    ("2022-07-29 10:00:00.123+00:00", "2022-07-29"),
    ("20220729", "2022-07-29"),
    ("20220729T101500Z", "2022-07-29"),
    ("2022/7/9", "2022-07-09"),
    ("1659052800", "2022-07-29"),
    ("1659052800000", "2022-07-29"),
    ("Fri, 29 Jul 2022 10:00:00 GMT", "2022-07-29"),
    ("July 29, 2022", "2022-07-29"),
    ("Jul. 29th, 2022, 10:15 a.m.", "2022-07-29"),
    ("29 July 2022", "2022-07-29"),
    ("Published on 29-Jul-2022", "2022-07-29"),
    ("2022-13-45", None),
    ("0001-01-01", None),
    ("soon", None),
    ("", None),
    (None, None),
    ("29", None),
    ("July 2022", None),
    ("29/07/2022", None),
]
MOMENTS = [
    ("2022-07-29T10:00:00Z", "2022-07-29T10:00:00+00:00"),
    ("2022-07-29", "2022-07-29"),
    ("Fri, 29 Jul 2022 10:00:00 +0200", "2022-07-29T10:00:00+02:00"),
    ("1659052800", "2022-07-29T00:00:00+00:00"),
    ("later", None),
    (None, None),
]


@pytest.mark.parametrize(("written", "expected"), DAYS)
def test_days(written: str | None, expected: str | None) -> None:
    assert day(written) == expected


@pytest.mark.parametrize(("written", "expected"), MOMENTS)
def test_moments(written: str | None, expected: str | None) -> None:
    assert moment(written) == expected


@given(st.text(max_size=30) | st.from_regex(r"\d{4}[-/.]?\d{1,2}[-/.]?\d{1,2}.{0,12}"))
def test_anything_is_a_day_or_none(written: str) -> None:
    check_day(day(written), "day")
    moment(written)
