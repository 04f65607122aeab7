"""The halves of a land by their direction."""

import pytest

from demarche.model import Document, text_sha256
from tests.claims.reading import reader

TEXTS = [
    ("North Korea fired a missile on Friday, and Japan protested. Talks with the North have stopped.", "PRK"),
    ("Pyongyang's envoy left early. He has never been to the South.", "KOR"),
    ("Fighting went on in Mali on Friday. The South is calm.", None),
    ("North Korea is cold. The South Pole is colder.", None),
]


@pytest.mark.parametrize(("text", "country"), TEXTS)
def test_the_north_is_a_state_where_korea_is_spoken_of(text: str, country: str | None) -> None:
    doc = Document(
        id="doc_half", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2018-04-27", published_basis="given", language="en",
    )  # fmt: skip
    halves = [m for m in reader().read(doc).mentions if text[m.start : m.end].lower() in ("the north", "the south")]
    assert [m.country for m in halves if m.country] == ([country] if country else [])
