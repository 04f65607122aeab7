"""Russian official notices -> engagements with the same fields as English ones, each with its exact words."""

import importlib.util

import pytest

from demarche.claims import claims
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Claim, Document, Engagement, Statement, text_sha256
from tests.claims.russian_rows import ROWS, SAID, Row

pytestmark = pytest.mark.skipif(importlib.util.find_spec("natasha") is None, reason="needs the extra demarche[ru]")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(knowledge())


def claimed(reader: Reader, text: str, published: str) -> list[Claim]:
    digest = text_sha256(text)
    document = Document(
        id="doc_ru", source="ru", text=text, text_sha256=digest, raw_sha256="", published=published,
        published_basis="given", language="ru",
    )  # fmt: skip
    return list(claims(document, reader.read(document), knowledge()))


def engagements(reader: Reader, text: str, published: str) -> list[Engagement]:
    return [c for c in claimed(reader, text, published) if isinstance(c, Engagement)]


def sides(engagement: Engagement) -> set[str | None]:
    return {p.country or p.organisation for p in engagement.participants}


@pytest.mark.parametrize("row", [r for r in ROWS if r.mode], ids=lambda r: r.text[:60])
def test_found(reader: Reader, row: Row) -> None:
    found = engagements(reader, row.text, row.published)
    told = [(e.mode, e.status, sides(e), e.date and e.date.start, e.place and e.place.country) for e in found]
    fits = [e for e in found if e.mode == row.mode and sides(e) == row.sides]
    assert len(fits) == 1, told
    (e,) = fits
    assert e.status == row.status
    assert (e.date.start if e.date else None) == row.day
    assert row.place is None or (e.place is not None and e.place.country == row.place), told
    assert row.names <= {p.name for p in e.participants}
    assert row.level is None or e.level == row.level
    assert (e.attributed_to.name if e.attributed_to else None) == row.source
    assert row.text[e.start : e.end] == e.quote


@pytest.mark.parametrize("row", [r for r in ROWS if not r.mode], ids=lambda r: r.text[:60])
def test_not_found(reader: Reader, row: Row) -> None:
    assert engagements(reader, row.text, row.published) == []


@pytest.mark.parametrize("row", [r for r in ROWS if r.mode], ids=lambda r: r.text[:60])
def test_no_other(reader: Reader, row: Row) -> None:
    """Nothing is said to have happened between sides that the text does not bring together."""
    for e in engagements(reader, row.text, row.published):
        assert e.mode == row.mode or sides(e) <= row.sides


@pytest.mark.parametrize(("text", "kind", "speaker", "content"), SAID, ids=range(len(SAID)))
def test_said(reader: Reader, text: str, kind: str, speaker: str | None, content: str) -> None:
    found = [c for c in claimed(reader, text, "2022-08-01") if isinstance(c, Statement)]
    told = [(s.kind, s.speakers[0].name, s.content.quote) for s in found]
    assert (kind, speaker, content) in told
    assert all(text[s.start : s.end] == s.quote and s.cue and s.source for s in found)
