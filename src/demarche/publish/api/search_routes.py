"""`/search`: texts, statements and records by their words."""

from collections.abc import Iterator
from typing import Annotated, Literal

from litestar import get
from litestar.params import Parameter

from demarche.model import Record, Statement
from demarche.publish.api.duties import House
from demarche.publish.api.lines import line
from demarche.publish.api.questions import Limit
from demarche.publish.api.shapes import Found
from demarche.publish.names import file, person, together
from demarche.store.folding import folded, phrases
from demarche.store.search import Hit

AROUND = 90
Words = Annotated[str, Parameter(min_length=1, max_length=400, description="Words, or phrases in quotation marks.")]
Offset = Annotated[int, Parameter(ge=0, le=100_000)]
Kind = Annotated[Literal["document", "statement", "record"] | None, Parameter(description="Only this kind.")]


@get("/search", sync_to_thread=True)
def search(
    house: House,
    q: Words,
    kind: Kind = None,
    limit: Limit = 30,
    offset: Offset = 0,
) -> list[Found]:
    """What holds all of the words, the best first."""
    return list(_found(house, house.store.search.find(q, kind, limit, offset), q))


def _found(house: House, hits: list[Hit], asked: str) -> Iterator[Found]:
    store = house.store
    for hit in hits:
        if hit.kind == "record" and (record := store.records.get(hit.id)):
            yield Found(kind="record", id=record.id, title=line(record).title, words=_telling(record))
        elif hit.kind == "statement" and isinstance(claim := store.claims.get(hit.id), Statement):
            who = together([person(p) for p in claim.speakers]) or "somebody"
            yield Found(kind="statement", id=claim.id, title=who, words=claim.content.quote, document=claim.document,
                        start=claim.content.start, end=claim.content.end)  # fmt: skip
        elif hit.kind == "document" and (document := store.documents.get(hit.id)):
            at = _first(document.text, asked)
            words = " ".join(document.text[max(0, at - AROUND) : at + AROUND].split())
            title = document.title or file(document.source)
            yield Found(kind="document", id=document.id, title=title, words=words, document=document.id)


def _telling(record: Record) -> str:
    """The longest of its words: the first are often a pronoun."""
    return max((e.quote for e in record.evidence), key=len, default="")


def _first(text: str, asked: str) -> int:
    """Where the first of the words stands, near enough: folding may move offsets by a few characters."""
    plain = folded(text)
    found = [at for words in phrases(asked) if (at := plain.find(words[0])) >= 0]
    return min(min(found, default=0), len(text))
