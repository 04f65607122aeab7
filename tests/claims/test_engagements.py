"""What an engagement carries beside its mode: parts, dates, places, attendance, status, evidence."""

import pytest
from msgspec.structs import replace

from demarche.model import Boilerplate, Engagement
from tests.claims.reading import document, engagements, read

LAVROV_IN_AFRICA = "Russian Foreign Minister Sergei Lavrov visited Egypt, Uganda and Ethiopia last week."


def one(text: str, mode: str) -> Engagement:
    found = [e for e in engagements(text) if e.mode == mode]
    assert len(found) == 1, [(e.mode, e.status, e.quote) for e in engagements(text)]
    return found[0]


def test_a_tour_is_a_visit_to_each_country() -> None:
    found = engagements(LAVROV_IN_AFRICA)
    hosts = [[p.country for p in e.participants if p.part == "host"] for e in found]
    assert sorted(hosts) == [["EGY"], ["ETH"], ["UGA"]]
    assert {p.name for e in found for p in e.participants if p.part == "visitor"} == {"Sergey Lavrov"}
    assert all(e.place and e.place.country == hosts[n][0] for n, e in enumerate(found))


def test_visitor_and_host() -> None:
    visit = one("Indian Premier Narendra Modi was received by German Chancellor Olaf Scholz in Berlin.", "meeting")
    assert {p.name: p.part for p in visit.participants} == {"Narendra Modi": "visitor", "Olaf Scholz": "host"}
    assert visit.level == "head"
    assert visit.place is not None
    assert (visit.place.name, visit.place.country, round(visit.place.lat or 0)) == ("Berlin", "DEU", 53)


def test_every_field_has_its_words() -> None:
    text = "French President Emmanuel Macron met Polish President Andrzej Duda in Paris on Friday to discuss sanctions."
    met = one(text, "meeting")
    assert met.date is not None
    assert met.date.words is not None
    assert text[met.date.words.start : met.date.words.end] == "Friday"
    assert met.date.start == "2022-07-29"
    assert met.topics == ("sanctions",)
    assert [text[p.start : p.end] for p in met.participants] == [
        "French President Emmanuel Macron",
        "Polish President Andrzej Duda",
    ]
    assert met.plover is not None
    assert (met.plover.type, met.cameo) == ("CONSULT", "040")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Prime Minister Kyriakos Mitsotakis is to meet Turkish President Recep Tayyip Erdogan on Monday.",
            "planned",
        ),
        ("Prime Minister Kyriakos Mitsotakis hopes to meet Turkish President Recep Tayyip Erdogan.", "expected"),
        (
            "Prime Minister Kyriakos Mitsotakis offered to meet Turkish President Recep Tayyip Erdogan.",
            "proposed",
        ),
        (
            "Prime Minister Kyriakos Mitsotakis declined to meet Turkish President Recep Tayyip Erdogan.",
            "refused",
        ),
        ("Prime Minister Kyriakos Mitsotakis may meet Turkish President Recep Tayyip Erdogan.", "hypothetical"),
        ("Will Prime Minister Kyriakos Mitsotakis meet Turkish President Recep Tayyip Erdogan?", "hypothetical"),
        ("Prime Minister Kyriakos Mitsotakis has met Turkish President Recep Tayyip Erdogan.", "happened"),
        ("There were no talks between Greece and Turkey.", "denied"),
        ("The visit of Polish President Andrzej Duda to Slovakia was put off.", "postponed"),
        ("The upcoming visit of Polish President Andrzej Duda to Slovakia is his third.", "planned"),
        ("A Duda-Scholz meeting would be the first since May.", "hypothetical"),
        ("Finnish President Sauli Niinisto was open to talking with Russian President Vladimir Putin.", "proposed"),
    ],
)
def test_status(text: str, status: str) -> None:
    found = engagements(text)
    assert [e.status for e in found] == [status], [(e.mode, e.status, e.quote) for e in found]


def test_the_call_goes_back_to_whose_it_is() -> None:
    text = (
        "Slovak Prime Minister Eduard Heger wants to speak with Hungarian Prime Minister Viktor Orban. "
        "The call is expected in the coming days."
    )
    later = [e for e in engagements(text) if e.found_by.startswith("engagements.recalled")]
    assert [(e.status, [p.country for p in e.participants]) for e in later] == [("expected", ["SVK", "HUN"])]


