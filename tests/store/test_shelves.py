"""What is put on a shelf comes back as it was, once, however often it is put."""

import msgspec
import pytest
import sqlalchemy as sa

from demarche.model import Family, Reject, StoreError
from demarche.store import Store, schema
from tests.store.store_cases import (
    CALL,
    CALL_RAW,
    DID,
    DIFFERENCE,
    FAMILY,
    MEASURE,
    PLAN,
    PLAN_RAW,
    RECORD,
    WILL,
    document,
)


def test_every_noun_comes_back_as_it_was(full: Store) -> None:
    assert {d.id: d for d in full.documents} == {PLAN.id: PLAN, CALL.id: CALL}
    assert list(full.families) == [FAMILY]
    assert set(full.claims) == {WILL, DID}
    assert list(full.records) == [RECORD]
    assert list(full.differences) == [DIFFERENCE]
    assert list(full.measures) == [MEASURE]


def test_everything_again_changes_nothing(full: Store) -> None:
    before = content(full)
    full.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
    full.families.replace([FAMILY])
    full.differences.replace("copies", [DIFFERENCE])
    full.claims.put(CALL.id, [DID, DID], "reader/1")
    full.records.replace([RECORD])
    full.measures.replace([MEASURE])
    assert content(full) == before


def content(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.link.reading() as connection:
        tables = schema.metadata.sorted_tables
        return {t.name: sorted(map(tuple, connection.execute(sa.select(t))), key=repr) for t in tables}


def test_the_bytes_are_kept_once_and_come_back(store: Store) -> None:
    one, raw = document("a.txt", "A meeting was held. " * 200)
    other = msgspec.structs.replace(one, id="doc_other", source="b.txt")
    assert store.documents.put([(one, raw), (other, raw)]) == 2
    assert store.documents.raw(one.id) == store.documents.raw(other.id) == raw
    with store.link.reading() as connection:
        (row,) = connection.execute(sa.select(schema.raws))
    assert (row.size, row.codec) == (len(raw), "zlib")
    assert len(row.data) < len(raw) / 10


def test_bytes_that_do_not_shrink_are_kept_as_they_are(store: Store) -> None:
    one, raw = document("a.txt", "Talks.")
    store.documents.put([(one, raw)])
    assert store.documents.raw(one.id) == raw == b"Talks."


def test_a_document_seen_again_keeps_its_first_retrieval(store: Store) -> None:
    first = msgspec.structs.replace(CALL, retrieved_at="2022-07-30T08:00:00Z")
    store.documents.put([(first, CALL_RAW)])
    assert store.documents.put([(msgspec.structs.replace(first, retrieved_at="2022-08-01T08:00:00Z"), CALL_RAW)]) == 0
    assert store.documents[CALL.id] == first


def test_a_document_of_which_more_is_known_is_read_again(full: Store) -> None:
    assert full.claims.unread("reader/1") == []
    full.documents.put([(msgspec.structs.replace(CALL, publisher="Another desk"), CALL_RAW)])
    assert full.claims.unread("reader/1") == [CALL.id]
    assert full.documents[CALL.id].publisher == "Another desk"
    assert full.claims.unread("reader/2") == sorted((PLAN.id, CALL.id))


def test_copies_are_read_one_after_the_other(store: Store) -> None:
    every = [document(f"{n}.txt", f"Talks were held {n} times.") for n in range(6)]
    store.documents.put(every)
    ids = sorted(one.id for one, _ in every)
    store.families.replace(
        [Family(id="fam_b", documents=tuple(ids[::2])), Family(id="fam_a", documents=tuple(ids[1::2]))]
    )
    assert store.claims.unread("reader/1") == [*ids[1::2], *ids[::2]]


def test_questions_that_shelves_answer(full: Store) -> None:
    assert (len(full.documents), len(full.claims), len(full.records)) == (2, 2, 1)
    assert CALL.id in full.documents
    assert "doc_none" not in full.documents
    assert full.records.get("rec_none") is None
    assert list(full.claims.of(CALL.id)) == [DID]
    assert list(full.differences.of("fam_a")) == [DIFFERENCE]
    assert full.families.by_document() == {PLAN.id: "fam_a", CALL.id: "fam_a"}
    assert full.families.of(PLAN.id) == "fam_a"
    assert full.documents.sources() == ["held.txt", "planned.txt"]
    assert list(full.records.where(schema.records.c.status == "planned")) == []
    with pytest.raises(StoreError, match="holds no record rec_none"):
        full.records["rec_none"]


def test_columns_for_queries(full: Store) -> None:
    with full.link.reading() as connection:
        countries = connection.execute(sa.select(schema.record_countries.c.country)).scalars().all()
        (row,) = connection.execute(sa.select(schema.claims).where(schema.claims.c.id == DID.id))
    assert sorted(countries) == ["RUS", "USA"]
    assert (row.type, row.status, row.mode, row.date_start) == ("engagement", "happened", "call", "2022-07-29")


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    with pytest.raises(StoreError, match="no document"):
        half_a_transaction(store)
    assert len(store.documents) == 0


def half_a_transaction(store: Store) -> None:
    with store.transaction():
        store.documents.put([(CALL, CALL_RAW)])
        assert len(store.documents) == 1
        store.claims.put(PLAN.id, [WILL], "reader/1")


def test_a_stream_can_be_read_while_another_is_written(full: Store) -> None:
    for found in full.documents:
        full.claims.put(found.id, [], "reader/2")
    assert len(full.claims) == 0


def test_rejects_are_listed_once_and_go_when_the_item_is_taken(store: Store) -> None:
    run = store.runs.begin("add", "0.1", {"paths": ["x"]})
    store.rejects.put([Reject("sources", "held.txt", "empty"), Reject("sources", "bad\udcff\x00.txt", "no text")], run)
    store.rejects.put([Reject("sources", "held.txt", "no text")], run)
    assert list(store.rejects) == [
        Reject("sources", "bad\\udcff\\x00.txt", "no text"),
        Reject("sources", "held.txt", "no text"),
    ]
    store.documents.put([(CALL, CALL_RAW)])
    assert len(store.rejects) == 1
    store.rejects.clear("sources")
    assert len(store.rejects) == 0


def test_the_run_log(store: Store) -> None:
    assert store.runs.last() is None
    number = store.runs.begin("run", "0.1", {"workers": 2})
    assert [run.state for run in store.runs] == ["running"]
    store.runs.end(number, "done", {"claims": 7})
    last = store.runs.last()
    assert last is not None
    assert (last.id, last.state, last.report, last.settings) == (number, "done", {"claims": 7}, {"workers": 2})
    assert last.finished is not None
    assert last.finished >= last.started


def test_what_changed_since_the_last_edition(full: Store) -> None:
    assert full.editions.last() is None
    full.editions.put("ed_1", "July", full.editions.seen())
    full.records.replace([msgspec.structs.replace(RECORD, status="disputed")])
    issued, now = full.editions.last(), full.editions.seen()
    assert issued is not None
    assert (issued.id, issued.title, issued.records["rec_call"].status) == ("ed_1", "July", "happened")
    assert now["rec_call"].status == "disputed"
    assert now["rec_call"].digest != issued.records["rec_call"].digest
    full.editions.put("ed_1", "July", now)
    assert full.editions.get("ed_1").records == now  # type: ignore[union-attr]
    assert full.editions.get("ed_2") is None


def test_notes(store: Store) -> None:
    assert store.notes.get("records") is None
    store.notes.put("records", "a")
    store.notes.put("records", "b")
    assert store.notes.get("records") == "b"


@pytest.mark.parametrize("text", ["NUL \x00 inside", "𝔘 👩‍👩‍👧 and \u202e", "\ufeff mark", "é" * 5000])
def test_odd_texts_survive(text: str, store: Store) -> None:
    one, raw = document("odd.txt", text, title=text[:20])
    store.documents.put([(one, raw)])
    assert store.documents[one.id] == one


def test_a_claim_found_again_stays_in_its_record(full: Store) -> None:
    full.claims.put(CALL.id, [DID], "reader/2")
    with full.link.reading() as connection:
        held = connection.execute(sa.select(schema.record_claims.c.claim)).scalars().all()
    assert sorted(held) == sorted(RECORD.claims)
