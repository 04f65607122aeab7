"""Holidays: the day they fall on in a year."""

from datetime import date

import pytest

from demarche.language.times.holidays import easter, on
from demarche.language.times.words import words


@pytest.mark.parametrize(
    ("year", "day"),
    [(1999, (4, 4)), (2008, (3, 23)), (2011, (4, 24)), (2019, (4, 21)), (2022, (4, 17)), (2024, (3, 31))],
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1999, (11, 25)),
        ("labor day", 2021, (9, 6)),
        ("memorial day", 2022, (5, 30)),
        ("election day", 1998, (11, 3)),
        ("good friday", 2024, (3, 29)),
        ("black friday", 2010, (11, 26)),
        ("christmas eve", 2020, (12, 24)),
    ],
)
def test_days(name: str, year: int, day: tuple[int, int]) -> None:
    assert on(words().holidays[name], year) == date(year, *day)


def test_every_holiday_has_a_day() -> None:
    assert all(on(kind, 2023) for kind in words().holidays.values())
