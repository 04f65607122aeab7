"""Both forms of the digest: nothing hostile gets through, nothing is fetched, every note can be followed both ways."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import msgspec
import pytest

from demarche.model import Reject
from demarche.publish import Material, edition
from demarche.publish.digest import html, markdown
from demarche.publish.digest.links import followable
from demarche.publish.digest.markdown import lit, plain
from demarche.publish.editions.nouns import Piece
from tests.sample import material

HOSTILE = (
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "[click](javascript:alert(1))",
    "![x](http://e.vil/x.png)",
    "</style><svg onload=alert(1)>", "{{ 7*7 }}", "| a | b |", "# Heading", "**bold** _it_",
    "a\nb\r\nc", "\u202egnp.exe",
)  # fmt: skip
TEXT = " ".join(HOSTILE)


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [v for _, attrs in self.tags if (v := attrs.get(name)) is not None]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html(edition(material())))


@pytest.fixture(scope="module")
def poisoned() -> Material:
    """The sample with hostile words wherever words come from outside."""
    m = material()
    documents = {
        id: msgspec.structs.replace(d, title=TEXT, publisher=TEXT, source=TEXT, url=f"javascript:alert(1)//{TEXT}")
        for id, d in m.documents.items()
    }
    records = tuple(
        msgspec.structs.replace(
            r,
            topics=(TEXT,),
            participants=tuple(msgspec.structs.replace(p, name=TEXT, role=TEXT) for p in r.participants),
            event_name=TEXT if r.event_name else None,
        )
        for r in m.records
    )
    differences = tuple(msgspec.structs.replace(d, label=TEXT, field=TEXT) for d in m.differences)
    return msgspec.structs.replace(
        m, documents=documents, records=records, differences=differences, rejects=(Reject(TEXT, TEXT, TEXT),)
    )


def test_only_sources_are_linked_and_nothing_is_loaded(page: Page) -> None:
    assert not page.values("src")
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base"}
    for href in page.values("href"):
        assert href.startswith(("#", "https://", "http://"))
    style = html(edition(material())).split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_every_anchor_leads_somewhere_and_every_id_is_one(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in page.values("href") if h.startswith("#")} <= set(ids)
    for tag, attrs in page.tags:
        if tag == "li" and re.fullmatch(r"n\d+", attrs.get("id") or ""):
            assert f"#{attrs['id']}" in page.values("href")


def test_the_policy_names_the_style_that_is_there() -> None:
    import base64
    import hashlib

    text = html(edition(material()))
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in text
    assert "default-src &#39;none&#39;" in text


def test_hostile_words_are_inert_in_html(poisoned: Material) -> None:
    clean, foul = Page(html(edition(material()))), Page(html(edition(poisoned)))
    assert {t for t, _ in foul.tags} <= {t for t, _ in clean.tags}
    assert not [a for _, attrs in foul.tags for a in attrs if a.startswith("on")]
    assert not [h for h in foul.values("href") if not h.startswith("#")]


def test_hostile_words_are_inert_in_markdown(poisoned: Material) -> None:
    text = markdown(edition(poisoned))
    bare = re.sub(r"\\.", "", text)
    assert "<script" not in bare
    assert "<img" not in bare
    assert "](javascript" not in bare
    assert "![" not in bare
    assert "**bold**" not in bare
    rows = [line for line in bare.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} <= {5, 9}


def test_markdown_notes_answer_each_other() -> None:
    text = markdown(edition(material()))
    defined = set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert defined == cited
    assert len(defined) == len(edition(material()).notes)


LINKS = {
    "https://a.example/x?y=1&z=(2)": "https://a.example/x?y=1&z=%282%29",
    'http://a.example/"onmouseover="x': "http://a.example/%22onmouseover=%22x",
    "javascript:alert(1)": None,
    "JaVaScRiPt:alert(1)": None,
    "data:text/html,x": None,
    "//a.example/x": None,
    "ftp://a.example": None,
    "file:///etc/passwd": None,
    "https://": None,
    "http://[": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize(("url", "expected"), LINKS.items())
def test_links(url: str | None, expected: str | None) -> None:
    assert followable(url) == expected
    assert expected is None or urlsplit(expected).hostname == "a.example"


PLAIN = {
    "a *b* _c_": r"a \*b\* \_c\_",
    "1. first": r"1\. first",
    "- x": r"\- x",
    "<b>": r"\<b\>",
    "two\n\nlines": "two lines",
    "R&D": r"R\&D",
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.items())
def test_plain_words_stay_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_lit_words_are_bold_without_their_blanks() -> None:
    assert lit([Piece("he "), Piece("said ", lit=True), Piece("so")]) == "he **said** so"
    assert lit([Piece("all", lit=True)]) == "**all**"
    assert lit([Piece("a", lit=True, field="x"), Piece(" b", lit=True)]) == "**a b**"


def test_an_empty_store_gives_an_empty_digest_that_says_so() -> None:
    empty = edition(Material())
    assert "No record falls into this period" in html(empty)
    assert "No record falls into this period" in markdown(empty)
