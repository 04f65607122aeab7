"""Claims about the record: every example of their data file, who says so, and what stays out."""

from collections.abc import Iterator

import pytest

from demarche.lexicon.assertions import Assertion as Kind
from demarche.lexicon.assertions import Example, assertions
from demarche.model import Assertion
from tests.claims.reading import document, read


def told(text: str) -> list[Assertion]:
    return [c for c in read(document(text)) if isinstance(c, Assertion) and c.about != "omission"]


def positive() -> Iterator[object]:
    for kind in assertions().kinds:
        for n, example in enumerate(kind.positive):
            yield pytest.param(kind, example, id=f"{kind.id}-{n}")


def negative() -> Iterator[object]:
    for kind in assertions().kinds:
        for n, text in enumerate(kind.negative):
            yield pytest.param(kind, text, id=f"{kind.id}-{n}")


@pytest.mark.parametrize(("kind", "example"), list(positive()))
def test_found(kind: Kind, example: Example) -> None:
    found = told(example.text)
    assert [c.about for c in found] == [kind.id], [(c.about, c.quote) for c in found]
    assert {p.country for p in found[0].parties} >= set(example.parties)
    assert found[0].since == example.since
    assert found[0].quote in example.text


@pytest.mark.parametrize(("kind", "text"), list(negative()))
def test_not_found(kind: Kind, text: str) -> None:
    assert not [c for c in told(text) if c.about == kind.id]


def test_each_passage_holds_a_word_that_its_kind_needs() -> None:
    known = assertions()
    texts = [e.text for kind in known.kinds for e in kind.positive] + [t for kind in known.kinds for t in kind.negative]
    found = [(p.kind, m[0].lower()) for p in known.patterns for text in texts for m in p.regex.finditer(text)]
    assert {kind.id for kind, _ in found} == {kind.id for kind in known.kinds}
    assert all(any(need in passage for need in kind.needs) for kind, passage in found)


def test_who_says_so_is_the_speaker_and_no_party() -> None:
    (claim,) = told("The Kremlin said that Ukraine was increasingly isolated.")
    assert [p.country for p in claim.speakers] == ["RUS"]
    assert [p.country for p in claim.parties] == ["UKR"]


def test_nobody_public_no_claim() -> None:
    assert told("The singer did not respond to a request for comment.") == []
