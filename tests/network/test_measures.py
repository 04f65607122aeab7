"""Counting partners: what counts, at which level, and how silence differs from having no sources."""

import pytest

from demarche.model import Measure
from demarche.network import contacts, measures
from demarche.network.windows import month, trailing, week
from demarche.records import records
from tests.records.rows import BIDEN, PUTIN, SCHOLZ, B, L
from tests.tellings import world


def counted(*lines: str) -> list[Measure]:
    claims, families, documents = world(lines)
    return list(measures(records(claims, families, documents), families, documents))


def value(found: list[Measure], state: str, metric: str, first: str, level: str | None = None) -> float | None:
    one = [m for m in found if (m.state, m.metric, m.window_start, m.level) == (state, metric, first, level)]
    return one[0].value if one else None


COUNTS = {
    "a call": (1, f"call happened {B} {L} on=2022-07-29"),
    "a plan": (0, f"call planned {B} {L} on=2022-07-29"),
    "a denial": (0, f"call denied {B} {L} on=2022-07-29"),
    "dozens of calls": (0, f"call happened {B} {L} generic on=2022-07-29"),
    "a caption": (0, f"meeting happened {B} {L} caption on=2022-07-29"),
    "no day": (0, f"call happened {B} {L}"),
    "a forum": (0, f"summit happened {L} CHN IND event=G20 on=2022-07-08"),
    "three sides": (3, "meeting happened RUS/head TUR/head IRN/head on=2022-07-19"),
    "five sides": (0, "meeting happened RUS TUR IRN CHN IND on=2022-07-19"),
    "an organisation": (0, "meeting happened RUS org:un on=2022-07-19"),
    "a visit to a place": (1, f"visit happened {L} in=Cairo,EGY on=2022-07-24"),
}


@pytest.mark.parametrize("row", COUNTS.values(), ids=COUNTS.keys())
def test_what_counts(row: tuple[int, str]) -> None:
    assert len(contacts(records(*world([row[1]])))) == row[0]


def test_a_meeting_inside_a_visit_is_counted_once() -> None:
    found = counted(
        f"visit happened {SCHOLZ} RUS on=2022-02-14..2022-02-15 in=Moscow,RUS pub=2022-02-15",
        f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-15 in=Moscow,RUS pub=2022-02-15",
    )
    assert value(found, "RUS", "contacts", "2022-02-14") == 1


def test_levels_are_matched_and_add_up() -> None:
    found = counted(
        f"call happened {BIDEN} {PUTIN} on=2022-02-12 pub=2022-02-12",
        f"call happened {B} {L} on=2022-02-12 pub=2022-02-12",
        f"meeting happened {PUTIN} CHN/ambassador on=2022-02-11 pub=2022-02-12",
    )
    monday = "2022-02-07"
    assert value(found, "RUS", "contacts", monday) == 3
    assert value(found, "RUS", "contacts_remote", monday) == 2
    assert value(found, "RUS", "contacts_in_person", monday) == 1
    assert value(found, "RUS", "partners_at_least", monday, "head") == 1
    assert value(found, "RUS", "partners_at_least", monday, "minister") == 1
    assert value(found, "RUS", "partners_at_least", monday, "ambassador") == 2
    assert value(found, "USA", "contacts", monday) == 2


def test_silence_is_not_lack_of_coverage() -> None:
    found = counted(
        f"call happened {B} {L} on=2022-07-05 pub=2022-07-05",
        "statement happened USA -> RUS on=2022-07-13 pub=2022-07-13",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
    )
    weeks = {m.window_start: (m.value, m.coverage) for m in found if m.state == "USA" and m.metric == "contacts"}
    assert weeks["2022-07-04"] == (1, 1)
    assert weeks["2022-07-11"] == (0, 1)
    assert "2022-07-18" not in weeks


def test_old_silence_is_written_by_the_month() -> None:
    found = counted(
        f"call happened {B} {L} on=2021-07-05 pub=2021-07-05",
        "statement happened USA -> RUS on=2021-08-11 pub=2021-08-11",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
    )
    assert value(found, "USA", "contacts", "2021-08-01") == 0
    assert value(found, "USA", "contacts", "2021-08-09") is None
    assert value(found, "USA", "contacts", "2021-07-05") == 1
    assert value(found, "USA", "contacts", "2021-09-01") is None


def test_every_number_names_its_records() -> None:
    claims, families, documents = world([f"call happened {B} {L} on=2022-07-29 pub=2022-07-30"])
    known = records(claims, families, documents)
    for m in measures(known, families, documents):
        assert m.n == len(m.records)
        assert set(m.records) <= {r.id for r in known}
        assert bool(m.records) == bool(m.value)


def test_windows() -> None:
    assert (week("2022-07-29").first, week("2022-07-29").last) == ("2022-07-25", "2022-07-31")
    assert (month("2022-02-10").first, month("2022-02-10").last) == ("2022-02-01", "2022-02-28")
    assert (trailing("2022-07-29").first, trailing("2022-07-29").last) == ("2022-05-01", "2022-07-29")


def test_nothing_from_nothing() -> None:
    assert list(measures((), (), {})) == []


def test_a_contact_later_than_anything_read_is_in_no_later_window() -> None:
    """A document read ahead of its day: the windows end with what was read."""
    found = counted(f"call happened {B} {L} on=2022-07-20 pub=2022-07-01")
    assert {m.window_end for m in found} == {"2022-07-03", "2022-07-31", "2022-07-01"}
