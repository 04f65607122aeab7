"""What people judged: applied last, on every run, whatever the model says by then; undone by another judgement."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model import Anchor, BadValue, Claim, Judgement, Record, Span, UsageError, standing
from demarche.records import evidence_digest, field_json, judged_value, records, updated
from tests.records.rows import DIFFERENT, SAME, B, L
from tests.records.test_identity import read_otherwise
from tests.records.test_laws import lines
from tests.tellings import world

CALL = f"call happened {B} {L} on=2022-07-29 pub=2022-07-29"


def anchors(*claims: Claim) -> tuple[Anchor, ...]:
    return tuple(Anchor(c.id, Span(c.document, c.start, c.end)) for c in claims)


def pair(action: Any, a: Claim, b: Claim, at: str = "2026-01-01T00:00:00Z", **more: Any) -> Judgement:
    return Judgement(
        id=f"jdg_{action}_{at}", action=action, a=anchors(a), b=anchors(b), who="w", why="y", at=at, **more
    )


def correction(record: Record, claims: list[Claim], field: str, value: object, at: str = "2026-01-01") -> Judgement:
    own = [c for c in claims if c.id in record.claims]
    return Judgement(
        id=f"jdg_{field}_{at}", action="correct", record=record.id, field=field, machine=field_json(record, field),
        value=msgspec.json.encode(value).decode(), a=anchors(*own), who="w", why="y", at=at,
        evidence=evidence_digest(record.evidence, field),
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(lines(), min_size=2, max_size=8), st.sampled_from(["same", "different"]))
def test_a_pair_is_what_a_person_says(told: list[str], action: str) -> None:
    claims, families, documents = world(told)
    a, b = claims[0], claims[-1]
    found = records(claims, families, documents, [pair(action, a, b)])
    together = any({a.id, b.id} <= set(r.claims) for r in found)
    assert together == (action == "same")
    assert sorted(c for r in found for c in r.claims) == sorted({c.id for c in claims})


@settings(max_examples=30, deadline=None)
@given(st.lists(lines(), min_size=2, max_size=8), st.sampled_from(["same", "different"]))
def test_and_says_still_of_another_model(told: list[str], action: str) -> None:
    claims, families, documents = world(told)
    judged = pair(action, claims[0], claims[-1])
    now = [read_otherwise(c) for c in claims]
    found = records(now, families, documents, [judged])
    assert any({now[0].id, now[-1].id} <= set(r.claims) for r in found) == (action == "same")


@pytest.mark.parametrize("rows", [SAME["the same people, mode and day"], DIFFERENT["another day"]])
def test_undone_it_is_as_it_was(rows: tuple[str, str]) -> None:
    claims, families, documents = world(rows)
    before = records(claims, families, documents)
    action = "different" if len(before) == 1 else "same"
    judged = pair(action, claims[0], claims[1])
    undone = Judgement(id="jdg_undo", action="undo", undoes=judged.id, who="w", why="y", at="2026-02-01")
    assert len(records(claims, families, documents, [judged])) != len(before)
    assert records(claims, families, documents, [judged, undone]) == before


def test_of_two_judgements_the_younger_holds() -> None:
    claims, families, documents = world(SAME["the same people, mode and day"])
    apart, one = pair("different", claims[0], claims[1]), pair("same", claims[0], claims[1], at="2026-03-01T00:00:00Z")
    assert len(records(claims, families, documents, [one, apart])) == 1


def test_an_undone_undo_undoes_nothing() -> None:
    claims, *_ = world(SAME["the same people, mode and day"])
    first = pair("different", claims[0], claims[1])
    undo = Judgement(id="jdg_u1", action="undo", undoes=first.id, who="w", why="y", at="2026-02-01")
    again = Judgement(id="jdg_u2", action="undo", undoes="jdg_u1", who="w", why="y", at="2026-03-01")
    assert [j.id for j in standing([again, undo, first])] == [first.id]


VALUES = [
    ("status", "cancelled"), ("mode", "virtual_meeting"), ("date", {"start": "2022-07-30", "end": "2022-07-30"}),
    ("place", {"name": "Geneva", "country": "CHE"}), ("topics", ["grain"]), ("level", "head"), ("event_name", "G20"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), VALUES)
def test_a_correction_holds_and_the_machine_is_remembered(field: str, value: object) -> None:
    claims, families, documents = world([CALL])
    (machine,) = records(claims, families, documents)
    judged = correction(machine, claims, field, value)
    (record,) = records(claims, families, documents, [judged])
    assert getattr(record, field) == judged_value(field, judged.value or "")
    (mark,) = record.corrections
    assert (mark.machine, mark.stale) == (field_json(machine, field), False)


def test_a_corrected_form_has_its_code() -> None:
    claims, families, documents = world([CALL])
    (machine,) = records(claims, families, documents)
    (record,) = records(claims, families, documents, [correction(machine, claims, "mode", "visit")])
    assert record.cameo != machine.cameo
    assert record.plover != machine.plover


def test_when_the_ground_shifts_the_value_stays_and_says_so() -> None:
    claims, families, documents = world([CALL, f"call denied {B} {L} on=2022-07-29 pub=2022-07-30 by=RUS"])
    (machine,) = records(claims[:1], families, documents)
    judged = correction(machine, claims, "status", "cancelled")
    (record,) = records(claims, families, documents, [judged])
    assert record.status == "cancelled"
    assert record.corrections[0].stale
    assert record.corrections[0].machine == '"disputed"'


def test_what_the_machine_came_to_by_itself_is_not_stale() -> None:
    claims, families, documents = world([CALL, f"call denied {B} {L} on=2022-07-29 pub=2022-07-30 by=RUS"])
    (machine,) = records(claims[:1], families, documents)
    (record,) = records(claims, families, documents, [correction(machine, claims, "status", "disputed")])
    assert not record.corrections[0].stale


def test_it_follows_its_words_to_another_model() -> None:
    claims, families, documents = world([CALL])
    (machine,) = records(claims, families, documents)
    judged = correction(machine, claims, "status", "cancelled")
    (record,) = records([read_otherwise(c) for c in claims], families, documents, [judged])
    assert record.status == "cancelled"


def test_no_event_at_all() -> None:
    claims, families, documents = world([CALL, f"visit happened {B} RUS on=2022-07-01 pub=2022-07-01"])
    call = next(r for r in records(claims, families, documents) if r.mode == "call")
    found = updated(claims, families, documents, [correction(call, claims, "record", None)])
    assert [r.mode for r in found.records] == ["visit"]
    assert found.dropped == ((call.id, "y"),)


def test_a_judgement_without_its_words_is_lost_and_told() -> None:
    claims, families, documents = world([CALL])
    (machine,) = records(claims, families, documents)
    judged = correction(machine, claims, "status", "cancelled")
    others = world([f"visit happened {B} RUS on=2022-07-01 pub=2022-07-01 doc=other"])
    assert updated(*others, [judged]).lost == (judged.id,)


@pytest.mark.parametrize(("field", "value"), [("status", '"perhaps"'), ("date", '{"start": "soon"}'), ("id", '"x"')])
def test_a_value_that_is_none_is_refused(field: str, value: str) -> None:
    with pytest.raises(UsageError):
        judged_value(field, value)


@pytest.mark.parametrize("more", [{"action": "same"}, {"action": "undo"}, {"action": "correct", "field": "status"}])
def test_a_judgement_says_what_it_is_about(more: dict[str, Any]) -> None:
    with pytest.raises(BadValue):
        Judgement(who="w", why="y", at="2026-01-01", **more)
