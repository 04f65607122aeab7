"""A document as the comparison sees it: codes of its words in sentences, its long quotes, its date and origin.

A profile is all that finding families needs: it holds no text, takes some 3 kB for 600 words, and could be kept for a
year so that new documents are compared with old ones without reading these again.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from demarche.families.credits import credit, origin
from demarche.families.fluency import fluency
from demarche.families.keys import keys
from demarche.families.sentences import article, sentences
from demarche.families.stems import FIGURE, coded, codes
from demarche.families.terms import Terms, terms
from demarche.model import Document

_QUOTE = re.compile(r"[“«]([^”»\n]{20,600})[”»]|\"([^\"\n]{20,600})\"")
_CAPITAL = re.compile(r"(?:(?<=[^\W_] )|(?<=, )|(?<=s’ ))[A-Z\u00c0-\u00de\u0410-\u042f][^\W\d_]+")
_MARK = re.compile(r"[“”«»\"]")
LONG = 8
"""Words that make a quote long enough to be evidence: shorter ones are chosen twice by independent reporters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """`words` are codes (4 bytes each); sentence `i` is `words[bounds[i]:bounds[i + 1]]`; `quoting` are the numbers of
    the sentences that hold a quotation mark; `names` are codes of words with a capital inside a sentence. `wire` is the
    agency it credits, `origin` whose account it is; `keys` and `places` are what copies are found by, `terms` what
    reports of the same event are; `fluency` is the share of its pairs of words that English puts together."""

    id: str
    words: "array[int]"
    bounds: "array[int]"
    quotes: tuple["array[int]", ...] = ()
    quoting: frozenset[int] = frozenset()
    digest: bytes = b""
    published: str | None = None
    publisher: str | None = None
    wire: str | None = None
    title: str | None = None
    address: str | None = None
    source_class: str = "other"
    origin: str | None = None
    names: "array[int]" = field(default_factory=lambda: array("I"))
    keys: "array[int]" = field(default_factory=lambda: array("Q"))
    places: "array[int]" = field(default_factory=lambda: array("H"))
    fluency: float | None = None
    terms: Terms = field(default_factory=lambda: (array("I"), array("f")))

    def sentences(self) -> Iterator["array[int]"]:
        """The codes of each sentence."""
        for start, end in zip(self.bounds, self.bounds[1:], strict=False):
            yield self.words[start:end]

    def figures(self) -> list[int]:
        """The figures of the text, in order."""
        return [w for w in self.words if w & FIGURE]

    @property
    def age(self) -> tuple[str, str]:
        """Sorts profiles from the earliest published to the latest; the undated come last."""
        return (self.published or "9999-99-99", self.id)


def profile(document: Document) -> Profile:
    """What the comparison needs of a document."""
    language, told = document.language or "en", worded(document)
    names = array("I", sorted(_names(document, language)))
    found, places = keys(told.sentences())
    return replace(
        told, quotes=tuple(_quotes(document, language)), names=names, terms=terms(told.words, names),
        digest=blake2b(told.words.tobytes(), digest_size=12).digest(), published=document.published,
        publisher=document.publisher, wire=credit(document), title=document.title, address=document.url,
        source_class=document.source_class, origin=origin(document), keys=found, places=places,
    )  # fmt: skip


def worded(document: Document) -> Profile:
    """Only the words of a profile, and whether they go together: what versions are laid side by side by."""
    language = document.language or "en"
    words, bounds, quoting = array("I"), array("I", [0]), set()
    for start, end in sentences(document):
        sentence = document.text[start:end]
        words.extend(coded(sentence, language))
        if len(words) > bounds[-1]:
            if _MARK.search(sentence):
                quoting.add(len(bounds) - 1)
            bounds.append(len(words))
    return Profile(
        id=document.id, words=words, bounds=bounds, quoting=frozenset(quoting),
        fluency=fluency(words) if language == "en" else None,
    )  # fmt: skip


def bare(document: Document) -> Profile:
    """A profile without a word: it is like no other."""
    return Profile(
        id=document.id, words=array("I"), bounds=array("I", [0]), published=document.published,
        publisher=document.publisher, source_class=document.source_class,
    )  # fmt: skip


def _names(document: Document, language: str) -> set[int]:
    """The codes of words that are written with a capital where no sentence begins."""
    of = codes(language)
    return {
        of[match[0].lower()]
        for start, end in sentences(document)
        for match in _CAPITAL.finditer(document.text, start + 1, end)
    }


def _quotes(document: Document, language: str) -> Iterator["array[int]"]:
    for start, end in article(document):
        for match in _QUOTE.finditer(document.text, start, end):
            quote = array("I", coded(match[1] or match[2], language))
            if len(quote) >= LONG:
                yield quote
