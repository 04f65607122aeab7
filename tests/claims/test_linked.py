"""Who takes part where the sentence of a telling does not say: candidates, their signs, and what is made of them."""

import pytest

from demarche.claims.engagements.links import candidates, signs
from demarche.claims.scene import Scene, scenes
from tests.claims.reading import document, engagements, reader

TEXT = (
    "Negotiators for Peru and Chile took a break on Monday. The haggling resumes in Lima on Thursday. "
    "Brazil is pleased."
)


def sentences(text: str) -> list[Scene]:
    doc = document(text)
    return list(scenes(doc, reader().read(doc)))


def word(scene: Scene, written: str) -> int:
    return next(i for i in range(len(scene.tokens)) if scene.lower(i) == written)


def test_every_side_around_is_a_candidate_and_each_knows_where_it_stands() -> None:
    first, second, third = sentences(TEXT)
    found = candidates(second, [first], [third])
    assert [c.side for c in found] == ["PER", "CHL", "BRA"]
    assert [[n.back for n in c.named] for c in found] == [[1, 0], [1], [-1]]


def test_each_of_its_words_stands_for_the_side() -> None:
    text = (
        "Sergey Lavrov and Annalena Baerbock spoke. The foreign ministers of the Group of 20 met in Bali, "
        "and they argued about their agenda. The two left early."
    )
    *before, last = sentences(text)
    for scene, earlier in ((last, before), (before[-1], before[:-1])):
        for c in candidates(scene, earlier, []):
            assert {n.meant.country or n.meant.organisation for n in c.named} == {c.side}


def test_signs_say_whether_a_side_stands_beside_the_telling() -> None:
    first, second, third = sentences(TEXT)
    beside, before, behind = signs(second, word(second, "haggling"), "talks", candidates(second, [first], [third]))
    assert "here:place:in" in beside
    assert {"back:1", "noun"} & {sign.rpartition("|")[2] for sign in before}
    assert any(sign.startswith("ahead|") for sign in behind)
    assert not any(sign.startswith("here") for sign in before | behind)


def test_a_long_way_back_nobody_is_meant() -> None:
    away = ["Mali kept quiet.", *["It rained.", "It snowed."] * 3]
    *before, last = sentences(" ".join([*away, "The talks resume on Thursday."]))
    assert candidates(last, before, []) == []


def test_sides_come_from_the_sentence_before() -> None:
    (told,) = [e for e in engagements(TEXT) if e.found_by.startswith("engagements.linked")]
    assert {p.country for p in told.participants} == {"PER", "CHL"}
    (plain,) = engagements("The presidents of Peru and Chile held talks on Thursday.")
    assert told.confidence <= 0.8 < 0.9 < plain.confidence


def test_what_the_frames_found_is_not_guessed_once_more() -> None:
    (told,) = engagements("The foreign minister of Norway was to have been in Paris on July 21 and 22.")
    assert (told.mode, told.status) == ("visit", "cancelled")


def test_a_government_s_own_text_is_taken_at_its_word() -> None:
    text = "The Greek foreign minister waited in Tirana for two days. She was shown in at noon on Thursday."
    told = engagements(text, official_of="GRC")
    assert not any(e.found_by.startswith(("engagements.linked", "engagements.sensed")) for e in told)


STRANGERS = [
    ("The Chinese foreign ministry said the Deputy Foreign Minister, Deng Li, met the ambassador of Kuwait.", "CHN"),
    ("The Kenyan president praised it. Antony Blinken met the foreign minister, Musalia Mudavadi, on Friday.", "KEN"),
]


@pytest.mark.parametrize(("text", "state"), STRANGERS)
def test_somebody_in_office_is_of_the_state_that_reports_it_or_that_is_likely(text: str, state: str) -> None:
    (told,) = engagements(text)
    assert state in {p.country for p in told.participants}
    assert len({p.side for p in told.participants}) == 2


def test_a_land_somebody_goes_to_is_the_host() -> None:
    text = "The Latvian prime minister brought his ministers along to Vilnius on Tuesday, his first working trip."
    (visit,) = [e for e in engagements(text) if e.mode == "visit"]
    assert {(p.country, p.part) for p in visit.participants} == {("LVA", "visitor"), ("LTU", "host")}


def test_whoever_leads_a_delegation_visits() -> None:
    (visit,) = engagements("The president of Vietnam led a delegation to pay an official visit to China.")
    assert {(p.country, p.part) for p in visit.participants} == {("VNM", "visitor"), ("CHN", "host")}


LED_NOWHERE = [
    (
        "Kenya and Somalia agreed to let traders sell khat again, at the end of a visit by Somalia's new president.",
        "SOM",
        "KEN",
    ),
    ("German Chancellor Angela Merkel discussed migration with Algerian leaders during a one-day visit.", "DEU", "DZA"),
    ("Japan and Egypt signed a pact during the Japanese premier's three-day visit.", "JPN", "EGY"),
]


@pytest.mark.parametrize(("text", "guest", "host"), LED_NOWHERE)
def test_a_visit_that_leads_nowhere_leads_to_the_other_side(text: str, guest: str, host: str) -> None:
    (visit,) = [e for e in engagements(text) if e.mode == "visit"]
    assert {p.country for p in visit.participants if p.part == "visitor"} == {guest}
    assert {p.country for p in visit.participants if p.part == "host"} == {host}


def test_where_somebody_has_been_since() -> None:
    text = "Somali President Hassan Sheikh Mohamud was elected in May and has since been to Qatar, Turkey and Djibouti."
    assert {c for e in engagements(text) for p in e.participants if (c := p.country)} == {"SOM", "QAT", "TUR", "DJI"}
