"""Who is in a bloc on a day, and what is no bloc."""

import pytest

from demarche.model import UsageError
from demarche.publish.blocs import DEFAULT, bloc, members, reference

SIZES = {
    ("org:eu", "2003-12-31"): 15,
    ("org:eu", "2005-01-01"): 25,
    ("org:eu", "2008-01-01"): 27,
    ("org:eu", "2014-01-01"): 28,
    ("org:eu", "2021-01-01"): 27,
    ("org:nato", "1998-01-01"): 16,
    ("org:nato", "2002-01-01"): 19,
    ("org:nato", "2010-01-01"): 28,
    ("org:nato", "2024-04-01"): 32,
    ("org:g7", "2022-01-01"): 7,
    ("org:brics", "2000-01-01"): 0,
    ("org:brics", "2022-01-01"): 5,
    ("org:sco", "2002-01-01"): 6,
    ("org:g20", "2022-01-01"): 19,
}


@pytest.mark.parametrize("row", SIZES.items(), ids=lambda r: f"{r[0][0]} {r[0][1]}")
def test_members_on_a_day(row: tuple[tuple[str, str], int]) -> None:
    assert len(members(*row[0])) == row[1]


def test_who_left() -> None:
    assert "GBR" in members("org:eu", "2020-01-31")
    assert "GBR" not in members("org:eu", "2020-02-01")


@pytest.mark.parametrize("typed", ["G20", "g20", "org:g20"])
def test_a_bloc_by_any_of_its_names(typed: str) -> None:
    assert bloc(typed) == "org:g20"
    assert "RUS" in reference(typed, "2022-01-01")


def test_codes_are_a_reference_too() -> None:
    assert reference("fr, DEU", "2022-01-01") == {"FRA", "DEU"}


def test_what_is_no_bloc() -> None:
    with pytest.raises(UsageError):
        bloc("The Club")


def test_every_group_of_the_panel_has_members() -> None:
    assert all(members(name, "2022-01-01") for name in DEFAULT)
