"""Who stands behind a name or an address."""

import pytest

from demarche.sources.publishers import publisher, publishers

CASES = [
    ("The White House", None, "official", "USA"),
    ("Kremlin (en.kremlin.ru)", None, "official", "RUS"),
    (None, "http://en.kremlin.ru/events/president/news/1", "official", "RUS"),
    (None, "https://www.gov.uk/government/news/x", "official", "GBR"),
    (None, "https://news.un.org/en/story", "official", "org:un"),
    ("consilium", "https://www.consilium.europa.eu/en/press", "official", "org:eu"),
    ("Elysée", None, "official", "FRA"),
    ("AP News", None, "wire", None),
    ("TASS", None, "state_media", None),
    ("Xinhua News Agency", None, "state_media", None),
    ("Reuters", "https://www.example.org/story", "wire", None),
    ("Wikinews", "https://en.wikinews.org/wiki/X", "press", None),
    (None, "https://web.archive.org/web/20220729000000/https://www.state.gov/x", "official", "USA"),
]


@pytest.mark.parametrize(("name", "url", "source_class", "official_of"), CASES)
def test_known_publishers(name: str | None, url: str | None, source_class: str, official_of: str | None) -> None:
    found = publisher(name, url)
    assert found is not None
    assert (found.source_class, found.official_of) == (source_class, official_of)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("The Gazette", "https://gazette.example"),
        (None, None),
        ("", "http://["),
        ("Kremlin", "https://blog.example/x"),
        (None, "https://notkremlin.ru/"),
    ],
)
def test_unknown_ones_and_those_who_only_claim_to_be_official(name: str | None, url: str | None) -> None:
    assert publisher(name, url) is None


def test_the_table_is_sorted_and_each_row_says_what_it_must() -> None:
    rows = publishers()
    assert [r.domain for r in rows] == sorted({r.domain for r in rows})
    assert all((r.source_class == "official") == (r.official_of is not None) for r in rows)
    assert len(rows) > 150
