"""One text as it was received: words that never change again, and where they came from."""

import msgspec

from demarche.model.errors import BadValue
from demarche.model.ids import content_id, text_sha256
from demarche.model.span import check_stretch
from demarche.model.values import DateBasis, SourceClass, check_day


class Boilerplate(msgspec.Struct, frozen=True, order=True):
    """A stretch that is no part of the article (a teaser, a comment form): kept out of every claim."""

    start: int
    end: int
    kind: str

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its source. `text` is final: every offset anywhere counts its code points.

    `published` is a calendar day, `modified` and `retrieved_at` are ISO moments. `official_of` is the country
    (alpha-3) or organisation id whose official text this is.
    """

    id: str
    source: str
    text: str
    text_sha256: str
    raw_sha256: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    modified: str | None = None
    retrieved_at: str | None = None
    source_class: SourceClass = "other"
    official_of: str | None = None
    language: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    family: str | None = None

    def __post_init__(self) -> None:
        check_day(self.published, "published")
        if (self.published is None) != (self.published_basis == "unknown"):
            raise BadValue("published and published_basis must be known together or not at all")
        if any(b.end > len(self.text) for b in self.boilerplate):
            raise BadValue("boilerplate lies outside the text")


def document_id(key: str, text: str) -> str:
    """The id of a text first seen under a key: its given id, its URL, or its file's name without the folder."""
    return content_id("doc", key, text_sha256(text))
