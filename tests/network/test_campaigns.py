"""Tours and campaigns: what texts tell as one, and what only days, people and topics tie together."""

import msgspec
import pytest

from demarche.model import Campaign
from demarche.network import campaigns
from demarche.network.sizes import reported, sizes
from demarche.records import records
from tests.records.rows import BIDEN, MACRON, SCHOLZ, B, L
from tests.tellings import world

OTHERS = (
    "DEU:Annalena_Baerbock/minister",
    "FRA:Catherine_Colonna/minister",
    "JPN:Hayashi/minister",
    "IND:Jaishankar/minister",
)


def found(*lines: str, earlier: tuple[Campaign, ...] = ()) -> tuple[Campaign, ...]:
    return campaigns(records(*world(f"{line} doc=d{n}" for n, line in enumerate(lines))), earlier)


def calls(*days: int, topics: str = "ukraine_war") -> list[str]:
    return [
        f"call happened {B} {who} on=2022-09-{day:02} pub=2022-09-{day:02} topics={topics}"
        for who, day in zip(OTHERS, days, strict=False)
    ]


SAID = "The_secretary_has_held_dozens,_possibly_hundreds_of_calls_on_the_vote"
GENERIC = f"call happened {B} pub=2022-09-20 generic topics=ukraine_war said={SAID}"


def test_contact_in_general_terms_gathers_what_is_on_record_and_counts_nothing() -> None:
    (one,) = found(GENERIC, *calls(5, 12), *calls(8, topics="trade"))
    assert (one.kind, one.told_as_one, one.initiator.name, one.side) == ("campaign", True, "Antony Blinken", "USA")
    assert len(one.members) == 2, "a call on another topic is none of them"
    assert one.partners == ("DEU", "FRA")
    assert one.reported_size == ("dozens, possibly hundreds of calls",)
    assert one.aim == ("ukraine_war",)
    assert {e.field for e in one.evidence} == {"members", "aim", "told_by", "reported_size"}
    (size,) = (e for e in one.evidence if e.field == "reported_size")
    assert SAID.replace("_", " ")[size.start % 100 : size.end % 100] == size.quote


def test_what_is_told_in_general_stands_alone_where_nothing_is_on_record() -> None:
    (one,) = found(GENERIC)
    assert (one.members, one.partners, one.first, one.last) == ((), (), "2022-08-21", "2022-09-20")


def test_of_two_sides_nobody_knows_whose_campaign_it_is() -> None:
    assert found(GENERIC.replace(f"{B} ", f"{B} {L} ")) == ()


def test_a_round_of_calls_on_one_topic_is_seen_from_its_days() -> None:
    (one,) = found(*calls(5, 5, 6, 7))
    assert (one.told_as_one, one.reported_size, one.first, one.last) == (False, (), "2022-09-05", "2022-09-07")
    assert (len(one.members), one.aim) == (4, ("ukraine_war",))


@pytest.mark.parametrize("lines", [calls(5, 6, 7), calls(5, 9, 13, 17)], ids=["too few", "too far apart"])
def test_a_few_calls_are_no_round(lines: list[str]) -> None:
    assert found(*lines) == ()


def test_calls_on_different_topics_are_no_round() -> None:
    assert (
        found(*(line.replace("ukraine_war", topic) for line, topic in zip(calls(5, 5, 6, 7), "abcd", strict=True)))
        == ()
    )


def test_a_tour_has_a_traveller_and_its_stops() -> None:
    (one,) = found(
        f"visit happened {BIDEN} DEU in=Berlin,DEU on=2022-06-26 pub=2022-06-26",
        f"meeting happened {BIDEN} {SCHOLZ} in=Berlin,DEU on=2022-06-26 pub=2022-06-26",
        f"meeting happened {BIDEN} {MACRON} in=Paris,FRA on=2022-06-28 pub=2022-06-28",
    )
    assert (one.kind, one.side, one.first, one.last) == ("tour", "USA", "2022-06-26", "2022-06-28")
    assert one.partners == ("DEU", "FRA")


def test_a_meeting_that_no_words_date_is_no_stop() -> None:
    last_met = f"meeting happened {BIDEN} {MACRON} in=Paris,FRA pub=2022-06-27"
    assert found(f"meeting happened {BIDEN} {SCHOLZ} in=Berlin,DEU on=2022-06-26 pub=2022-06-26", last_met) == ()


def test_an_id_stays_when_more_is_known() -> None:
    first = found(*calls(6, 6, 7, 8))
    more = found(
        *calls(6, 6, 7, 8),
        f"call happened {B} POL/minister on=2022-09-05 pub=2022-09-05 topics=ukraine_war",
        earlier=first,
    )
    assert len(more[0].members) == 5
    assert more[0].id == first[0].id
    assert found(*calls(6, 6, 7, 8), earlier=first) == first


def test_order_changes_nothing() -> None:
    lines = [GENERIC, *calls(5, 5, 6, 7)]
    made = records(*world(f"{line} doc=d{n}" for n, line in enumerate(lines)))
    assert campaigns(made[::-1]) == campaigns(made)
    assert msgspec.convert(msgspec.to_builtins(campaigns(made)), tuple[Campaign, ...]) == campaigns(made)


@pytest.mark.parametrize("example", sizes().positive, ids=lambda e: e.size)
def test_words_of_size(example: object) -> None:
    at = reported(example.text)  # type: ignore[attr-defined]
    assert at is not None
    assert example.text[slice(*at)] == example.size  # type: ignore[attr-defined]


@pytest.mark.parametrize("example", sizes().negative, ids=lambda e: e.text)
def test_words_that_are_no_size_of_a_campaign(example: object) -> None:
    assert reported(example.text) is None  # type: ignore[attr-defined]
