"""What is part of what, and what is not."""

# ruff: noqa: E501

import pytest

from demarche.model import Record
from demarche.records import records
from tests.records.rows import BIDEN, ERDOGAN, JAISHANKAR, MACRON, PUTIN, SCHOLZ, B, L
from tests.tellings import world

MOSCOW, BALI = "in=Moscow,RUS", "in=Bali,IDN"
VISIT = f"visit happened {SCHOLZ} RUS on=2022-02-15 {MOSCOW} pub=2022-02-15"
TOUR = f"visit happened {L} EGY COG UGA ETH on=2022-07-23..2022-07-28 pub=2022-07-28"
FORUM = f"summit happened {L} {JAISHANKAR} CHN IDN event=G20 on=2022-07-07..2022-07-08 {BALI} pub=2022-07-08"

INSIDE = {
    "a meeting inside a visit": (f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-15 {MOSCOW} pub=2022-02-15", VISIT),
    "a meeting of no said place": (f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-15 pub=2022-02-15", VISIT),
    "a plan inside a plan": (
        f"meeting planned {SCHOLZ} {PUTIN} on=2022-02-15 pub=2022-02-10",
        f"visit planned {SCHOLZ} RUS on=2022-02-14..2022-02-15 {MOSCOW} pub=2022-02-10",
    ),
    "a visit inside a tour": (f"visit happened {L} EGY on=2022-07-24 in=Cairo,EGY pub=2022-07-24", TOUR),
    "a meeting on the margins": (f"meeting happened {L} {JAISHANKAR} event=G20 on=2022-07-08 pub=2022-07-08", FORUM),
    "a meeting at the place of the forum": (f"meeting happened {L} {JAISHANKAR} on=2022-07-07 {BALI} pub=2022-07-08", FORUM),
}  # fmt: skip

OUTSIDE = {
    "another day": (f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-19 {MOSCOW} pub=2022-02-19", VISIT),
    "another country": (f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-15 in=Berlin,DEU pub=2022-02-15", VISIT),
    "another traveller": (f"meeting happened DEU:Annalena_Baerbock/minister {L} on=2022-02-15 {MOSCOW} pub=2022-02-15", VISIT),
    "a call during the visit": (f"call happened {SCHOLZ} {BIDEN} on=2022-02-15 pub=2022-02-15", VISIT),
    "a plan beside an event": (f"meeting planned {SCHOLZ} {PUTIN} on=2022-02-15 {MOSCOW} pub=2022-02-10", VISIT),
    "others at the forum's place": (f"meeting happened {MACRON} {ERDOGAN} on=2022-07-07 {BALI} pub=2022-07-08", FORUM),
    "another forum": (f"meeting happened {L} {JAISHANKAR} event=SCO on=2022-07-08 pub=2022-07-08", FORUM),
    "a rough date": (f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-01..2022-02-28 pub=2022-02-28", VISIT),
}  # fmt: skip


def both(pair: tuple[str, str]) -> tuple[Record, Record]:
    found = records(*world(pair))
    assert len(found) == 2
    part, whole = sorted(found, key=lambda r: (bool(r.parts), r.mode == "visit", len(r.participants)))
    return part, whole


@pytest.mark.parametrize("pair", INSIDE.values(), ids=INSIDE.keys())
def test_inside(pair: tuple[str, str]) -> None:
    part, whole = both(pair)
    assert [link.record for link in part.part_of] == [whole.id]
    assert [link.record for link in whole.parts] == [part.id]
    assert all(link.why for link in part.part_of)


@pytest.mark.parametrize("pair", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_outside(pair: tuple[str, str]) -> None:
    assert not any(r.part_of or r.parts for r in records(*world(pair)))


def test_a_meeting_in_a_visit_in_a_tour_is_part_of_the_visit() -> None:
    lines = (
        TOUR,
        INSIDE["a visit inside a tour"][0],
        f"meeting happened {L} EGY:Sisi/head on=2022-07-24 pub=2022-07-24",
    )
    meeting, visit, tour = sorted(records(*world(lines)), key=lambda r: (r.mode or "", len(r.participants)))
    assert [link.record for link in meeting.part_of] == [visit.id]
    assert [link.record for link in visit.part_of] == [tour.id]


def test_put_off_and_held_later() -> None:
    plan, news, event = (
        f"visit planned {B} CHN:Qin_Gang/minister on=2023-02-05 pub=2023-01-20",
        f"visit postponed {B} CHN:Qin_Gang/minister on=2023-02-05 pub=2023-02-03",
        f"visit happened {B} CHN:Qin_Gang/minister on=2023-03-01 pub=2023-03-01",
    )
    assert len(records(*world((plan, event)))) == 2
    (record,) = records(*world((plan, news, event)))
    assert [e.status for e in record.moves] == ["planned", "postponed", "happened"]
    assert record.follow_through("2023-03-02") == "happened"


FOLLOWED = [
    ("call planned {0} on=2022-07-29 pub=2022-07-27", "2022-07-30", "open"),
    ("call planned {0} on=2022-07-29 pub=2022-07-27", "2022-09-01", "unknown"),
    ("call planned {0} pub=2022-07-27", "2022-09-01", "unknown"),
    ("call cancelled {0} on=2022-07-29 pub=2022-07-28", "2022-09-01", None),
    ("call happened {0} on=2022-07-29 pub=2022-07-29", "2022-09-01", None),
]


@pytest.mark.parametrize(("line", "day", "came"), FOLLOWED)
def test_what_became_of_a_plan(line: str, day: str, came: str | None) -> None:
    (record,) = records(*world([line.format(f"{B} {L}")]))
    assert record.follow_through(day) == came


def test_who_said_so() -> None:
    lines = (f"call planned {B} {L} on=2022-07-29 pub=2022-07-27 by=USA:Ned_Price",
             f"call happened {B} {L} on=2022-07-29 pub=2022-07-29 of=RUS")  # fmt: skip
    (record,) = records(*world(lines))
    assert [(e.as_of, e.by) for e in record.status_history] == [("2022-07-27", "Ned Price"), ("2022-07-29", "RUS")]
