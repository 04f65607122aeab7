"""Where an engagement took place, on the map."""

import pytest

from demarche.claims.extractors import claims
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Document, Engagement, Place, document_id, sha256, text_sha256

ROWS = [
    ("The foreign ministers of France and Iran met at the Palais des Nations in Geneva on Friday.",
     ("Palais des Nations", "CHE", "site", 46.2)),
    ("Russian and Ukrainian negotiators met in Istanbul's Dolmabahçe Palace on Tuesday.",
     ("Dolmabahçe Palace", "TUR", "site", 41.0)),
    ("The German chancellor visited Moscow on Monday.", ("Moscow", "RUS", "city", 55.8)),
    ("Polish and Lithuanian ministers met in Suwalki.", ("Suwalki", "POL", "city", 54.1)),
    ("Secretary Blinken met Chinese Foreign Minister Wang Yi in Bali on Saturday.", ("Bali", "IDN", "region", -8.5)),
]  # fmt: skip


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
