"""Teach the head that tells engagements: `python training/told.py --run training/runs/x --data ../shared/treebanks`.

Reads our own marked sentences (`annotations/told/`) and passages (`annotations/links/`), by the rules of their
`HOW.md`, through the finished, frozen encoder and fits two small layers on what three of its layers make of each
word: whether the word tells of an engagement and of which form, and whether it names a party to one. `--folds`
measures instead, on sentences left out.

Readers differ on where a telling begins and what is one. So the head is taught twice: first one a fold, on the other
folds; then one on half of what the hands marked and half of what the head that had not seen the sentence makes of it,
and on unmarked sentences as those heads read them (distillation, Hinton et al. 2015; Furlanello et al. 2018).
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from assemble import NEAR, TOLD_BY
from corpora import blocks, words_of
from demarche.language.shapes import NONE, shape
from demarche.language.shipped import SHIPPED, VOCABULARY
from demarche.language.subwords import Subwords
from demarche.language.tokens import cuts
from marked import KINDS, Spans, parted, unmarked
from network import Labels, Network

HERE = Path(__file__).parent
WIDTH = 256
FOLDS = 4
WEIGHTS = "told.npz"

PLAIN = ("en_ewt-ud-train.conllu", "gum_no_nc-train.conllu")
TELLING = frozenset({
    "meet", "meets", "met", "meeting", "meetings", "visit", "visits", "visited", "visiting", "talks", "summit",
    "negotiate", "negotiated", "negotiating", "negotiations", "delegation", "envoy", "ambassador", "diplomat",
    "diplomats", "minister", "conference",
})  # fmt: skip


@dataclass(frozen=True)
class Taught:
    """A sentence: its words, the number of what each tells (0 nothing), whether it names a party, and its vectors.

    `shares` (word, nothing and each form and party) is what is taught of it, where that is not what was marked.
    """

    words: list[str]
    telling: NDArray[np.int64]
    party: NDArray[np.float32]
    seen: NDArray[np.float32]
    shares: NDArray[np.float32] | None = None

    @property
    def wanted(self) -> NDArray[np.float32]:
        return _marked(self) if self.shares is None else self.shares


def _marked(own: Taught) -> NDArray[np.float32]:
    """What was marked, as shares."""
    shares = np.zeros((len(own.words), 1 + len(KINDS)), np.float32)
    shares[np.arange(len(own.words)), own.telling] = 1
    shares[:, -1] = own.party
    return shares


class Head(nn.Module):
    """Two layers on the words and one between on each with its neighbours; the scores are nothing, each mode, party."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.widen = nn.Linear(width, WIDTH)
        self.beside = nn.Linear((2 * NEAR + 1) * WIDTH, WIDTH)
        self.narrow = nn.Linear(WIDTH, 1 + len(KINDS))
        self.dropout = nn.Dropout(0.3)

    def forward(self, seen: Tensor, inside: Tensor) -> Tensor:
        """`seen`: (place, width), sentences one behind the other; `inside`: (place, 1), nought on the gaps between."""
        own = nn.functional.gelu(self.widen(self.dropout(seen))) * inside
        padded = nn.functional.pad(own, (0, 0, NEAR, NEAR))
        near = torch.cat([padded[k : k + len(own)] for k in range(2 * NEAR + 1)], 1)
        return self.narrow(self.dropout(own + nn.functional.gelu(self.beside(near))))


class Eyes:
    """The frozen encoder: words -> what the layers make of each."""

    def __init__(self, run: Path) -> None:
        state = torch.load(run / "checkpoint.pt", weights_only=True)
        network = Network(Labels(**{k: tuple(v) for k, v in state["labels"].items()}))
        network.load_state_dict({k: v.float() for k, v in state["network"].items()})
        self._encoder = network.eval().encoder
        self._subwords = Subwords(SHIPPED / VOCABULARY)

    @torch.no_grad()
    def see(self, words: Sequence[str]) -> NDArray[np.float32]:
        pieces, shapes, first = [self._subwords.opening], [NONE], []
        for word, own in zip(words, self._subwords.sentence(words), strict=True):
            first.append(len(pieces))
            pieces += own
            shapes += [shape(word)] * len(own)
        given = torch.tensor([[*pieces, self._subwords.closing]]), torch.tensor([[*shapes, NONE]])
        layers = list(self._encoder.layers_of(*given))
        return np.concatenate([layers[k - 1][0, first].numpy() for k in TOLD_BY], 1)


