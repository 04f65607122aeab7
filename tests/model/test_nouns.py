"""The nouns check themselves, survive the wire, and take their ids from content."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model import (
    Act,
    BadValue,
    Boilerplate,
    Claim,
    Document,
    Edge,
    Engagement,
    Evidence,
    Family,
    Measure,
    Mention,
    Participant,
    Record,
    Sentence,
    Span,
    Statement,
    Stretch,
    Token,
    When,
    Words,
    content_id,
    document_id,
    words,
)

DOCUMENT: dict[str, Any] = {"id": "d", "source": "s", "text": "abc", "text_sha256": "x", "raw_sha256": "y"}
CLAIM: dict[str, Any] = {"document": "d", "start": 0, "end": 3, "quote": "abc", "found_by": "t/1"}


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Span("d", 3, 3), id="empty span"),
        pytest.param(lambda: Span("d", 4, 3), id="backward span"),
        pytest.param(lambda: Stretch(-1, 3), id="before the text"),
        pytest.param(lambda: Words(0, 2, "abc"), id="quote longer than its stretch"),
        pytest.param(lambda: Evidence("d", 0, 4, "abc"), id="evidence shorter than its stretch"),
        pytest.param(lambda: Boilerplate(2, 1, "teaser"), id="backward boilerplate"),
        pytest.param(lambda: Document(**DOCUMENT, published="2022-07-30"), id="a day without its basis"),
        pytest.param(lambda: Document(**DOCUMENT, published="30 July", published_basis="given"), id="no ISO day"),
        pytest.param(lambda: Document(**DOCUMENT, boilerplate=(Boilerplate(0, 9, "x"),)), id="boilerplate outside"),
        pytest.param(lambda: Edge(a="b", b="a", kind="copy", score=1.0), id="an edge the wrong way round"),
        pytest.param(lambda: Edge(a="a", b="b", kind="copy", score=1.5), id="a score above one"),
        pytest.param(lambda: Family(id="f", documents=("b", "a")), id="members out of order"),
        pytest.param(lambda: Family(id="f", documents=("a",), best="b"), id="a best witness from outside"),
        pytest.param(lambda: Participant(country="RU"), id="an alpha-2 country"),
        pytest.param(lambda: Participant(start=3), id="half a stretch"),
        pytest.param(lambda: When(start="2022-08-02", end="2022-08-01"), id="a date that ends before it starts"),
        pytest.param(lambda: Mention(start=0, end=1, head=0, kind="state", confidence=2.0), id="too sure"),
        pytest.param(lambda: Sentence(0, 3, (Token(0, 3, "abc", "X", "", 5, "dep"),)), id="a head outside"),
        pytest.param(lambda: Engagement(**{**CLAIM, "quote": "ab"}, mode="call", status="happened"), id="short quote"),
        pytest.param(lambda: Record(id="r", type="engagement", mode="call", status="happened", claims=()), id="bare"),
        pytest.param(lambda: Record(id="r", type="act", mode="call", status="happened", claims=("c",)), id="act, mode"),
        pytest.param(
            lambda: Measure(state="RU", metric="m", window_start="2022-01-01", window_end="2022-01-02", value=1),
            id="a state that is no alpha-3",
        ),
    ],
)
def test_refuses(make: Any) -> None:
    with pytest.raises(BadValue):
        make()


def test_decoding_obeys_the_same_laws() -> None:
    raw = (
        b'{"type":"engagement","document":"d","start":0,"end":3,"quote":"abcd",'
        b'"found_by":"t","mode":"call","status":"x"}'
    )
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(raw, type=Claim)


@given(st.text(min_size=1), st.data())
def test_words_stand_where_they_say(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert words(text, start, end).quote == text[start:end] == Span("d", start, end).of(text)


def test_span_outside_the_text() -> None:
    with pytest.raises(BadValue, match="outside"):
        Span("d", 0, 4).of("abc")


@pytest.mark.parametrize(
    "claim",
    [
        Engagement(**CLAIM, mode="call", status="happened", participants=(Participant(country="RUS"),)),
        Act(**CLAIM, event="sanction", status="planned"),
        Statement(**CLAIM, kind="direct", content=Words(0, 3, "abc")),
    ],
)
def test_claims_survive_the_wire(claim: Claim) -> None:
    named = claim.with_id()
    assert msgspec.json.decode(msgspec.json.encode(named), type=Claim) == named


def test_a_claims_id_is_what_it_says_and_where() -> None:
    claim = Engagement(**CLAIM, mode="call", status="happened")
    surer = msgspec.structs.replace(claim, confidence=0.2, found_by="t/2")
    other = msgspec.structs.replace(claim, mode="meeting")
    assert claim.with_id().id == surer.with_id().id == claim.with_id().with_id().id
    assert claim.with_id().id != other.with_id().id


@given(st.lists(st.text(), min_size=1))
def test_ids_are_stable_and_short(parts: list[str]) -> None:
    assert content_id("x", *parts) == content_id("x", *parts)
    assert len(content_id("x", *parts)) == 18


def test_a_document_is_its_key_and_its_text() -> None:
    assert document_id("a.txt", "words") == document_id("a.txt", "words")
    assert len({document_id("a.txt", "words"), document_id("b.txt", "words"), document_id("a.txt", "other")}) == 3


def test_frozen() -> None:
    with pytest.raises(AttributeError):
        Span("d", 0, 1).start = 2  # type: ignore[misc]
