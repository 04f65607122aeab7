"""Of those whom a pronoun can mean the likeliest is told, and one of whom nothing is known stands between."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.coreference.weighed import LEAST, shares
from demarche.language.coreference.words import weights

from .rows import read

SIGNS = st.frozensets(st.sampled_from(sorted(weights())[:200]), max_size=12)


@given(st.lists(SIGNS, min_size=1, max_size=6))
def test_shares_are_one_together_and_do_not_ask_for_order(found: list[frozenset[str]]) -> None:
    told = shares(found)
    assert math.isclose(sum(told), 1.0)
    assert told == pytest.approx(shares(found[::-1])[::-1])


def _meant(text: str) -> dict[int, str | None]:
    return {
        m.start: m.name for m in read(text, "2022-05-10").mentions if m.antecedents and m.reason.startswith("pronoun")
    }


def test_an_open_pronoun_keeps_those_after_it_from_going_past_it() -> None:
    known = "Emmanuel Macron left Berlin on Monday. "
    assert set(_meant(known + "He flew to Paris. He was late.").values()) == {"Emmanuel Macron"}
    assert not _meant(known + "The driver said that he was tired. He had slept badly, and he wanted to go home.")


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov and Wang Yi praised his speech.",
        "Sergei Lavrov met him in Moscow.",
    ],
)
def test_who_does_it_is_not_to_whom_it_is_done(text: str) -> None:
    assert not _meant(text)


def test_a_link_is_as_sure_as_its_share() -> None:
    found = read("Olaf Scholz met Xi Jinping in Beijing. He then flew home.", "2022-11-04").mentions
    assert all(LEAST <= m.confidence <= 1 for m in found if m.reason.startswith("pronoun"))
    assert any(m.reason.startswith("pronoun") for m in found)