def taught(folder: Path, eyes: Eyes) -> Iterator[Taught]:
    """Every sentence of the annotation: those that stand alone, and those of passages."""
    for file in sorted(folder.glob("told/*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield _taught(*unmarked(line.strip()), eyes)
    for file in sorted(folder.glob("links/*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from (_taught(text, spans, eyes) for text, spans in parted(line.strip()))


def _taught(text: str, spans: Spans, eyes: Eyes) -> Taught:
    words = list(cuts(text))
    telling, party = np.zeros(len(words), np.int64), np.zeros(len(words), np.float32)
    for kind, start, end in spans:
        for i, (a, b) in enumerate(words):
            if start <= a and b <= end:
                telling[i] = telling[i] if kind == "party" else 1 + KINDS.index(kind)
                party[i] = party[i] or kind == "party"
    told = [text[a:b] for a, b in words]
    return Taught(told, telling, party, eyes.see(told))


def plain(folder: Path, count: int, eyes: Eyes) -> Iterator[Taught]:
    """Sentences of the treebanks' training halves, in which nothing is told: news is mostly about something else.

    Left out are those with a word that may tell of an engagement, whose gold nobody gave.
    """
    fit = [words for words in _in_treebanks(folder) if TELLING.isdisjoint(word.lower() for word in words)]
    yield from (_unmarked(words, eyes) for words in random.Random(1).sample(fit, min(count, len(fit))))


def free(folder: Path, count: int, eyes: Eyes) -> Iterator[Taught]:
    """Sentences of the treebanks' training halves, of which nobody said what they tell."""
    every = list(_in_treebanks(folder))
    yield from (_unmarked(words, eyes) for words in random.Random(7).sample(every, min(count, len(every))))


def _in_treebanks(folder: Path) -> Iterator[list[str]]:
    found = ([row[1] for row in words_of(b)] for name in PLAIN for b in blocks(folder / name))
    return (words for words in found if 5 <= len(words) <= 60)


def _unmarked(words: list[str], eyes: Eyes) -> Taught:
    return Taught(words, np.zeros(len(words), np.int64), np.zeros(len(words), np.float32), eyes.see(words))


def fitted(sentences: Sequence[Taught], epochs: int = 10, batch: int = 32, seed: int = 1) -> Head:
    """A head taught with some sentences."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    head = Head(sentences[0].seen.shape[1])
    optimizer = torch.optim.AdamW(head.parameters(), lr=1.5e-3, weight_decay=0.02)
    steps = epochs * -(-len(sentences) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1.5e-3, total_steps=steps)
    for _ in range(epochs):
        shuffled = order.sample(sentences, len(sentences))
        for some in (shuffled[n : n + batch] for n in range(0, len(shuffled), batch)):
            scores = _scores(head, some)
            wanted = torch.from_numpy(np.concatenate([s.wanted for s in some]))
            loss = nn.functional.cross_entropy(scores[:, :-1], wanted[:, :-1])
            loss = loss + 0.5 * nn.functional.binary_cross_entropy_with_logits(scores[:, -1], wanted[:, -1])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return head.eval()


def _scores(head: Head, some: Sequence[Taught]) -> Tensor:
    """The scores of the words of some sentences, read side by side with gaps that no word looks across."""
    gap = np.zeros((NEAR, some[0].seen.shape[1]), np.float32)
    seen = torch.from_numpy(np.concatenate([part for s in some for part in (s.seen, gap)]))
    inside = torch.cat([torch.cat([torch.ones(len(s.words)), torch.zeros(NEAR)]) for s in some])
    return torch.as_tensor(head(seen, inside[:, None]))[inside.bool()]


@torch.no_grad()
def figures(head: Head, sentences: Sequence[Taught], least: float) -> dict[str, float]:
    """Recall and precision of stretches that tell, wherever they overlap; share of right modes; the same of parties."""
    hit = missed = false = modes = named = given = both = 0
    for s in sentences:
        scores = _scores(head, [s])
        shares = scores[:, :-1].softmax(-1).numpy()
        told = np.where(1 - shares[:, 0] >= least, shares[:, 1:].argmax(1) + 1, 0)
        gold, said = _stretches(s.telling), _stretches(told)
        found = [[k for a, b, k in said if a < end and start < b] for start, end, _ in gold]
        hit += sum(map(bool, found))
        missed += sum(not f for f in found)
        modes += sum(kind in f for (_, _, kind), f in zip(gold, found, strict=True))
        false += sum(not any(a < end and start < b for start, end, _ in gold) for a, b, _ in said)
        party = scores[:, -1].sigmoid().numpy() >= 0.5
        named, given, both = named + s.party.sum(), given + party.sum(), both + (party * s.party).sum()
    return {
        "recall": hit / (hit + missed), "precision": hit / (hit + false), "mode": modes / hit,
        "party_recall": both / named, "party_precision": both / given,
    }  # fmt: skip


def _stretches(numbers: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Runs of one number other than nought."""
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(numbers)]
    runs = [(a, b, int(numbers[a])) for a, b in pairwise(edges) if b > a]
    return [run for run in runs if run[2]]


@torch.no_grad()
def read_by(head: Head, sentences: Sequence[Taught]) -> list[NDArray[np.float32]]:
    """The shares that a head gives each word of each sentence."""
    found = [_scores(head, [s]) for s in sentences]
    return [torch.cat([f[:, :-1].softmax(-1), f[:, -1:].sigmoid()], 1).numpy() for f in found]


BLOCK = 20
"""Lines that stay in one fold: many a near miss was written as the partner of the line beside it."""


def folded(sentences: Sequence[Taught], folds: int) -> list[list[Taught]]:
    groups = [sentences[n : n + BLOCK] for n in range(0, len(sentences), BLOCK)]
    random.Random(1).shuffle(groups)
    return [[s for block in groups[fold::folds] for s in block] for fold in range(folds)]


def softened(sentences: Sequence[Taught], others: Sequence[Taught], unmarked: Sequence[Taught]) -> list[Taught]:
    """The same to be taught again: the marks as heads see them that were not taught them, the unmarked as all do."""
    parts = folded(sentences, FOLDS)
    found: list[Taught] = list(others)
    guesses: list[list[NDArray[np.float32]]] = []
    for fold, part in enumerate(parts):
        head = fitted([*others, *(s for n, other in enumerate(parts) if n != fold for s in other)], seed=10 + fold)
        read = read_by(head, part)
        found += [replace(s, shares=(_marked(s) + shares) / 2) for s, shares in zip(part, read, strict=True)]
        guesses.append(read_by(head, unmarked))
    means = [np.mean(own, axis=0) for own in zip(*guesses, strict=True)]
    return [*found, *(replace(s, shares=shares) for s, shares in zip(unmarked, means, strict=True))]


def measure(sentences: list[Taught], others: list[Taught], folds: int) -> None:
    parts = folded(sentences, folds)
    told: dict[float, list[dict[str, float]]] = {}
    for fold, part in enumerate(parts):
        head = fitted([*others, *(s for n, other in enumerate(parts) if n != fold for s in other)])
        for least in (0.4, 0.5, 0.6, 0.7, 0.8):
            told.setdefault(least, []).append(figures(head, part, least))
    for least, each in told.items():
        print(least, {name: round(float(np.mean([f[name] for f in each])), 3) for name in each[0]})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, default=HERE / "annotations")
    parser.add_argument("--data", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--plain", type=int, default=1500, help="sentences of the treebanks in which nothing is told")
    parser.add_argument("--free", type=int, default=6000, help="sentences of the treebanks as first heads read them")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    eyes = Eyes(options.run)
    marked, others = list(taught(options.annotations, eyes)), list(plain(options.data, options.plain, eyes))
    if options.folds:
        measure(marked, others, options.folds)
    else:
        again = softened(marked, others, list(free(options.data, options.free, eyes)))
        weights = fitted(again, epochs=9).state_dict()
        np.savez(options.run / WEIGHTS, **{f"told.{name}": value.numpy() for name, value in weights.items()})
