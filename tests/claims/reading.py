"""What the tests of claims share: one reader, and documents made of a few words."""

from functools import cache

from demarche.claims import claims
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Claim, Document, Engagement, Statement, text_sha256

PUBLISHED = "2022-07-30"
"""A Saturday."""


@cache
def reader() -> Reader:
    return Reader(knowledge())


def document(text: str, *, title: str | None = None, official_of: str | None = None) -> Document:
    return Document(
        id="doc_example",
        source="example",
        text=text,
        text_sha256=text_sha256(text),
        raw_sha256="",
        title=title,
        published=PUBLISHED,
        published_basis="given",
        source_class="official" if official_of else "press",
        official_of=official_of,
        language="en",
    )


def read(doc: Document) -> list[Claim]:
    return list(claims(doc, reader().read(doc), knowledge()))


def engagements(text: str, *, title: str | None = None, official_of: str | None = None) -> list[Engagement]:
    return [c for c in read(document(text, title=title, official_of=official_of)) if isinstance(c, Engagement)]


def statements(text: str) -> list[Statement]:
    return [c for c in read(document(text)) if isinstance(c, Statement)]
