"""Silence as a claim about a text: the examples of the lexicon, whose text it is, and whose word."""

import pytest

from demarche.lexicon.omissions import Found, Quiet, omissions
from demarche.model import Assertion
from tests.claims.reading import document, read


def told(text: str) -> list[Assertion]:
    return [c for c in read(document(text)) if isinstance(c, Assertion) and c.about == "omission"]


@pytest.mark.parametrize("example", omissions().examples, ids=lambda e: e.text[:40])
def test_found(example: Found) -> None:
    assert [a.what.quote for a in told(example.text) if a.what] == [example.what]


@pytest.mark.parametrize("example", omissions().counterexamples, ids=lambda e: e.text[:40])
def test_not_found(example: Quiet) -> None:
    assert not told(example.text)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Indian readout did not mention Ukraine.", "IND"),
        ("There was no mention of Crimea in the Kremlin's readout.", "RUS"),
        ("A statement by the Chinese government was silent on the war.", "CHN"),
        ("The readout did not mention Ukraine.", None),
    ],
)
def test_whose_text(text: str, whose: str | None) -> None:
    (found,) = told(text)
    assert (found.whose.country if found.whose else None) == whose


def test_whose_word() -> None:
    (found,) = told("Foreign Minister Dmytro Kuleba said that the Turkish readout did not mention the prisoners.")
    assert found.attributed_to is not None
    assert found.attributed_to.name == "Dmytro Kuleba"
