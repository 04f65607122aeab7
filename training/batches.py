"""Examples -> tensors, in batches of like lengths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from corpora import UNKNOWN, Example
from demarche.language.shapes import shape
from demarche.language.subwords import Subwords
from network import Labels

IGNORED = -100
MOST_WORDS = 160


@dataclass(frozen=True)
class Batch:
    pieces: Tensor
    shapes: Tensor
    first: Tensor
    upos: Tensor
    feats: Tensor
    heads: Tensor
    deprels: Tensor
    names: Tensor
    misc_known: Tensor
    words: int


class Batcher:
    """Turns lists of examples into tensors, by the model's labels and pieces."""

    def __init__(self, labels: Labels, subwords: Subwords) -> None:
        self._subwords = subwords
        self._upos = {k: i for i, k in enumerate(labels.upos)}
        self._feats = {k: i for i, k in enumerate(labels.feats)}
        self._names = {k: i for i, k in enumerate(labels.names)}
        self._deprels = {k: i for i, k in enumerate(labels.deprels)}

    def batch(self, examples: Sequence[Example]) -> Batch:
        rows = [self._pieces(e.words) for e in examples]
        width = max(len(e.words) for e in examples)
        return Batch(
            pieces=_padded([r[0] for r in rows]),
            shapes=_padded([r[1] for r in rows]),
            first=_padded([r[2] for r in rows], width + 1),
            upos=self._gold([e.upos for e in examples], self._upos, width),
            feats=self._gold([e.feats for e in examples], self._feats, width),
            heads=_padded([list(e.heads or []) for e in examples], width, IGNORED),
            deprels=self._gold([e.deprels for e in examples], self._deprels, width),
            names=self._gold([e.names for e in examples], self._names, width),
            misc_known=torch.tensor([e.misc_known for e in examples]),
            words=sum(len(e.words) for e in examples),
        )

    def _pieces(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        pieces, shapes, first = [self._subwords.opening], [0], [0]
        for word, own in zip(words, self._subwords.sentence(words), strict=True):
            first.append(len(pieces))
            pieces += own
            shapes += [shape(word)] * len(own)
        return [*pieces, self._subwords.closing], [*shapes, 0], first

    def _gold(self, rows: Sequence[tuple[str, ...] | None], index: dict[str, int], width: int) -> Tensor:
        """Numbers of the gold labels; what is undecided, missing or too rare to have a number is ignored."""
        numbers = [[IGNORED if v == UNKNOWN else index.get(v, IGNORED) for v in row or ()] for row in rows]
        return _padded(numbers, width, IGNORED)


def _padded(rows: Sequence[list[int]], width: int = 0, fill: int = 0) -> Tensor:
    width = width or max(len(r) for r in rows)
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows], dtype=torch.long)


def grouped(examples: Sequence[Example], most: int, random: Random | None = None) -> Iterator[list[Example]]:
    """Lists of at most `most` words, padding counted, of like lengths; shuffled if `random` is given."""
    fitting = [e for e in examples if 0 < len(e.words) <= MOST_WORDS]
    noise = random.random if random else (lambda: 0.0)
    fitting.sort(key=lambda e: len(e.words) + 4 * noise())
    groups: list[list[Example]] = []
    for example in fitting:
        if not groups or (len(groups[-1]) + 1) * len(example.words) > most:
            groups.append([])
        groups[-1].append(example)
    if random:
        random.shuffle(groups)
    yield from groups
