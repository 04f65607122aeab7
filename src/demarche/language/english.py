"""English text -> sentences with words, tags, dependencies and names: the shipped backend."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import get_args

import msgspec

from demarche.language import tokens
from demarche.language.kinds import settled
from demarche.language.lemmas import lemma
from demarche.language.network import Network, Reading
from demarche.language.paragraphs import Stretch, paragraphs
from demarche.language.sentences import sentences
from demarche.language.shipped import SHIPPED
from demarche.model import Name, Sentence, Token
from demarche.model.values import NameKind

MOST_WORDS = 200
"""A sentence of more words is cut: no person wrote it as one, and the network was shown none so long."""


_KINDS: dict[str, NameKind] = {kind: kind for kind in get_args(NameKind)}


class Raw(msgspec.Struct, frozen=True):
    """A sentence before it is read: its stretch and the stretches of its words."""

    start: int
    end: int
    words: tuple[Stretch, ...]


class English:
    """Reads English; the network is loaded once, when the object is made."""

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        self._network = Network(folder, threads)
        self.version = self._network.version

    def parse_text(self, text: str, skip: Sequence[Stretch] = ()) -> tuple[Sentence, ...]:
        """The sentences of a text, none in or across the stretches to leave out."""
        return settled(text, tuple(self.parse_raw(text, raw_sentences(text, skip))))

    def parse_raw(self, text: str, raw: Iterable[Raw]) -> Iterator[Sentence]:
        """Sentences whose words are given."""
        sentences = list(raw)
        written = [tuple([text[a:b] for a, b in one.words]) for one in sentences]
        yield from map(sentence, sentences, written, self._network.read_all(written))


def raw_sentences(text: str, skip: Sequence[Stretch] = ()) -> Iterator[Raw]:
    """Sentences cut into words, not yet read."""
    for start, end in paragraphs(text, skip):
        for first, last in sentences(text, start, end):
            yield from _short(tokens.cuts(text, first, last))


def _short(words: Iterator[Stretch]) -> Iterator[Raw]:
    """One sentence, or, of one too long, pieces."""
    while piece := tuple(islice(words, MOST_WORDS)):
        yield Raw(piece[0][0], piece[-1][1], piece)


def sentence(raw: Raw, written: Sequence[str], reading: Reading) -> Sentence:
    """What the network said of a sentence, put on its words' offsets."""
    columns = zip(raw.words, written, reading.upos, reading.feats, reading.heads, reading.deprels, strict=True)
    words = tuple([
        Token(start, end, lemma(word, upos, feats), upos, feats, head - 1, deprel)
        for (start, end), word, upos, feats, head, deprel in columns
    ])  # fmt: skip
    names = tuple(Name(raw.words[a][0], raw.words[b - 1][1], _KINDS[kind]) for a, b, kind in reading.names)
    return Sentence(raw.start, raw.end, words, names, reading.signs)
