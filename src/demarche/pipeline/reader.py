"""The work of one reader: documents in, what each of them says out."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
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
    """Model and knowledge are loaded here, once in each worker; lexicons come with the first document."""
    with _loading():
        known = knowledge()
        reader = Reader(known)
    lexicons: AbstractContextManager[None] = _loading()

    def tell(documents: Iterable[Document]) -> Iterator[Told]:
        nonlocal lexicons
        for document in documents:
            with lexicons:
                told = attempt(lambda given: _told(given, reader, known), document)
            lexicons = nullcontext()
            yield unread(document, told.reason) if isinstance(told, Fault) else told

    return tell


@contextmanager
def _loading() -> Iterator[None]:
    """What comes into being meanwhile stays as long as the process, and is no garbage.

    Python would look for cycles among these quarter of a million objects ten times while they are loaded, and every few
    seconds afterwards: a fifth of the start, and one second in thirty.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if wanted:
            gc.enable()


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
