"""What uses the words of diplomacy and is none: private ends, sums, cables, parties at home, posts on a network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.claims.engagements.odds import TAUGHT, set_right, telling_share
from demarche.claims.engagements.sure import likely
from demarche.claims.scene import scenes
from tests.claims.reading import document, engagements, reader

NONE = [
    "The president of Zimbabwe was known for his medical visits to Singapore.",
    "The foreign minister of Spain was in Italy on holiday.",
    "China received $1.4 billion from the bank and South Africa $1.1 billion.",
    "Repairs began on a submarine cable between Italy and Egypt.",
    "The ministers of Spain and Peru wrote on a social network that nobody was hurt.",
    "Ambassador Jane Hartley left Britain on Friday.",
    "An unnamed judge visited Namibia in May.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_engagement_is_told(text: str) -> None:
    assert not engagements(text)


def test_what_was_shied_away_from_was_refused() -> None:
    text = "French President Emmanuel Macron shied away from a meeting with Kenyan President William Ruto."
    (found,) = engagements(text)
    assert found.status == "refused"


def test_whoever_the_telling_names_takes_part_and_nobody_else() -> None:
    """Tim Morrison stands for nobody that the text tells of: he is not the side for whom the minister before stands."""
    text = "Kenyan President William Ruto praised Uganda. Tim Morrison was driven to Kampala at noon."
    assert not engagements(text)


@given(st.floats(0, 1), st.floats(0.01, 0.99))
def test_a_share_is_less_sure_where_tellings_are_rare(share: float, frequency: float) -> None:
    right = set_right(share, frequency)
    assert 0 <= right <= 1
    assert (right <= min(share, 0.999) + 1e-9) == (frequency <= TAUGHT) or right == pytest.approx(min(share, 0.999))


def test_a_text_on_other_matters_tells_of_little() -> None:
    dull = "The club won the match on Sunday. Rain fell on the town. Bread costs more than it did. " * 8
    about = "The French president met the German chancellor in Paris on Monday. " * 8
    for text, low, high in ((dull, 0.0, 0.3), (about, 0.7, 1.0)):
        doc = document(text)
        assert low <= telling_share(list(scenes(doc, reader().read(doc)))) <= high


def test_confidence_is_higher_where_the_words_say_more() -> None:
    plain = engagements("French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Monday.")
    guess = engagements("Emmanuel Macron and Olaf Scholz sat on either side of the old table in Paris.")
    assert plain
    assert guess
    assert max(e.confidence for e in guess) < plain[0].confidence


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_claim_found_better_or_told_more_likely_is_likelier(found: float, told: float, more: float) -> None:
    assert likely(max(found, more), told) >= likely(found, told)
    assert likely(found, max(told, more)) >= likely(found, told)
