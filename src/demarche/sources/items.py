"""What goes through reading: an item that waits, what a format found in it, and the document with its raw bytes."""

from collections.abc import Callable
from io import BufferedReader, BytesIO

import msgspec

from demarche.model import Boilerplate, Document, Reject
from demarche.model.values import DateBasis, SourceClass

STEP = "sources"

Readable = BufferedReader | BytesIO


class Raw(msgspec.Struct, frozen=True):
    """A document and the bytes it was made from: the start of its chain of custody."""

    document: Document
    raw: bytes


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that wait to be read. `source` is the path or URL as given, `name` the file's name without its folder."""

    source: str
    name: str
    open: Callable[[], Readable]
    retrieved_at: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a format read in an item; whatever it could not know is absent, and nothing of it is guessed.

    `mark` names a member of the item (`:12` a line, `#3` a record). `boilerplate` is what the format itself knows of;
    the rules for all texts are applied afterwards, from the end of it on.
    """

    text: str
    raw: bytes
    mark: str = ""
    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    basis: DateBasis = "unknown"
    modified: str | None = None
    retrieved_at: str | None = None
    language: str | None = None
    source_class: SourceClass | None = None
    boilerplate: tuple[Boilerplate, ...] = ()


def refused(source: str, reason: str) -> Reject:
    """An item that was not read, and why."""
    return Reject(STEP, source, " ".join(reason.split())[:500])
