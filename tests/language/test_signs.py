"""Scores of the head of engagements -> signs, and what the shipped one makes of tellings that no list holds."""

from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.network import Network
from demarche.language.signs import LEAST, signs
from demarche.model.values import SignKind

KINDS = get_args(SignKind)
scores = st.lists(st.lists(st.floats(-20, 20), min_size=9, max_size=9), min_size=1, max_size=12)


@given(scores)
def test_signs_are_shares_of_words_in_the_order_of_the_sentence(rows: list[list[float]]) -> None:
    found = list(signs(np.array(rows), KINDS))
    assert all(LEAST <= s.share <= 1 and 0 <= s.token < len(rows) for s in found)
    assert [s.token for s in found] == sorted(s.token for s in found)
    assert len({(s.token, s.kind == "party") for s in found}) == len(found)


def test_a_word_that_surely_tells_nothing_is_no_sign() -> None:
    assert list(signs(np.array([[9.0, *[-9.0] * 8]]), KINDS)) == []


TOLD = [
    ("The emir of Qatar popped over to Ankara on Thursday .", "popped", "visit", {"emir", "Ankara"}),
    ("The Danish envoy sat across from the Swedish minister .", "sat", "meeting", {"envoy", "minister"}),
    ("The Brazilian foreign minister rang up his Peruvian colleague .", "rang", "call", {"minister", "colleague"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind", "parties"), TOLD)
def test_a_telling_and_its_parties_are_marked(text: str, word: str, kind: str, parties: set[str]) -> None:
    words = text.split()
    found = Network().read(words).signs
    assert any(words[s.token] == word and s.kind == kind for s in found)
    assert parties <= {words[s.token] for s in found if s.kind == "party"}


@pytest.mark.parametrize(
    "text",
    [
        "Bread has become dearer in the capital since March .",
        "The striker met the ball at the far post and scored .",
        "The court rejected the appeal of the company on Friday .",
    ],
)
def test_nothing_is_marked_where_nothing_is_told(text: str) -> None:
    assert [s for s in Network().read(text.split()).signs if s.kind != "party" and s.share > 0.5] == []
