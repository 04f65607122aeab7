"""Rough sentences: where they end, and that boilerplate is in none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.families.sentences import sentences
from demarche.model import Boilerplate

from .texts import document

CASES = [
    ("They met. They left.", ["They met.", "They left."]),
    ("Gen. Smith met U.S. Ambassador Jones.", ["Gen. Smith met U.S. Ambassador Jones."]),
    ("“We agreed.” They left.", ["“We agreed.”", "They left."]),
    ("A headline\nThe first sentence", ["A headline", "The first sentence"]),
    ("It rose by 3.5 per cent. Then it fell.", ["It rose by 3.5 per cent.", "Then it fell."]),
    ("because of its… War on the valley", ["because of its… War on the valley"]),
    (
        "The committee that both governments had set up in the spring met\n"
        "for the third time in the small town by the river, where it will\n"
        "stay.",
        ["The committee that both governments had set up in the spring met\n"
         "for the third time in the small town by the river, where it will\nstay."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(document("d", text))] == expected


def test_boilerplate_is_cut_out() -> None:
    text = "They met. Subscribe now! They left."
    cut = document("d", text, boilerplate=(Boilerplate(10, 24, "teaser"),))
    assert [text[a:b] for a, b in sentences(cut)] == ["They met.", "They left."]


@given(st.text(alphabet='aB .!?\n”"U', max_size=80))
def test_sentences_cover_every_word_once_in_order(text: str) -> None:
    found = sentences(document("d", text))
    assert all(a < b for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
