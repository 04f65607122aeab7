"""Nothing enters the store that does not quote exactly what its document says."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demarche.model import Engagement, Evidence, Participant, Statement, StoreError, Stretch, When, Words
from demarche.store import Store
from tests.store.store_cases import CALL, DID, DIFFERENCE, HELD, PLAN, RECORD, WILL, document

change = msgspec.structs.replace

WRONG_CLAIMS = [
    ("another stretch", change(DID, start=DID.start + 1, end=DID.end + 1)),
    ("another quote", change(DID, quote="met a call.")),
    ("beyond the end", change(DID, start=5000, end=5000 + len(DID.quote))),
    ("the words of a date", change(DID, date=When(start="2022-07-29", words=Words(0, 4, "July")))),
    ("a sentence beyond the end", change(DID, sentence=Stretch(0, 4000))),
    ("a participant beyond the end", change(DID, participants=(Participant(name="X", start=4000, end=4001),))),
    ("another document", WILL),
    ("the content of a statement", Statement(
        document=CALL.id, start=0, end=6, quote="Antony", found_by="test/1", kind="direct", content=Words(0, 3, "Ann"),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("what", "claim"), WRONG_CLAIMS, ids=[what for what, _ in WRONG_CLAIMS])
def test_a_claim_without_its_words_is_refused(what: str, claim: Engagement, full: Store) -> None:
    with pytest.raises(StoreError, match="claim"):
        full.claims.put(CALL.id, [claim], "reader/2")
    assert list(full.claims.of(CALL.id)) == [DID]
    assert full.claims.unread("reader/1") == []


def test_a_claim_without_an_id_gets_its_own(full: Store) -> None:
    full.claims.put(CALL.id, [change(DID, id="")], "reader/2")
    assert list(full.claims.of(CALL.id)) == [DID]


def test_a_claim_on_an_unknown_document_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="holds no document"):
        store.claims.put(CALL.id, [DID], "reader/1")


def test_a_record_without_its_words_is_refused(full: Store) -> None:
    wrong = change(RECORD, evidence=(Evidence(PLAN.id, 0, 4, "Held", "mode"),))
    with pytest.raises(StoreError, match=r"record rec_call, mode: quotes 'Held' where the text has 'Anto'"):
        full.records.replace([wrong])
    assert list(full.records) == [RECORD]


def test_a_record_on_a_claim_that_is_not_there_is_refused(full: Store) -> None:
    with pytest.raises(StoreError, match="does not hold"):
        full.records.replace([change(RECORD, claims=("clm_none",))])
    assert list(full.records) == [RECORD]


def test_a_difference_without_its_words_is_refused(full: Store) -> None:
    with pytest.raises(StoreError, match="difference dif_b"):
        full.differences.replace("copies", [change(DIFFERENCE, id="dif_b", a=Evidence(CALL.id, 0, 1, "Z"))])
    assert list(full.differences) == [DIFFERENCE]


def test_a_document_that_is_not_what_it_says_is_refused(store: Store) -> None:
    one, raw = document("a.txt", "A call.")
    with pytest.raises(StoreError, match="bytes"):
        store.documents.put([(one, raw + b" ")])
    with pytest.raises(StoreError, match="text"):
        store.documents.put([(change(one, text="A cell."), raw)])
    assert len(store.documents) == 0


def test_half_a_surrogate_pair_is_refused_in_plain_words(store: Store) -> None:
    one, raw = document("a.txt", "A call.", title="\ud83d")
    with pytest.raises(StoreError, match="surrogate"):
        store.documents.put([(one, raw)])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(HELD) - 1), length=st.integers(1, 40), shift=st.integers(-3, 3))
def test_only_the_very_words_pass(full: Store, start: int, length: int, shift: int) -> None:
    quote = HELD[start : start + length]
    at = max(0, start + shift)
    claim = change(DID, id="", start=at, end=at + len(quote), quote=quote)
    if HELD[at : at + len(quote)] == quote:
        assert full.claims.put(CALL.id, [claim], "reader/1") == 1
    else:
        with pytest.raises(StoreError):
            full.claims.put(CALL.id, [claim], "reader/1")
