"""Documents -> Parsed, by whichever backend reads their language: the one door to the language stage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from demarche.language.identify import language
from demarche.language.paragraphs import Stretch
from demarche.model import Document, Parsed, Sentence

NOBODY = "none/0"
"""The backend of a document that none reads."""


class Backend(Protocol):
    """What reads one language."""

    @property
    def version(self) -> str:
        """Name and version of the model."""

    def parse_text(self, text: str, skip: Sequence[Stretch] = ()) -> tuple[Sentence, ...]:
        """The sentences of a text, none in or across the stretches to leave out."""


def _english() -> Backend:
    from demarche.language.english import English  # half a second and thirty megabytes: only when there is English

    return English()


BACKENDS: Mapping[str, Callable[[], Backend]] = {"en": _english}
"""Language code to what makes its backend: a language is one line here."""


@cache
def backend(code: str) -> Backend | None:
    """The backend of a language, loaded once, or None."""
    make = BACKENDS.get(code)
    return make() if make else None


def parse(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Each document read, in order; one in a language that nobody reads comes back unread."""
    for document in documents:
        reader = backend(language_of(document))
        if reader is None:
            yield Parsed(document=document.id, backend=NOBODY, read=False)
        else:
            skip = [(b.start, b.end) for b in document.boilerplate]
            yield Parsed(document=document.id, backend=reader.version, sentences=reader.parse_text(document.text, skip))


def language_of(document: Document) -> str:
    """English if the document says so, otherwise what its words say: labels of other languages are often wrong."""
    if (document.language or "").lower().startswith("en"):
        return "en"
    return language(document.text)
