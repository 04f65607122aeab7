"""Where an engagement took place, on the map."""

import pytest

from demarche.claims.extractors import claims
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Document, Engagement, Place, document_id, sha256, text_sha256
from tests.claims.reading import engagements

# ruff: noqa: E501

ROWS = [
    ("The foreign ministers of France and Iran met at the Palais des Nations in Geneva on Friday.",
     ("Palais des Nations", "CHE", "site", 46.2)),
    ("Russian and Ukrainian negotiators met in Istanbul's Dolmabahçe Palace on Tuesday.",
     ("Dolmabahçe Palace", "TUR", "site", 41.0)),
    ("The German chancellor visited Moscow on Monday.", ("Moscow", "RUS", "city", 55.8)),
    ("Polish and Lithuanian ministers met in Suwalki.", ("Suwalki", "POL", "city", 54.1)),
    ("Secretary Blinken met Chinese Foreign Minister Wang Yi in Bali on Saturday.", ("Bali", "IDN", "region", -8.5)),
]  # fmt: skip


AROUND = [
    ("Joe Biden greeted Crown Prince Mohammed bin Salman outside the palace in Jeddah on Friday, then sat with him for an hour.", "SAU"),
    ("The presidents of Uganda and Congo met at Ngurdoto, near the Tanzanian town of Arusha, on Saturday.", "TZA"),
    ("In New York, Wang Yi declined to meet Yoshimasa Hayashi.", "USA"),
    ("In New York, Wang Yi agreed to meet Yoshimasa Hayashi.", None),
    ("Ukrainian and Russian negotiators held talks near the Belarusian border.", "BLR"),
    ("GENEVA - Antony Blinken met Sergei Lavrov here on Friday.", "CHE"),
    ("Antony Blinken shook hands with Sergei Lavrov during a meeting at the Villa Rosa in Rome.", "ITA"),
    ("Antony Blinken held talks with Moscow.", None),
    ("Antony Blinken met Sergei Lavrov at the request of Paris.", None),
    ("Emmanuel Macron announced a loan in Kigali, hours after Paul Kagame had received him with honours.", "RWA"),
    ("Xi Jinping received Olaf Scholz on Friday.", "CHN"),
    ("Xi Jinping will receive Olaf Scholz on Monday.", None),
    ("In talks with Sergei Lavrov on the sidelines of a forum in Bali, Antony Blinken handed over a list.", "IDN"),
    ("In talks with Sergei Lavrov, Antony Blinken praised the people of Bali.", None),
    ("The deal was struck at a forum in Beijing, when Uhuru Kenyatta met Xi Jinping.", "CHN"),
]  # fmt: skip
"""Places around an event, each with the country, and what is none."""

ONLY = [
    ("After two days of talks in a Geneva hotel, Antony Blinken and Sergei Lavrov shook hands.", "CHE"),
    ("Israel and Egypt agreed in Doha to a truce after hours of talks led by Antony Blinken.", "QAT"),
    ("The truce was announced in Sydney after Penny Wong held talks with Wang Yi.", "AUS"),
    ("The truce was announced in Sydney by a spokesman after Penny Wong said that she would meet Wang Yi.", None),
    ("Xi Jinping and Lawrence Wong settled the matter over lunch in Singapore.", "SGP"),
    ("The news came while Mike Pence was in Taipei to see President Tsai Ing-wen.", "TWN"),
    ("Two days of talks between Russia and Turkey in the Kazakh capital ended on Friday.", "KAZ"),
    ("Antony Blinken met Sergei Lavrov, a spokesman for the ministry in Moscow said.", None),
    ("Antony Blinken and Sergei Lavrov discussed a visit to Cairo.", None),
    ("Antony Blinken met Sergei Lavrov, who had lived in Cairo.", None),
    ("The ministers prepared the president's visit to Cairo, during which Joe Biden is to meet Abdel Fattah al-Sisi.",
     "EGY"),
    ("Joe Biden was on his way to Japan when he met Crown Prince Mohammed bin Salman.", None),
    ("Joe Biden met Nicolas Maduro at Argyle, Saint Vincent and the Grenadines, on Thursday.", "VCT"),
    ("Joe Biden has been to Kyiv, Warsaw and Vilnius, where Gitanas Nauseda received him.", "LTU"),
    ("Joe Biden was received by Prime Minister Fumio Kishida at the Akasaka State Guest House.", "JPN"),
    ("Joe Biden will welcome Fumio Kishida to Washington on Friday.", "USA"),
    ("At Paris Orly Airport Vladimir Putin was met by Jacques Chirac.", "FRA"),
    ("At Baku's old airport Vladimir Putin was met by Heydar Aliyev.", "AZE"),
    ("Antony Blinken joined Sergei Lavrov for talks on the situation in Aleppo.", None),
    ("Javad Zarif flew into Biarritz on Sunday and held talks with Jean-Yves Le Drian.", "FRA"),
    ("Antony Blinken telephoned Sergei Lavrov about the situation in Oslo.", None),
]  # fmt: skip
"""The one town that a sentence tells of where they can have been."""

