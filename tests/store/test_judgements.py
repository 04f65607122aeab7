"""Judgements only ever grow; what became of records since a moment; only what changed is written."""

from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from demarche.model import Anchor, Judgement, Span, StoreError
from demarche.store import Store, schema
from tests.store.store_cases import CALL, CALL_RAW, DID, PLAN, PLAN_RAW, RECORD, WILL

JUDGED = Judgement(
    action="correct", record=RECORD.id, field="status", machine='"happened"', value='"denied"', who="w", why="y",
    a=(Anchor(DID.id, Span(CALL.id, DID.start, DID.end)),), at="2026-01-02T00:00:00Z",
)  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one record."""
    store.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
    store.claims.put(PLAN.id, [WILL], "reader/1")
    store.claims.put(CALL.id, [DID], "reader/1")
    store.records.replace([RECORD], {RECORD.id: "basis"})
    return store


def undo(of: Judgement, at: str = "2026-01-03T00:00:00Z") -> Judgement:
    return Judgement(action="undo", undoes=of.id, who="w", why="y", at=at)


def test_the_oldest_comes_first_and_has_an_id(filled: Store) -> None:
    kept = filled.judgements.add(JUDGED)
    taken_back = filled.judgements.add(undo(kept))
    assert [j.id for j in filled.judgements] == [kept.id, taken_back.id]
    assert filled.judgements[kept.id] == kept


@pytest.mark.parametrize("again", [JUDGED, undo(msgspec.structs.replace(JUDGED, id="jdg_none"))])
def test_one_that_is_there_or_undoes_nothing_is_refused(again: Judgement, filled: Store) -> None:
    filled.judgements.add(JUDGED)
    with pytest.raises(StoreError):
        filled.judgements.add(again)


def test_taking_in_twice_adds_nothing(filled: Store) -> None:
    kept = filled.judgements.add(JUDGED)
    other = msgspec.structs.replace(JUDGED, id="jdg_other", who="another")
    assert filled.judgements.take([kept, other]) == 1
    assert filled.judgements.take([kept, other]) == 0


def changed_at(store: Store) -> Any:
    found = store.link.row(sa.select(schema.records.c.changed, schema.records.c.basis))
    assert found is not None
    return tuple(found)


def test_what_is_as_it_was_is_not_written_again(filled: Store) -> None:
    with filled.link.writing() as connection:
        connection.execute(sa.update(schema.records).values(changed="2020-01-01T00:00:00Z"))
    filled.records.replace([RECORD], {RECORD.id: "other basis"})
    assert changed_at(filled) == ("2020-01-01T00:00:00Z", "other basis")
    filled.records.replace([msgspec.structs.replace(RECORD, status="cancelled")])
    assert changed_at(filled)[0] > "2026"


def test_a_record_whose_claim_was_gone_is_tied_to_it_again(filled: Store) -> None:
    filled.claims.put(CALL.id, [], "reader/2")
    filled.claims.put(CALL.id, [DID], "reader/3")
    filled.records.replace([RECORD])
    rows = filled.link.rows(sa.select(schema.record_claims.c.claim))
    assert {claim for (claim,) in rows} == {WILL.id, DID.id}


def test_changed_since_tells_of_changes_redirects_and_ends(filled: Store) -> None:
    assert [(c.kind, c.id) for c in filled.changed_since("2020-01-01")] == [("changed", RECORD.id)]
    assert list(filled.changed_since("2999-01-01")) == []
    other = msgspec.structs.replace(RECORD, id="rec_other")
    filled.records.replace([other])
    assert {(c.kind, c.id, c.to) for c in filled.changed_since("2020-01-01")} == {
        ("changed", "rec_other", None),
        ("redirected", RECORD.id, "rec_other"),
    }
    filled.records.replace([], reasons={"rec_other": "no event"})
    ends = {c.id: c.reason for c in filled.changed_since("2020-01-01") if c.kind == "deleted"}
    assert ends == {"rec_other": "no event"}
