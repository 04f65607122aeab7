"""The words of sentences -> tags, features, heads, labels, names and signs, by the shipped network.

In eight bits the network measures what it is given as a whole, so that a sentence read together with others would be
read a little differently in other company. So each is run alone, and is read the same everywhere; but the sentences of
a text go side by side, layer by layer (`layers.py`). Labels are scored last, for the one head that the tree gives each
word.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from demarche.language import names, trees
from demarche.language.layers import Layers, Values
from demarche.language.remembered import Remembered
from demarche.language.shapes import NONE, shape
from demarche.language.shipped import SHIPPED, VOCABULARY, load_meta
from demarche.language.signs import signs
from demarche.language.subwords import Subwords
from demarche.model import Sign

Words = tuple[str, ...]

REMEMBERED = 5_000
"""Sentences whose reading is kept: some two hundred articles, fifteen megabytes."""

SIDE_BY_SIDE = 2_000
"""Pieces that pass the layers together, some fifty sentences: more gain nothing, and would be held in memory."""


class Reading(msgspec.Struct, frozen=True):
    """What the network says of one sentence. Heads count words from 1, 0 is the root."""

    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    names: tuple[tuple[int, int, str], ...] = ()
    """(first word, last word + 1, kind)."""
    signs: tuple[Sign, ...] = ()


class Network:
    """The trained network, loaded once."""

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        meta = load_meta(folder)
        self.version = f"{meta.name}/{meta.version}"
        self._upos, self._deprels, self._tags = meta.labels.upos, meta.labels.deprels, meta.labels.names
        self._feats = tuple("" if f == "_" else f for f in meta.labels.feats)
        self._signs = meta.labels.signs
        self._root = self._deprels.index("root")
        self._subwords = Subwords(folder / VOCABULARY)
        self._layers = Layers(folder, threads)
        self._remembered: Remembered[Words, Reading] = Remembered(REMEMBERED)

    def read(self, words: Sequence[str]) -> Reading:
        """What the network says of one sentence."""
        return self.read_all([words])[0]

    def read_all(self, sentences: Iterable[Sequence[str]]) -> list[Reading]:
        """What the network says of each sentence. Copies share most of theirs: the last ones are remembered."""
        every = [tuple(words) for words in sentences]
        known = {words: self._remembered.get(words) if words else Reading() for words in every}
        fresh = [words for words, reading in known.items() if reading is None]
        read = dict(zip(fresh, self._fresh(fresh), strict=True))
        self._remembered.keep(read)
        return [known[words] or read[words] for words in every]

    def _fresh(self, sentences: Sequence[Words]) -> Iterator[Reading]:
        for group in _side_by_side([self._input(words) for words in sentences]):
            scores = self._layers.scores(group)
            heads = [trees.heads(own["arcs"][0, 1:]) for own in scores]
            labels = [self._relations(own, under) for own, under in zip(scores, heads, strict=True)]
            yield from map(self._reading, scores, heads, labels)

    def _reading(self, scores: Values, heads: Sequence[int], deprels: tuple[str, ...]) -> Reading:
        return Reading(
            upos=tuple([self._upos[k] for k in scores["upos"][0, 1:].tolist()]),
            feats=tuple([self._feats[k] for k in scores["feats"][0, 1:].tolist()]),
            heads=tuple(heads),
            deprels=deprels,
            names=tuple(names.spans(scores["names"][0, 1:], self._tags)),
            signs=tuple(signs(scores["told"][0, 1:], self._signs)),
        )

    def _relations(self, scores: Values, heads: Sequence[int]) -> tuple[str, ...]:
        """The best label of each arc: `root` under the root and nowhere else."""
        dependents, governors = scores["dependents"][0, 1:], scores["governors"][0]
        found = self._layers.labels({"dependents": dependents, "governors": governors, "heads": _numbers(heads)})
        found[:, self._root] = -np.inf
        best = found.argmax(1).tolist()
        return tuple([self._deprels[k] if head else "root" for k, head in zip(best, heads, strict=True)])

    def _input(self, words: Sequence[str]) -> Values:
        """Pieces, the shape of each piece's word, the place of each word's first piece; the opening one is the root."""
        pieces, shapes, first = [self._subwords.opening], [NONE], [0]
        for word, own in zip(words, self._subwords.sentence(words), strict=True):
            first.append(len(pieces))
            pieces += own
            shapes += [shape(word)] * len(own)
        pieces.append(self._subwords.closing)
        shapes.append(NONE)
        return {"pieces": _numbers([pieces]), "shapes": _numbers([shapes]), "first": _numbers(first)}


def _side_by_side(sentences: Iterable[Values]) -> Iterator[list[Values]]:
    """Sentences in groups that hold so many pieces, in their order."""
    group: list[Values] = []
    held = 0
    for own in sentences:
        group.append(own)
        held += own["pieces"].size
        if held >= SIDE_BY_SIDE:
            yield group
            group, held = [], 0
    if group:
        yield group


def _numbers(given: Any) -> NDArray[Any]:
    return np.array(given, dtype=np.int64)
