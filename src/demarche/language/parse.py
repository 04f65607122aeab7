"""Documents -> Parsed, by whichever backend reads their language: the one door to the language stage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
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


def _russian() -> Backend:
    from demarche.language.russian import Russian

    return Russian()


BACKENDS: Mapping[str, Callable[[], Backend]] = {"en": _english, "ru": _russian}
"""Language code to what makes its backend: a language is one line here."""

EXTRAS = {"ru": "natasha"}
"""Languages that an extra of the same name brings, and the module that tells whether it is there."""


def readable() -> tuple[str, ...]:
    """The languages that can be read here and now."""
    return tuple(code for code in BACKENDS if code not in EXTRAS or find_spec(EXTRAS[code]))


@cache
def backend(code: str) -> Backend | None:
    """The backend of a language, loaded once, or None."""
    return BACKENDS[code]() if code in readable() else None


def why_unread(document: Document) -> str:
    """Why nobody reads a document, and what would help."""
    code = language_of(document)
    if code in EXTRAS:
        return f"kept, but not read: its language ({code}) needs the extra; pip install 'demarche[{code}]'"
    return f"kept, but not read: no backend for its language ({code})"


def parse(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Each document read, in order; one in a language that nobody reads comes back unread."""
    for document in documents:
        yield parse_as(document, language_of(document))


def parse_as(document: Document, code: str) -> Parsed:
    """A document read as one in that language."""
    reader = backend(code)
    if reader is None:
        return Parsed(document=document.id, backend=NOBODY, read=False)
    skip = [(b.start, b.end) for b in document.boilerplate]
    return Parsed(document=document.id, backend=reader.version, sentences=reader.parse_text(document.text, skip))


SISTERS = frozenset({"bg", "mk", "sr", "uk", "kk"})
"""What a few words of Russian are easily taken for."""


def language_of(document: Document) -> str:
    """English if the document says so, otherwise what its words say: labels of other languages are often wrong.

    A few words of Russian look like another language in its letters: there the label is believed.
    """
    label = (document.language or "").lower()[:2]
    if label == "en":
        return "en"
    found = language(document.text)
    return "ru" if found in SISTERS and label == "ru" else found
