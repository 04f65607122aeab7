"""Quick figures on gold words while training: tags, greedy heads, names. The bench has the last word."""

from collections.abc import Sequence

import torch

from batches import IGNORED, Batcher, grouped
from corpora import Example
from demarche.language.names import spans
from network import Labels, Network


def parse_figures(network: Network, batcher: Batcher, examples: Sequence[Example]) -> dict[str, float]:
    """Percent of words with the right tag, features, head, head and label."""
    right = {"upos": 0, "feats": 0, "uas": 0, "las": 0}
    words = 0
    network.eval()
    with torch.inference_mode():
        for group in grouped(examples, 4000):
            b = batcher.batch(group)
            scores = network(b.pieces, b.shapes, b.first)
            heads = scores.arcs.argmax(-1)
            found = network.labels_at(scores, heads).argmax(-1)
            real, hit = b.heads != IGNORED, heads == b.heads
            words += int(real.sum())
            right["upos"] += int(((scores.upos.argmax(-1) == b.upos) & real).sum())
            right["feats"] += int(((scores.feats.argmax(-1) == b.feats) & real).sum())
            right["uas"] += int((hit & real).sum())
            right["las"] += int((hit & (found == b.deprels) & real).sum())
    return {k: round(100 * n / max(words, 1), 2) for k, n in right.items()}


def name_figures(network: Network, batcher: Batcher, labels: Labels, examples: Sequence[Example]) -> dict[str, float]:
    """F1 of PER, ORG and LOC, span and kind; undecided words count against nobody."""
    found = gold = both = 0
    network.eval()
    with torch.inference_mode():
        for group in grouped(examples, 4000):
            b = batcher.batch(group)
            chances = network(b.pieces, b.shapes, b.first).names.float().numpy()
            for row, example in zip(chances, group, strict=True):
                assert example.names is not None
                a = _scored(spans(row[: len(example.words)], labels.names))
                g = _scored(_gold(example.names))
                found, gold, both = found + len(a), gold + len(g), both + len(a & g)
    return {"f1": round(200 * both / max(found + gold, 1), 2), "n": gold}


def _scored(names: Sequence[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    return {n for n in names if n[2] in ("PER", "ORG", "LOC")}


def _gold(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    starts = [i for i, t in enumerate(tags) if t.startswith("B-")]
    ends = [next((j for j in range(i + 1, len(tags)) if not tags[j].startswith("I-")), len(tags)) for i in starts]
    return [(i, j, tags[i][2:]) for i, j in zip(starts, ends, strict=True)]
