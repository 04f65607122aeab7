"""Every example that stands in the event lexicon: what must be found is found, what only looks like it is not."""

from collections.abc import Iterator

import pytest

from demarche.claims import claims
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.lexicon.events import EventType, Example, event_lexicon
from demarche.model import Document, Engagement, text_sha256

PUBLISHED = "2022-07-30"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(knowledge())


def document(text: str) -> Document:
    return Document(
        id="doc_example",
        source="example",
        text=text,
        text_sha256=text_sha256(text),
        raw_sha256="",
        published=PUBLISHED,
        published_basis="given",
        language="en",
    )


def engagements(reader: Reader, text: str) -> list[Engagement]:
    doc = document(text)
    return [c for c in claims(doc, reader.read(doc), knowledge()) if isinstance(c, Engagement)]


def positive() -> Iterator[object]:
    for kind in event_lexicon().types:
        for n, example in enumerate(kind.positive):
            yield pytest.param(kind, example, id=f"{kind.id}-{n}")


def negative() -> Iterator[object]:
    for kind in event_lexicon().types:
        for n, text in enumerate(kind.negative):
            yield pytest.param(kind, text, id=f"{kind.id}-{n}")


@pytest.mark.parametrize(("kind", "example"), list(positive()))
def test_found(reader: Reader, kind: EventType, example: Example) -> None:
    found = engagements(reader, example.text)
    fits = [
        e
        for e in found
        if e.mode == (example.mode or kind.mode)
        and {p.country for p in e.participants} >= set(example.countries)
        and e.status == example.status
        and (example.date is None or (e.date and e.date.start == example.date))
    ]
    assert fits, [(e.mode, e.status, [p.country for p in e.participants], e.date) for e in found]


@pytest.mark.parametrize(("kind", "text"), list(negative()))
def test_not_found(reader: Reader, kind: EventType, text: str) -> None:
    assert not [e for e in engagements(reader, text) if e.mode == kind.mode]
