"""A phrase without a text around it -> whom it means on a day, by its words alone; no network is asked."""

from demarche.language.mentions import find
from demarche.language.tokens import cuts
from demarche.lexicon import knowledge
from demarche.model import Document, Mention, Sentence, Token, text_sha256


def mentions_in(words: str, day: str) -> tuple[Mention, ...]:
    """The mentions in a phrase."""
    tokens = tuple(Token(a, b, words[a:b].lower(), "", "", -1, "") for a, b in cuts(words, 0, len(words)))
    if not tokens:
        return ()
    digest = text_sha256(words)
    document = Document(
        id="phrase", source="a phrase", text=words, text_sha256=digest, raw_sha256=digest, language="en",
        published=day, published_basis="given",
    )  # fmt: skip
    return find(document, (Sentence(tokens[0].start, tokens[-1].end, tokens),), knowledge())