BEFORE = [
    ("Joe Biden landed in Jeddah on Friday. Crown Prince Mohammed bin Salman gave him dinner.", "SAU"),
    ("Joe Biden landed in Jeddah on Friday. Emmanuel Macron met Olaf Scholz.", None),
    ("Saudi Arabia and Qatar made peace in Vienna. Crown Prince Mohammed bin Salman embraced the emir of Qatar.", "AUT"),
    ("Saudi Arabia and Qatar made peace in Vienna. Crown Prince Mohammed bin Salman will meet the emir of Qatar.", None),
    ("BERN - Switzerland had its way. Ignazio Cassis met Hossein Amir-Abdollahian at the hotel.", "CHE"),
    ("BERN - Switzerland had its way. Rain fell. Ignazio Cassis met Hossein Amir-Abdollahian at the hotel.", "CHE"),
    ("BERN - Switzerland had its way. Rain fell. In May Ignazio Cassis met Hossein Amir-Abdollahian at the hotel.", None),
    ("BERN - The rain fell. Antony Blinken met Hossein Amir-Abdollahian at the hotel.", None),
    ("Toronto was cold. Antony Blinken and Sergei Lavrov met here on Friday.", "CAN"),
    ("Emmanuel Macron flew to Tbilisi on Tuesday. He had supper with his ambassador. The Georgian prime minister, "
     "Irakli Garibashvili, talked to Macron for an hour.", "GEO"),
    ("Emmanuel Macron flew to Tbilisi on Tuesday. In May the Georgian prime minister, Irakli Garibashvili, "
     "had talked to Macron for an hour.", None),
    ("Emmanuel Macron flew to Tbilisi on Tuesday. Olaf Scholz talked to Fumio Kishida for an hour.", None),
    ("Luis Derbez, the foreign minister of Mexico, left Havana on Monday. He had talked to his Cuban colleague, "
     "Felipe Perez Roque, for two days.", "CUB"),
    ("Saudi Arabia is calm; its officials in Riyadh are silent. Olaf Scholz met Crown Prince Mohammed bin Salman.",
     None),
    ("France and Iran have a deal, and they made it in Oslo. Emmanuel Macron had been shut away there with "
     "Ebrahim Raisi.", "NOR"),
    ("Antony Blinken held talks with the prime minister of India, Narendra Modi, who is on a visit to Washington.",
     "USA"),
    ("Russia and Ukraine will meet in Istanbul on August 25. Their negotiators, David Arakhamia of Ukraine and "
     "Vladimir Medinsky of Russia, talked for an hour.", None),
]  # fmt: skip
"""Places of the sentence before."""


VISITS = [
    ("Sergei Lavrov said that he would invite Ivica Dacic to come to Russia.", "RUS"),
    ("Ivica Dacic visited Ankara in May. Mevlut Cavusoglu is to return the visit.", "SRB"),
]


@pytest.mark.parametrize(("text", "country"), VISITS)
def test_a_visit_is_where_its_host_is(text: str, country: str) -> None:
    *_, last = (e for e in engagements(text) if e.mode == "visit")
    assert last.place is not None
    assert last.place.country == country


@pytest.mark.parametrize(("text", "country"), AROUND + ONLY + BEFORE)
def test_places_told_around_an_engagement(text: str, country: str | None) -> None:
    *_, last = (e for e in engagements(text) if e.mode != "visit")
    assert (last.place.country if last.place else None) == country


def place(text: str) -> Place | None:
    """The place of the one engagement of a text."""
    document = Document(
        id=document_id("t", text), source="t", text=text, text_sha256=text_sha256(text), raw_sha256=sha256(b""),
        published="2022-07-29", published_basis="given", language="en",
    )  # fmt: skip
    known = knowledge()
    (found,) = (c for c in claims(document, Reader(known).read(document), known) if isinstance(c, Engagement))
    return found.place


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_places(text: str, wanted: tuple[str, str, str, float]) -> None:
    found = place(text)
    assert found is not None
    assert (found.name, found.country, found.precision) == wanted[:3]
    assert found.lat == pytest.approx(wanted[3], abs=0.1)
    assert found.words is not None
    assert text[found.words.start : found.words.end] == found.words.quote


def test_a_virtual_meeting_has_no_place() -> None:
    assert place("The Russian and American presidents held a virtual meeting on Tuesday.") is None
