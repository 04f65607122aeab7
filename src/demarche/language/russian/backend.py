"""Russian text -> sentences with words, tags, dependencies and names, by natasha's models for news."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

from demarche.language.paragraphs import Stretch, paragraphs
from demarche.language.russian.morphology import certain, plain, vocabulary
from demarche.model import Name, Sentence, Token
from demarche.model.values import NameKind

KINDS: dict[str, NameKind] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}


class Russian:
    """Reads Russian; the models lie in natasha's own wheel and are loaded once, when the object is made."""

    def __init__(self) -> None:
        embedding = NewsEmbedding()
        self._segmenter = Segmenter()
        self._tagger = NewsMorphTagger(embedding)
        self._parser = NewsSyntaxParser(embedding)
        self._names = NewsNERTagger(embedding)
        self.version = f"natasha/{version('natasha')}"

    def parse_text(self, text: str, skip: Sequence[Stretch] = ()) -> tuple[Sentence, ...]:
        """The sentences of a text, none in or across the stretches to leave out. Lemmas are written without *ё*."""
        return tuple(s for start, end in paragraphs(text, skip) for s in self._paragraph(text[start:end], start))

    def _paragraph(self, text: str, at: int) -> Iterator[Sentence]:
        doc = Doc(text)
        doc.segment(self._segmenter)
        doc.tag_morph(self._tagger)
        doc.parse_syntax(self._parser)
        doc.tag_ner(self._names)
        for sent in doc.sents:
            names = tuple(Name(at + s.start, at + s.stop, KINDS[s.type]) for s in sent.spans)
            yield Sentence(at + sent.start, at + sent.stop, tuple(_tokens(sent.tokens, at)), names)


def _tokens(tokens: Sequence[Any], at: int) -> Iterator[Token]:
    """natasha numbers words by text (`1_4`) and heads likewise; a head that is not among them (`1_0`) is the root's."""
    place = {word.id: n for n, word in enumerate(tokens)}
    heads = _tree([place.get(word.head_id, -1) for word in tokens])
    for word, head in zip(tokens, heads, strict=True):
        word.lemmatize(vocabulary())
        yield Token(
            start=at + word.start,
            end=at + word.stop,
            lemma=plain(word.lemma),
            upos=word.pos,
            feats="|".join(f"{name}={value}" for name, value in sorted((word.feats | certain(word.text)).items())),
            head=head,
            deprel=word.rel,
        )


def _tree(heads: list[int]) -> list[int]:
    """The heads without circles, which natasha's parser may give: a word that comes back to itself hangs on nothing."""
    for n in range(len(heads)):
        at, steps = heads[n], 0
        while at not in (-1, n) and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at == n:
            heads[n] = -1
    return heads
