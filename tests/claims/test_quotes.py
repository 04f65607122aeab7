"""Quoted stretches of any text: marks of every kind, odd ones, and laws that hold whatever is typed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.claims.statements import quoted
from demarche.claims.statements.turns import turns
from tests.claims.reading import document

ROWS = [
    ("He said “yes, now” and left.", ["yes, now"]),
    ('He said "yes, now" and left.', ["yes, now"]),
    ("He said «yes, now» and left.", ["yes, now"]),
    ("He said „yes, now“ and left.", ["yes, now"]),
    ("He said ''yes, now'' and left.", ["yes, now"]),
    ("He said ``yes, now'' and left.", ["yes, now"]),
    ("”Yes, now,” he said.", ["Yes, now"]),
    ("“They said “no” to us,” he said.", ["They said “no” to us"]),
    ("“It goes on\n“and on,” he said.", ["It goes on", "and on"]),
    ('A slip" stands here and another" there.', []),
    ("The beam is 5'10\" long.", []),
    ('"A mark that nothing closes.', []),
    ('She wrote:\n"A mark that nothing closes.', ["A mark that nothing closes."]),
]


@pytest.mark.parametrize(("text", "inner"), ROWS, ids=[r[0][:30] for r in ROWS])
def test_found(text: str, inner: list[str]) -> None:
    assert [text[q.inner.start : q.inner.end] for q in quoted(document(text))] == inner


TYPED = st.text(alphabet="ab QA:.,\n\"'“”«»„`—-()", max_size=60)


@given(TYPED)
def test_quotations_lie_in_a_row_inside_the_text(text: str) -> None:
    found = quoted(document(text or "a"))
    assert all(0 <= q.outer.start < q.inner.start < q.inner.end <= q.outer.end <= len(text) for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))


@given(TYPED)
def test_turns_lie_inside_the_text(text: str) -> None:
    doc = document(text or "a")
    for turn in turns(doc, quoted(doc)):
        assert all(0 <= p.start < p.end <= len(doc.text) for p in (turn.who, turn.cue, *turn.parts))


TRANSCRIPT = """MR. PRICE: Good afternoon. The talks go on.
(Laughter.)
Q Will the Secretary travel?
MR. PRICE: Not this week.
Q: And next week?
MS. PORTER: We will say so in time.
It is early.
END 2:10 P.M."""


def test_a_transcript() -> None:
    doc = document(TRANSCRIPT)
    told = [
        (doc.text[t.who.start : t.who.end], [doc.text[p.start : p.end] for p in t.parts])
        for t in turns(doc, quoted(doc))
    ]
    assert told == [
        ("MR. PRICE", ["Good afternoon. The talks go on"]),
        ("Q", ["Will the Secretary travel?"]),
        ("MR. PRICE", ["Not this week"]),
        ("Q", ["And next week?"]),
        ("MS. PORTER", ["We will say so in time", "It is early"]),
    ]
