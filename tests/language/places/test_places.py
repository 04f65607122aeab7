"""Names of places, put where they lie: the network reads the sentences, the gazetteer and the company do the rest."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.parse import parse
from demarche.language.places import find
from demarche.language.places.matches import matches
from demarche.lexicon.gazetteer import gazetteer
from demarche.model import Boilerplate, Document, Toponym, document_id, sha256, text_sha256

ROWS: list[tuple[str, str, str | None, str]] = [
    # text, the name asked for, its country, precision
    ("The foreign ministers met in Geneva on Friday.", "Geneva", "CHE", "city"),
    ("The foreign ministers met at the Palais des Nations in Geneva.", "Palais des Nations", "CHE", "site"),
    ("The two presidents spent the weekend at Camp David.", "Camp David", "USA", "site"),
    ("The delegations sat down in Istanbul's Dolmabahçe Palace.", "Dolmabahçe Palace", "TUR", "site"),
    ("The talks were held in Doha, the capital of Qatar.", "Doha", "QAT", "city"),
    ("The president travelled to Uzbekistan.", "Uzbekistan", "UZB", "country"),
    ("Shelling was reported in the Donetsk region and in Kherson.", "Donetsk region", "UKR", "region"),
    ("Ships waited in the Strait of Hormuz for a week.", "Strait of Hormuz", None, "region"),
    ("The fair in Paris, Texas, was opened by the mayor.", "Paris", "USA", "city"),
    ("The negotiators met in Paris. France welcomed the accord.", "Paris", "FRA", "city"),
    ("Police in London, Ontario, said two people were hurt.", "London", "CAN", "city"),
    ("The prime minister spoke in London. Britain will send aid.", "London", "GBR", "city"),
    ("A flood hit Lebanon, Tenn., on Monday.", "Lebanon", "USA", "city"),
    ("The parliament of Georgia met in Tbilisi. Armenia and Azerbaijan sent envoys.", "Georgia", "GEO", "country"),
    ("Voters in Georgia, Alabama and Florida went to the polls. Atlanta saw long lines.", "Georgia", "USA", "region"),
    ("GENEVA (AP) — The envoys met again on Sunday.", "GENEVA", "CHE", "city"),
    ("The U.S. embassy in Kyiv reopened.", "U.S.", "USA", "country"),
    ("The convoy reached the town of Edmonton, Ky., at noon.", "Edmonton", "USA", "city"),
    ("The summit was held on the shores of the Black Sea.", "Black Sea", None, "region"),
]  # fmt: skip

NOWHERE: list[str] = [
    "Paris Hilton gave a concert.",
    "The Washington Post reported the call.",
    "The two ministers held a virtual meeting by video link.",
    "The minister carved the turkey and the chad was counted.",
    "On Monday the police chief may march with us.",
    "The White House said the president was pleased.",
]


def document(text: str, url: str | None = None, **known: tuple[Boilerplate, ...]) -> Document:
    """A text and where it was published."""
    return Document(
        id=document_id("t", text), source="t", text=text, text_sha256=text_sha256(text), raw_sha256=sha256(b""),
        url=url, language="en", **known,
    )  # fmt: skip


@cache
def places(text: str, url: str | None = None) -> tuple[Toponym, ...]:
    """The places of a text as read by the network."""
    read = document(text, url)
    (parsed,) = parse([read])
    return find(read, parsed.sentences)


@pytest.mark.parametrize(("text", "name", "country", "precision"), ROWS)
def test_places(text: str, name: str, country: str | None, precision: str) -> None:
    found = [p for p in places(text) if text[p.start : p.end] == name]
    assert [(p.country, p.precision) for p in found] == [(country, precision)], places(text)


@pytest.mark.parametrize("text", NOWHERE)
def test_words_that_name_no_place(text: str) -> None:
    assert [text[p.start : p.end] for p in places(text)] == []


def test_towns_and_sites_have_coordinates() -> None:
    (camp,) = places("The two presidents spent the weekend at Camp David.")
    assert camp.lat == pytest.approx(39.6, abs=0.1)
    assert camp.lon == pytest.approx(-77.5, abs=0.1)


def test_a_country_has_none() -> None:
    (found,) = places("The president travelled to Uzbekistan.")
    assert (found.place, found.lat, found.lon) == ("iso:UZ", None, None)


def test_one_name_is_one_place_throughout_a_text() -> None:
    found = places("The mayor of Paris, Texas, resigned. Shops in Paris were closed.")
    assert {p.country for p in found if p.name == "Paris"} == {"USA"}


def test_the_publishers_country_decides_where_nothing_else_does() -> None:
    text = "Police in Richmond said a man was hurt."
    british = places(text, "https://www.example.co.uk/news/1")
    assert [p.country for p in british] == ["GBR"]


def test_a_name_of_a_person_of_the_text_is_no_place() -> None:
    text = "Georgia Smith won the race. Georgia was delighted, her coach said."
    assert places(text) == ()


def test_without_a_parse_only_states_and_sites_are_found() -> None:
    text = "The ministers of Russia and Ukraine met in Hinton at the Palais des Nations."
    names = [text[p.start : p.end] for p in find(document(text), ())]
    assert names == ["Russia", "Ukraine", "Palais des Nations"]


def test_boilerplate_holds_no_place() -> None:
    text = "The ministers met in Geneva. Subscribe in France."
    read = document(text, boilerplate=(Boilerplate(29, len(text), "footer"),))
    (parsed,) = parse([read])
    assert [p.name for p in find(read, parsed.sentences)] == ["Geneva"]


def test_every_row_of_the_towns_can_be_read() -> None:
    known = gazetteer()
    assert all(known._town(n).country.isupper() for n in range(0, len(known._lines), 97))
    assert all(-90 <= s.lat <= 90 and -180 <= s.lon <= 180 for s in map(known._town, range(0, len(known._lines), 97)))


@given(st.text(alphabet="LondPariKyiv USZx,.()—\n’éB ", max_size=80))
def test_matches_stand_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for m in matches(text, gazetteer()):
        assert last <= m.start < m.end <= len(text)
        assert text[m.start].isupper()
        assert m.spots
        last = m.end
