"""Short texts as the mention finder sees them: cut into words, with the names that stand in square brackets."""

import re

from demarche.language.english import raw_sentences
from demarche.language.mentions import find
from demarche.lexicon import knowledge
from demarche.model import Document, Mention, Name, Sentence, Token, text_sha256


def document(text: str, day: str | None, home: str | None = None) -> Document:
    return Document(
        id="doc", source="a test", text=text, text_sha256=text_sha256(text), raw_sha256="", language="en",
        published=day, published_basis="given" if day else "unknown", official_of=home,
    )  # fmt: skip


def sentences(text: str, names: list[tuple[int, int]]) -> tuple[Sentence, ...]:
    """Words without tags or trees: the finder must do without them."""
    out = []
    for raw in raw_sentences(text):
        words = tuple(Token(a, b, text[a:b].lower(), "", "", -1, "") for a, b in raw.words)
        own = tuple(Name(a, b, "PER") for a, b in names if raw.start <= a < raw.end)
        out.append(Sentence(raw.start, raw.end, words, own))
    return tuple(out)


def mentions(marked: str, day: str | None, home: str | None = None) -> tuple[str, tuple[Mention, ...]]:
    """The text without its brackets, and what is found in it."""
    names, text, at = [], "", 0
    for found in re.finditer(r"\[(.+?)\]", marked):
        text += marked[at : found.start()]
        names.append((len(text), len(text) + len(found.group(1))))
        text += found.group(1)
        at = found.end()
    text += marked[at:]
    return text, find(document(text, day, home), sentences(text, names), knowledge())
