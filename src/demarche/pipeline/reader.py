"""The work of one reader: documents in, what each of them says out."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points

import msgspec

from demarche.claims import claims
from demarche.engine import Fault, attempt
from demarche.engine.fingerprint import fingerprint
from demarche.language import Reader, readable
from demarche.lexicon import Knowledge, knowledge
from demarche.lexicon.shelf import own_folder
from demarche.model import Claim, Document
from demarche.pipeline.basis import digest


class Told(msgspec.Struct, frozen=True):
    """What a document says; `read` is false where no backend reads its language, `fault` why nothing is kept of it."""

    document: str
    read: bool
    claims: tuple[Claim, ...]
    fault: str | None = None


def reading() -> Callable[[Iterable[Document]], Iterator[Told]]:
    """Model and knowledge are loaded here, once in each worker."""
    known = knowledge()
    reader = Reader(known)

    def tell(documents: Iterable[Document]) -> Iterator[Told]:
        for document in documents:
            told = attempt(lambda given: _told(given, reader, known), document)
            yield unread(document, told.reason) if isinstance(told, Fault) else told

    return tell


def unread(document: Document, why: str) -> Told:
    """What is given in the place of claims where reading broke, or came to no end."""
    return Told(document.id, True, (), why)


def _told(document: Document, reader: Reader, known: Knowledge) -> Told:
    parsed = reader.read(document)
    return Told(document.id, parsed.read, tuple(claims(document, parsed, known)))


def reader_version() -> str:
    """Names everything that decides what a document is found to say: own tables, languages read, outside extractors."""
    own = own_folder()
    rows = (file.read_text(encoding="utf-8") for file in sorted(own.glob("*.csv"))) if own else ()
    code = fingerprint("demarche.text", "demarche.lexicon", "demarche.language", "demarche.claims")
    outside = sorted(f"{p.value} {p.dist.version if p.dist else ''}" for p in entry_points(group="demarche.extractors"))
    return digest(code, readable(), rows, *outside)[:16]
