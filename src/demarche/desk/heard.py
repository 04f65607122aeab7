"""Texts -> what each of them says, without a store: nothing is merged, nothing is kept."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from demarche import pipeline, sources
from demarche.model import Claim, Document, Reject


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """A text and its claims; `read` is false where no backend reads its language."""

    document: Document
    claims: tuple[Claim, ...]
    read: bool


@cache
def _reading() -> Callable[[Iterable[Document]], Iterator[pipeline.Told]]:
    """Model and knowledge take some three seconds to load: once in a program is enough."""
    return pipeline.reading()


def read(
    *texts: str | Path | Document,
    refused: Callable[[Reject], None] | None = None,
    settings: sources.Settings = sources.DEFAULT,
) -> Iterator[Heard]:
    """What files, folders, feeds, archives, addresses or documents say, one text after the other.

    An input that cannot be read is told to `refused`, or passed over without one.
    """
    for document in _documents(texts, refused, settings):
        (told,) = _reading()([document])
        yield Heard(document=document, claims=told.claims, read=told.read)


def _documents(
    texts: Iterable[str | Path | Document], refused: Callable[[Reject], None] | None, settings: sources.Settings
) -> Iterator[Document]:
    for text in texts:
        if isinstance(text, Document):
            yield text
            continue
        for found in sources.read([text], settings=settings):
            if not isinstance(found, Reject):
                yield found.document
            elif refused:
                refused(found)
