"""What stands beside the numbers: assertions held against the record, tours, itineraries, a brief of two."""

import msgspec
import pytest

from demarche.model import Assertion, Participant
from demarche.network.asserted import Check, Kind, _kinds, checks, modes
from demarche.network.brief import brief, shared
from demarche.network.itinerary import itinerary
from demarche.network.tours import tours
from demarche.records import records
from tests.network.panels import grounded
from tests.records.rows import BIDEN, MACRON, PUTIN, SCHOLZ, B, L
from tests.tellings import world

CALLS = [
    f"call happened {B} {L} on=2022-02-12 pub=2022-02-12 doc=a",
    f"meeting happened {B} {L} on=2022-03-10 pub=2022-03-10 doc=b",
    f"call happened {B} {L} on=2022-07-29 pub=2022-07-29 doc=c",
    f"visit cancelled {L} FRA on=2022-07-20 pub=2022-07-20 doc=d",
]


def asserted(about: str, countries: list[str], since: str | None = None) -> Assertion:
    words = "what somebody wrote"
    parties = tuple(Participant(country=c) for c in countries)
    return Assertion(document="doc_c", start=0, end=len(words), quote=words, found_by="test/1", about=about,
                     parties=parties, since=since).with_id()  # fmt: skip


def held(a: Assertion) -> Check:
    (one,) = checks([a], grounded(CALLS), {"doc_c": "2022-07-30"})
    return one


def test_first_since_a_day_has_what_came_between_against_it() -> None:
    found = held(asserted("first since", ["USA", "RUS"], "2022-02"))
    assert (len(found.meant), len(found.supporting), len(found.opposing)) == (1, 1, 1)
    assert (found.months, found.read) == (6, 3)


def test_first_since_a_later_day_has_nothing_against_it() -> None:
    assert not held(asserted("first since", ["USA", "RUS"], "2022-03-11")).opposing


def test_what_counts_from_no_day_is_opposed_by_nothing() -> None:
    assert not held(asserted("first since", ["USA", "RUS"], "many years")).opposing


def test_isolation_has_contacts_on_one_side_and_refusals_on_the_other() -> None:
    found = held(asserted("isolation", ["RUS"]))
    assert (len(found.supporting), len(found.opposing)) == (1, 1)
    other = held(asserted("no isolation", ["RUS"]))
    assert (other.supporting, other.opposing) == (found.opposing, found.supporting)


@pytest.mark.parametrize("kind", _kinds(), ids=lambda k: k.modes[0])
def test_the_words_say_which_contact(kind: Kind) -> None:
    assert all(modes(quote) == set(kind.modes) for quote in kind.positive)
    assert all(modes(quote) != set(kind.modes) for quote in kind.negative)


def test_a_call_is_nothing_against_the_first_visit() -> None:
    words = "the first visit"
    visit = msgspec.structs.replace(asserted("first", ["USA", "RUS"]), quote=words, end=len(words))
    assert len(held(visit).opposing) == 1
    assert len(held(asserted("first", ["USA", "RUS"])).opposing) == 2


def test_an_assertion_of_nobody_is_not_checked() -> None:
    assert not checks([asserted("isolation", [])], grounded(CALLS), {"doc_c": "2022-07-30"})


TRIP = [
    f"visit happened {MACRON} CMR on=2022-07-25..2022-07-26 in=Yaounde,CMR pub=2022-07-26",
    f"visit happened {MACRON} BEN on=2022-07-27 in=Cotonou,BEN pub=2022-07-27",
    f"meeting happened {MACRON} GNB/head on=2022-07-28 in=Bissau,GNB pub=2022-07-28",
    f"meeting happened {MACRON} {SCHOLZ} on=2022-08-20 in=Berlin,DEU pub=2022-08-20",
    f"call happened {MACRON} {PUTIN} on=2022-08-19 pub=2022-08-19",
]


def test_stops_in_a_row_are_a_tour() -> None:
    (tour,) = tours(records(*world(TRIP)), "FRA")
    assert (tour.countries, tour.first, tour.last, tour.size) == (("CMR", "BEN", "GNB"), "2022-07-25", "2022-07-28", 3)
    assert not tour.told_as_one


def test_an_itinerary_says_where_and_with_whom() -> None:
    stops = itinerary(records(*world(TRIP)), lambda p: p.name == "Emmanuel Macron")
    assert [s.country for s in stops] == ["CMR", "BEN", "GNB", None, "DEU"]
    assert stops[3].company == ("Vladimir Putin (RUS)",)


def test_a_brief_of_two() -> None:
    lines = [*CALLS, f"meeting happened {BIDEN} {PUTIN} on=2021-06-16 in=Geneva,CHE pub=2021-06-16 doc=e",
             f"call planned {B} {L} on=2022-08-01 pub=2022-07-29 doc=f"]  # fmt: skip
    ground = grounded(lines)
    found = brief("RUS", "USA", ground, shared(ground, "RUS", "USA"), ())
    last = {m.level: m.day for m in found.last}
    assert (last["head"], last["minister"], last["deputy"]) == ("2021-06-16", "2022-07-29", None)
    assert [i.kind for i in found.plans] == ["call"]
    assert found.initiated == {"RUS": 0, "USA": 0, "not told": 4}


@pytest.mark.parametrize("order", [1, -1])
def test_a_brief_does_not_depend_on_the_order(order: int) -> None:
    ground = grounded(CALLS[::order])
    found = brief("RUS", "USA", ground, shared(ground, "RUS", "USA"), ())
    assert [m.day for m in found.recent] == ["2022-07-29", "2022-03-10", "2022-02-12"]
