"""A surname alone, where an office-holder of another state bears it too."""

import pytest

from demarche.model import Document, text_sha256
from tests.claims.reading import reader

SETTLED = "Mr Najib Razak and Mr Lee Hsien Loong settled the matter in Singapore on Monday. "
TEXTS = [
    (SETTLED + "Mr Lee is to travel on.", "SGP"),
    (SETTLED + "South Korea's President Lee is to travel on.", "KOR"),
    (SETTLED + "President Lee Myung-bak spoke. President Lee is to travel on.", "KOR"),
    ("The matter was settled in Seoul. Mr Lee is to travel on.", "KOR"),
]


@pytest.mark.parametrize(("text", "country"), TEXTS)
def test_whoever_was_named_before_is_meant(text: str, country: str) -> None:
    doc = Document(
        id="doc_lee", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2010-05-25", published_basis="given", language="en",
    )  # fmt: skip
    last = [m for m in reader().read(doc).mentions if text[m.start : m.end].endswith("Lee")][-1]
    assert last.country == country


UNKNOWN = [
    ("Derek Mitchell, once ambassador in Rangoon, was there. Mitchell left on Friday.", "Mitchell", "Derek Mitchell"),
    ("Egypt's Foreign Minister Sameh Shoukry was there. Minister Shokry left on Friday.", "Shokry", "Sameh Shoukry"),
]


@pytest.mark.parametrize(("text", "surname", "name"), UNKNOWN)
def test_a_surname_is_whoever_the_text_names_in_full(text: str, surname: str, name: str) -> None:
    """Grenada's prime minister is a Mitchell, a Malaysian minister a Shukri."""
    doc = Document(
        id="doc_full", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2021-07-20", published_basis="given", language="en",
    )  # fmt: skip
    last = [m for m in reader().read(doc).mentions if text[m.start : m.end].endswith(surname)][-1]
    assert last.name == name


def test_of_two_in_one_phrase_each_is_the_one_named_before() -> None:
    text = "Joe Biden rang up Kenya's President Uhuru Kenyatta. Presidents Biden and Kenyatta spoke of the drought."
    doc = Document(
        id="doc_two", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2021-02-25", published_basis="given", language="en",
    )  # fmt: skip
    assert [m.country for m in reader().read(doc).mentions if m.kind == "person"][-2:] == ["USA", "KEN"]


def test_a_name_that_is_only_like_that_of_somebody_long_gone_is_not_theirs() -> None:
    text = "Lee Sung-Un was jobless."  # Lee Soo-sung was prime minister of South Korea in 1996
    doc = Document(
        id="doc_name", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2022-07-20", published_basis="given", language="en",
    )  # fmt: skip
    assert [m.country for m in reader().read(doc).mentions] == [None]
