"""What readouts leave unsaid: their day, and that the talks and the dinner were one encounter."""

import pytest

from tests.network.panels import grounded
from tests.records.rows import BIDEN, ERDOGAN, MACRON, PUTIN

READOUT = "pub=2022-08-05 of=RUS"
SOCHI = f"on=2022-08-05 in=Sochi,RUS {READOUT}"
BEFORE = ["statement happened USA -> RUS pub=2022-08-05 doc=x"] * 3
ROWS = {
    "an own readout without a day": (1, [f"call happened {PUTIN} {MACRON} {READOUT}"]),
    "another's text without a day": (0, [f"call happened {PUTIN} {MACRON} pub=2022-08-05 of=USA"]),
    "a press report without a day": (0, [f"call happened {PUTIN} {MACRON} pub=2022-08-05"]),
    "further down in a readout": (0, [*BEFORE, f"call happened {PUTIN} {MACRON} {READOUT} doc=x"]),
    "a plan": (0, [f"call planned {PUTIN} {MACRON} {READOUT}"]),
    "a year is no day": (0, [f"call happened {PUTIN} {MACRON} {READOUT} on=2022-01-01..2022-12-31"]),
    "an organisation": (1, [f"meeting happened {PUTIN} org:un/head on=2022-08-05 {READOUT}"]),
    "a meeting in a visit": (
        1,
        [f"meeting happened {PUTIN} {ERDOGAN} {SOCHI}", f"visit happened {ERDOGAN} RUS {SOCHI}"],
    ),
    "a meeting and the talks": (1, [f"meeting happened {PUTIN} {ERDOGAN} {SOCHI}", f"talks happened RUS TUR {SOCHI}"]),
    "two calls": (2, [f"call happened {PUTIN} {other} on=2022-08-05 {READOUT}" for other in (MACRON, BIDEN)]),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_contacts(row: tuple[int, list[str]]) -> None:
    found = grounded(row[1]).by_state.get("RUS", ())
    inside = [c for c in found if c.first == c.last]
    assert len(inside) == row[0]


def test_the_day_of_the_report_is_marked_and_can_be_refused() -> None:
    line = f"call happened {PUTIN} {MACRON} {READOUT}"
    (contact,) = grounded([line]).by_state["RUS"]
    assert (contact.first, contact.reported) == ("2022-08-05", True)
    assert not grounded([line], dated_only=True).contacts


def test_who_came() -> None:
    lines = [
        f"visit happened {ERDOGAN} RUS on=2022-08-05 in=Sochi,RUS {READOUT}",
        f"meeting happened {PUTIN} {MACRON} on=2022-08-08 in=Paris,FRA {READOUT}",
        f"meeting happened {PUTIN} {BIDEN} on=2022-08-12 in=Geneva,CHE {READOUT}",
    ]
    paid = {c.partner("RUS"): (c.paid, c.venue) for c in grounded(lines).by_state["RUS"]}
    assert paid["FRA"] == ("RUS", "FRA")
    assert paid["TUR"] == ("TUR", "RUS")
    assert paid["USA"] == (None, "CHE")


def test_only_one_governments_texts() -> None:
    lines = [
        f"call happened {PUTIN} {MACRON} on=2022-08-05 pub=2022-08-05 of=RUS",
        f"call happened {PUTIN} {BIDEN} on=2022-08-06 pub=2022-08-06 of=USA",
    ]
    own = grounded(lines, official="RUS")
    assert {c.partner("RUS") for c in own.by_state["RUS"]} == {"FRA"}
    assert len(own.told) == 1
