"""The second opinion: engagements in words that no frame holds, and what must not become one."""

import pytest

from tests.claims.reading import engagements

TOLD = [
    ("The emir of Qatar popped over to Ankara on Thursday.", "visit", {"QAT", "TUR"}),
    ("The Brazilian foreign minister rang up his Peruvian colleague.", "call", {"BRA", "PER"}),
    ("The Omani foreign minister swept into Tehran with a draft in his pocket.", "visit", {"OMN", "IRN"}),
]


@pytest.mark.parametrize(("text", "mode", "countries"), TOLD)
def test_told_in_words_that_no_list_holds(text: str, mode: str, countries: set[str]) -> None:
    found = engagements(text)
    assert {e.mode for e in found} == {mode}
    assert {p.country for e in found for p in e.participants} == countries


@pytest.mark.parametrize(
    "text",
    [
        "Norway swept aside Sweden with five goals in Oslo on Sunday.",
        "The French airline got new engines from an American maker.",
        "The prime minister of Japan said that prices in Korea were lower.",
        "Germany and Poland quit the treaty on Sunday.",
        "An actress from Italy dropped in on a friend in Spain.",
    ],
)
def test_sport_firms_and_private_people_do_not_engage(text: str) -> None:
    assert engagements(text) == []


def test_it_says_that_it_is_the_network_and_trusts_it_less() -> None:
    (found,) = engagements("The Omani foreign minister swept into Tehran with a draft in his pocket.")
    (plain,) = engagements("The Omani foreign minister visited Tehran with a draft in his pocket.")
    assert found.found_by.startswith("engagements.sensed")
    assert found.confidence <= 0.85 < 0.9 < plain.confidence


def test_where_a_frame_tells_it_the_frame_has_the_say() -> None:
    (found,) = engagements("The Danish prime minister met Volodymyr Zelensky in Kyiv on Friday.")
    assert found.found_by.startswith("engagements.verb")


ELSEWHERE = "The maker of aircraft sold more than it had planned, and its shares rose in Toulouse as in Seattle. " * 12
GUESS = "The emir of Qatar popped over to Ankara on Thursday. "
PLAIN = "The Danish prime minister met Volodymyr Zelensky in Kyiv on Friday. "


def test_in_a_report_on_other_matters_nothing_is_guessed() -> None:
    assert engagements(GUESS + ELSEWHERE) == []
    assert {e.mode for e in engagements(PLAIN + ELSEWHERE + GUESS)} == {"meeting", "visit"}


def test_what_reporters_say_and_travellers_do_is_none() -> None:
    assert engagements("The United Nations says thousands fled to India from Myanmar.") == []
    assert engagements("An accountant from Spain travelled to Chile to see the glaciers.") == []
    match = "South Korea meet China in the final of the cup; the striker scored a goal in the match, the coach said. "
    assert engagements(match * 3) == []
