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

BEFORE = [
    ("Joe Biden landed in Jeddah on Friday. Crown Prince Mohammed bin Salman gave him dinner.", "SAU"),
    ("Joe Biden landed in Jeddah on Friday. Emmanuel Macron met Olaf Scholz.", None),
    ("Saudi Arabia and Qatar made peace in Vienna. Crown Prince Mohammed bin Salman embraced the emir of Qatar.", "AUT"),
    ("Saudi Arabia and Qatar made peace in Vienna. Crown Prince Mohammed bin Salman will meet the emir of Qatar.", None),
    ("BERN - Switzerland had its way. Ignazio Cassis met Hossein Amir-Abdollahian at the hotel.", "CHE"),
    ("BERN - Switzerland had its way. Rain fell. Ignazio Cassis met Hossein Amir-Abdollahian at the hotel.", None),
    ("BERN - The rain fell. Antony Blinken met Hossein Amir-Abdollahian at the hotel.", None),
]  # fmt: skip
"""Places of the sentence before."""


@pytest.mark.parametrize(("text", "country"), AROUND + BEFORE)
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