def test_who_comes_and_who_is_kept_out() -> None:
    text = "Russian Foreign Minister Sergei Lavrov left the G20 meeting in Bali early."
    gathering = one(text, "summit")
    assert gathering.event_name is not None
    assert gathering.participants[0].attendance == "left_early"
    kept_out = "There is no sign that Russia will be excluded from the G20 summit in November."
    assert one(kept_out, "summit").participants[0].attendance == "exclusion_not_expected"


def test_a_caption_shows_a_visit_and_no_meeting() -> None:
    found = engagements("Photo: Lavrov in Uganda with President Yoweri Museveni.")
    assert [(e.mode, e.evidence_kind) for e in found] == [("visit", "photo_caption")]


def test_an_official_title_names_what_its_text_leaves_out() -> None:
    found = engagements(
        "The two leaders discussed trade and the harvest.",
        title="Telephone conversation with President of Kazakhstan Kassym-Jomart Tokayev",
        official_of="RUS",
    )
    assert ("call", {"RUS", "KAZ"}) in [(e.mode, {p.country for p in e.participants}) for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "Migrants from Syria met volunteers from Greece.",
        "The prime minister of Norway met the finance minister of Norway.",
        "Real Madrid travelled to Japan.",
        "Reporters spoke to the minister in Warsaw.",
    ],
)
def test_no_diplomacy(text: str) -> None:
    assert not engagements(text)


def test_boilerplate_says_nothing() -> None:
    text = "Also read: French President Emmanuel Macron met Polish President Andrzej Duda.\n\nThe harvest was good."
    marked = replace(document(text), boilerplate=(Boilerplate(0, text.index("\n"), "teaser"),))
    assert not read(marked)


def test_a_gathering_of_leaders_needs_no_body() -> None:
    text = "The prime minister of Spain will attend a summit of Balkan leaders in Tirana on Monday."
    summit = one(text, "summit")
    assert (summit.event_name, summit.status) == ("summit of Balkan leaders", "planned")
    assert [(p.country, p.attendance) for p in summit.participants] == [("ESP", "attended")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("French President Emmanuel Macron met Russian President Vladimir Putin in 2019.", "2019-01-01"),
        ("President Barack Obama's landmark 2012 visit to Myanmar was a success.", "2012-01-01"),
        ("Lavrov, who had met Blinken in January, will see him again.", "2022-01-01"),
        ("Turkish Foreign Minister Mevlut Cavusoglu will visit Israel in the coming week.", "2022-08-01"),
        ("The foreign ministers of Turkey and Armenia are due to meet next month.", "2022-08-01"),
        ("Chinese Premier Li Keqiang received Indonesian President Joko Widodo in recent days.", "2022-07-23"),
    ],
)
def test_an_event_has_its_own_date(text: str, day: str) -> None:
    assert day in [e.date.start for e in engagements(text) if e.date], [
        (e.mode, e.status, e.date) for e in engagements(text)
    ]


def test_a_visit_announced_is_no_fact_when_it_is_named_again() -> None:
    text = (
        "National Security Advisor Jake Sullivan spoke with Foreign Minister Park Jin of South Korea about President "
        "Joe Biden’s upcoming visit to South Korea. They went through the details of President Joe Biden’s visit to "
        "South Korea."
    )
    assert [e.status for e in engagements(text) if e.mode == "visit"] == ["planned", "planned"]


def test_another_call_in_the_text_is_not_the_one_of_the_title() -> None:
    title = "Readout of President Biden’s Call with President Macron of France and Chancellor Scholz of Germany"
    text = "The President told the leaders of his call with President Putin of Russia. They discussed sanctions."
    calls = [e for e in engagements(text, title=title, official_of="USA") if e.mode == "call"]
    assert any({"FRA", "DEU"} <= {p.country for p in e.participants} for e in calls)


def test_a_day_after_names_alone_is_the_event_noun_s() -> None:
    people = "Vladimir Putin and Recep Tayyip Erdogan"
    text = f"They discussed agreements made during a meeting between {people} in Sochi, in July 2021."
    assert [e.date.start for e in engagements(text) if e.mode == "meeting" and e.date] == ["2021-07-01"]
