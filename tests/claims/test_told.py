"""What looks like saying and is none, and where a content or its speaker ends: sentences of our own."""

import pytest

from tests.claims.reading import statements

NOTHING = [
    # text, the words that nobody is told to have said
    ("If the minister says the port is open, the ships will sail.", "the port is open"),
    ("Either party may blame the council for the delay.", "the council"),
    ("The law could enable officials to declare an emergency, the minister said.", "an emergency"),
    ("The plan to announce new tolls was dropped.", "new tolls"),
    ("The premier unveiled a plan for the harbour.", "a plan for the harbour"),
    ("The alliance invited the three countries to join the bloc.", "the three countries to join the bloc"),
    ("The ministry recalled its ambassador.", "its ambassador"),
    ("The officer denied them help.", "them"),
    ("Commenting on the vote, the minister said the road was open.", "the vote"),
    ("Asked about the charges, the minister said he knew of none.", "the charges"),
    ("It highlights the struggle of the coast.", "the struggle of the coast"),
    ("The minister promised the Polish government.", "the Polish government"),
    ("The agency said the port was open, citing the Polish government.", "the Polish government"),
    ("The officer slammed her to the ground.", "her to the ground"),
    ("The ministry did not divulge the names.", "the names"),
    ("The ship passed the islands, called the Outer Skerries by the Danes.", "the islands"),
    ("The pen symbolised his acknowledgment of the terms.", "the terms"),
    ("US missile attacks on the camp killed two.", "the camp"),
    ("Ships will sail soon, said the envoy, who advises the council.", "Ships will sail soon, said the envoy"),
    ("“The port is open,” as the proverb would say.", "The port is open"),
]

STILL = [
    # text, the words said: the neighbours of the above
    ("The minister said the port may open.", "the port may open"),
    ("The minister went on to say that the port was open.", "the port was open"),
    ("The government likes to say that the port is open.", "the port is open"),
    ("The leader will use a speech to argue the port is open.", "the port is open"),
    ("Crowds gathered to demand the release of the crew.", "the release of the crew"),
    ("The spokesperson did not rule out further talks.", "further talks"),
    ("The ministry promised a full inquiry.", "a full inquiry"),
    ("CECC health desk chief Ping - hua is to go, the minister said.", "CECC health desk chief Ping - hua is to go"),
    ("She praised the board for describing the elections years ago as rigged.", "the elections years ago as rigged"),
    ("The minister called the accord “returning to the natural home”.", "the accord “returning to the natural home”"),
    ("The hospital put out a call for donations to help pay for beds.", "donations to help pay for beds"),
    ("The gang used two yards, police said, adding that they seized phones.", "The gang used two yards"),
    ("The police said on Tuesday they had arrested nobody.", "they had arrested nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), NOTHING)
def test_nobody_is_told_to_have_said_it(text: str, words: str) -> None:
    assert words not in [s.content.quote for s in statements(text)]


@pytest.mark.parametrize(("text", "words"), STILL)
def test_somebody_is(text: str, words: str) -> None:
    said = {s.content.quote: s.rest for s in statements(text)}
    assert words in said
    assert not said[words]
