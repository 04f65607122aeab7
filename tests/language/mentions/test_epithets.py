"""States told by what they are."""

import pytest

from demarche.lexicon import knowledge
from demarche.lexicon.languages import table
from demarche.model import Document, text_sha256
from tests.claims.reading import reader

TEXTS = [
    ("China is a neighbour of Kazakhstan. The minister flew to the Central Asian country on Monday.", "KAZ", "state"),
    ("Relations between Iran and Pakistan soured. He called on the South Asian nation to act.", "PAK", "state"),
    ("Riyadh said on Monday that Sergei Lavrov would travel to the kingdom next week.", "SAU", "state"),
    ("Washington speaks often of Taiwan. Ms Pelosi flew to the self-governed island one day.", "TWN", "state"),
    ("Antony Blinken left Israel for Qatar. He stayed a day in the tiny Gulf emirate.", "QAT", "state"),
    ("Xi Jinping went to Serbia and to Egypt. His trip to the Balkan country was short.", "SRB", "state"),
    ("Wang Yi met Vietnam's leaders in Hanoi. The minister will leave the country on Friday.", "VNM", "place"),
    ("Emmanuel Macron said that the country was ready.", None, None),
    ("Sweden and Chile signed a treaty. The Gulf state was not asked.", None, None),
    ("Jordan is a kingdom. The kingdom of heaven is another matter.", None, None),
    ("Japan bought gas. The state media of the region did not say so.", None, None),
]


@pytest.mark.parametrize(("text", "country", "kind"), TEXTS)
def test_a_state_named_before_is_told_by_what_it_is(text: str, country: str | None, kind: str | None) -> None:
    doc = Document(
        id="doc_epithet", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2022-07-22", published_basis="given", language="en",
    )  # fmt: skip
    found = [m for m in reader().read(doc).mentions if m.reason and m.reason.startswith("a state named before")]
    assert [(m.country, m.kind) for m in found] == ([(country, kind)] if country else [])


def test_only_states_are_said_to_lie_anywhere() -> None:
    codes = {c for row in table("en", "described") for c in row["states"].split()}
    assert codes <= {s.alpha3 for s in knowledge().states.values()}


def test_every_member_of_a_region_named_twice_is_in_the_larger_one() -> None:
    lies = {r["words"]: frozenset(r["states"].split()) for r in table("en", "described") if r["place"] == "region"}
    for part, whole in (
        ("west african", "african"),
        ("balkan", "european"),
        ("gulf", "arab"),
        ("andean", "latin american"),
    ):
        assert lies[part] <= lies[whole], part


CROWNED = [
    ("King Philippe received Emmanuel Macron.", "2022-10-08", "BEL"),
    ("King Charles received Emmanuel Macron.", "2022-10-08", "GBR"),
    ("King Charles received Emmanuel Macron.", "2021-10-08", None),
    ("The King Kong met Emmanuel Macron.", "2022-10-08", None),
]


@pytest.mark.parametrize(("text", "day", "country"), CROWNED)
def test_a_crowned_head_goes_by_the_first_name(text: str, day: str, country: str | None) -> None:
    doc = Document(
        id="doc_crowned", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published=day, published_basis="given", language="en",
    )  # fmt: skip
    first = next(m for m in reader().read(doc).mentions if m.kind == "person")
    assert first.country == country
