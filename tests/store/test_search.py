"""What is stored is found by its words in any script and spelling, the newest state and nothing that is gone."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model import Participant, Statement
from demarche.model.span import words
from demarche.store import Store
from demarche.store.folding import folded, phrases
from demarche.store.search import Hit
from tests.store.store_cases import CALL, DID, PLAN, RECORD, document

TEXTS = {
    "chinese": "王毅在北京会见了乌克兰外长。",
    "korean": "외교부는 정상회담을 발표했다.",
    "russian": "Встреча в Москве прошла в среду.",
    "turkish": "Recep Tayyip Erdoğan arrived in Sochi.",
    "arabic": "أعلنت وزارة الخارجية عن اللقاء.",
    "ukrainian": "Volodymyr Zelenskyy spoke of grain.",
}


@pytest.mark.parametrize(
    ("asked", "name"),
    [("王毅", "chinese"), ("乌克兰", "chinese"), ("정상회담", "korean"), ("встреча", "russian"), ("Erdogan", "turkish"),
     ("الخارجية", "arabic"), ("Zelensky", "ukrainian"), ('"arrived in sochi"', "turkish"),
     ("GRAIN zelenskyy", "ukrainian")],
)  # fmt: skip
def test_found_in_any_script(asked: str, name: str, store: Store) -> None:
    texts = {key: document(f"{key}.txt", text) for key, text in TEXTS.items()}
    store.documents.put(texts.values())
    assert store.search.find(asked) == [Hit("document", texts[name][0].id)]


@pytest.mark.parametrize("asked", ["", "  ", '""', "nobody", '"sochi arrived"', "' OR 1=1 --", "a* NEAR(b c)", "\x00"])
def test_not_found(asked: str, store: Store) -> None:
    store.documents.put([document("a.txt", TEXTS["turkish"])])
    assert store.search.find(asked) == []


def test_every_kind_is_found_and_can_be_asked_for(full: Store) -> None:
    said = Statement(
        document=CALL.id, start=0, end=14, quote=CALL.text[:14], found_by="test/1", kind="indirect",
        content=words(CALL.text, 15, 26), speakers=(Participant(name="Antony Blinken", country="USA"),),
    ).with_id()  # fmt: skip
    full.claims.put(CALL.id, [DID, said], "reader/2")
    assert {hit.kind for hit in full.search.find("blinken")} == {"document", "statement", "record"}
    assert full.search.find("blinken", "statement") == [Hit("statement", said.id)]
    assert [hit.id for hit in full.search.find("blinken", "document", limit=1)] in ([PLAN.id], [CALL.id])


def test_what_changed_is_found_by_its_new_words_alone(full: Store) -> None:
    full.records.replace([msgspec.structs.replace(RECORD, what="about the grain corridor")])
    assert full.search.find("corridor", "record") == [Hit("record", RECORD.id)]
    full.records.replace([])
    assert full.search.find("corridor") == []


@given(st.text(max_size=60))
def test_a_text_is_found_by_what_it_asks_for_folded_once_or_twice(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(phrases(text))
