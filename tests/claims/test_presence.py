"""Visits that are shown by where somebody speaks, calls that are paid, and several engagements in one plural."""

import pytest

from tests.claims.reading import engagements

PRESENT = [
    ("French Foreign Minister Jean-Noel Barrot, in Algiers for the day, praised the gas deal.", {("FRA", "DZA")}),
    ("Speaking in Tbilisi, Polish President Andrzej Duda said that the path was hard.", {("POL", "GEO")}),
    ("U.S. Secretary of State Antony Blinken told reporters in Tel Aviv that aid must flow.", {("USA", "ISR")}),
    ("German Chancellor Olaf Scholz said in Berlin that France was right.", set()),
    ("U.S. Secretary of State Antony Blinken said in Geneva that aid must flow.", set()),
    ("Polish President Andrzej Duda is not going to speak in Tbilisi.", set()),
    ("French President Emmanuel Macron extended his sympathy to families in Kenya.", set()),
    ("The French singer said in Tbilisi that the crowd was kind.", set()),
]


@pytest.mark.parametrize(("text", "journeys"), PRESENT)
def test_who_speaks_in_another_land_is_on_a_visit(text: str, journeys: set[tuple[str, str]]) -> None:
    found = [c for c in engagements(text) if "present" in c.found_by]
    assert {tuple(p.country for p in c.participants) for c in found} == journeys


CALLS = [
    ("Sergei Lavrov paid a call on Chinese President Xi Jinping.", "meeting"),
    ("Australia's foreign minister, Penny Wong, paid a call on Fiji.", "visit"),
    ("Japan's foreign minister made a courtesy call on Fiji's prime minister, Sitiveni Rabuka.", "meeting"),
]


@pytest.mark.parametrize(("text", "mode"), CALLS)
def test_a_call_paid_on_somebody_is_a_meeting(text: str, mode: str) -> None:
    assert [c.mode for c in engagements(text)] == [mode]


SEVERAL = [
    ("Joe Biden held separate calls with Emmanuel Macron and Olaf Scholz.", [{"USA", "FRA"}, {"USA", "DEU"}]),
    ("Joe Biden spoke separately with Emmanuel Macron and Olaf Scholz.", [{"USA", "FRA"}, {"USA", "DEU"}]),
    ("Joe Biden held a call with Emmanuel Macron and Olaf Scholz.", [{"USA", "FRA", "DEU"}]),
]


@pytest.mark.parametrize(("text", "sides"), SEVERAL)
def test_separate_calls_are_told_apart(text: str, sides: list[set[str]]) -> None:
    assert [{p.country for p in c.participants} for c in engagements(text)] == sides


HOSTED = [
    ("The Arab League held a summit in Algeria.", {"org:las", "DZA"}),
    ("NATO held a summit in Moscow.", {"org:nato"}),
]


@pytest.mark.parametrize(("text", "sides"), HOSTED)
def test_a_member_hosts_the_summit_of_its_body(text: str, sides: set[str]) -> None:
    assert [{p.side for p in c.participants} for c in engagements(text)] == [sides]


FLOWN = [
    ("Spain's prime minister, Pedro Sanchez, met King Mohammed VI in Rabat. Mr Sanchez flew in on Sunday.", "MAR"),
    ("Spain's prime minister, Pedro Sanchez, met King Mohammed VI in Madrid. Mr Sanchez flew in on Sunday.", None),
    ("Spain's prime minister, Pedro Sanchez, met King Mohammed VI in Rabat. Mr Sanchez flew in from Paris.", None),
]


@pytest.mark.parametrize(("text", "host"), FLOWN)
def test_who_flew_in_came_to_where_he_was(text: str, host: str | None) -> None:
    hosts = [p.country for c in engagements(text) if c.mode == "visit" for p in c.participants if p.part == "host"]
    assert (host in hosts) if host else "MAR" not in hosts


def test_what_is_signed_twice_is_signed_once() -> None:
    text = "In Pretoria Felix Tshisekedi and Paul Kagame signed. Mr Tshisekedi and Mr Kagame put their names to it."
    assert [c.mode for c in engagements(text)] == ["meeting"]
