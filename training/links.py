"""Fits what each sign adds to a side's taking part: `src/demarche/lexicon/data/links/weights.toml`.

Logistic regression on our own marked passages (`annotations/links/`, rules in its `HOW.md`): the candidates are the
states and bodies that our reading finds around a telling, those whose words are marked take part. Prints recall and
precision of sides on passages left out.

    python training/links.py
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from demarche.claims.engagements.links import candidates, signs
from demarche.claims.scene import Scene, scenes
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Document, Stretch, text_sha256
from passages import Passage, read_passage

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = Path(__file__).parent / "annotations" / "links"
TABLE = ROOT / "src/demarche/lexicon/data/links/weights.toml"
LEAST, RIDGE, FOLDS, STEPS = 8, 3.0, 8, 30


class Asked(NamedTuple):
    """One candidate: passage, telling, side, signs, whether it takes part, whether it is named beside."""

    passage: int
    telling: int
    side: str
    signs: frozenset[str]
    takes_part: bool
    here: bool


def document(n: int, text: str) -> Document:
    return Document(
        id=f"doc_{n:04}", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="",
        published="2019-06-12", published_basis="given", source_class="press", language="en",
    )  # fmt: skip


def asked(passages: Sequence[Passage]) -> Iterator[Asked]:
    """Every candidate of every telling."""
    telling, reader = 0, Reader(knowledge())
    for n, passage in enumerate(passages):
        doc = document(n, passage.text)
        all_scenes = list(scenes(doc, reader.read(doc)))
        for number, tellings in passage.told.items():
            sides = set(_sides(all_scenes, passage.parties.get(number, [])))
            for mode, span in tellings:
                at = next(
                    (k for k, s in enumerate(all_scenes) if s.sentence.start <= span.start < s.sentence.end), None
                )
                if at is None or not sides:
                    continue
                scene, telling = all_scenes[at], telling + 1
                token = _head(scene, span)
                around = candidates(scene, all_scenes[:at], all_scenes[at + 1 : at + 2])
                for one, own in zip(around, signs(scene, token, mode, around), strict=True):
                    yield Asked(n, telling, one.side, own, one.side in sides, bool(one.here))


def _sides(all_scenes: Sequence[Scene], spans: Sequence[Stretch]) -> Iterator[str]:
    """The sides that marked words stand for."""
    for scene in all_scenes:
        for m in scene.mentions:
            if any(s.start <= m.head < s.end or (m.start <= s.start and s.end <= m.end) for s in spans):
                yield from (side for one in scene.meant(m) if (side := one.country or one.organisation))


def _head(scene: Scene, span: Stretch) -> int:
    """The word of a telling that the others hang on."""
    words = [i for i, t in enumerate(scene.tokens) if t.start < span.end and span.start < t.end]
    return next((i for i in words if scene.tokens[i].head not in words), words[0])


def fitted(rows: Sequence[Asked]) -> dict[str, float]:
    """The weight of each sign seen often enough (Newton's method, ridge); the empty sign is what remains."""
    counts = Counter(sign for row in rows for sign in row.signs)
    known = sorted(sign for sign, n in counts.items() if n >= LEAST)
    x = np.array([[1.0, *(float(sign in row.signs) for sign in known)] for row in rows])
    y = np.array([row.takes_part for row in rows], dtype=float)
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *([RIDGE] * len(known))])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - penalty @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-5:
            break
    return dict(zip(["", *known], weights.tolist(), strict=True))


def share(weights: dict[str, float], own: frozenset[str]) -> float:
    return float(1 / (1 + np.exp(-weights[""] - sum(weights.get(sign, 0.0) for sign in own))))


def measure(rows: Sequence[Asked]) -> None:
    numbers = sorted({row.passage for row in rows})
    random.Random(1).shuffle(numbers)
    fold = {n: k % FOLDS for k, n in enumerate(numbers)}
    told = []
    for k in range(FOLDS):
        weights = fitted([r for r in rows if fold[r.passage] != k])
        told += [(r, share(weights, r.signs)) for r in rows if fold[r.passage] == k]
    for name, chosen in (("all", told), ("away", [(r, s) for r, s in told if not r.here])):
        for least in (0.4, 0.5, 0.6, 0.7):
            hit = sum(r.takes_part and s >= least for r, s in chosen)
            gold, said = sum(r.takes_part for r, _ in chosen), sum(s >= least for _, s in chosen)
            print(name, least, "recall", round(hit / gold, 3), "precision", round(hit / max(1, said), 3), "of", gold)
    right = full = 0
    for telling in {r.telling for r in rows}:
        own = [(r, s) for r, s in told if r.telling == telling]
        gold = {r.side for r, _ in own if r.takes_part}
        full += {r.side for r, s in own if s >= 0.5} == gold
        right += 1
    print("tellings with all sides right", round(full / right, 3), "of", right)


def written(weights: dict[str, float]) -> str:
    lines = [f'"{sign}" = {value:.3f}' for sign, value in sorted(weights.items()) if abs(value) >= 0.02]
    return "\n".join([
        "# What each sign adds to a side's taking part in an engagement (claims/engagements/links.py), in log odds.",
        "# Written by training/links.py from our own marked passages (training/annotations/links/).",
        "", "[weights]", *lines, "",
    ])  # fmt: skip


if __name__ == "__main__":
    lines = [
        line for f in sorted(PASSAGES.glob("*.txt")) for line in f.read_text(encoding="utf-8").splitlines() if line
    ]
    found = list(asked([read_passage(line) for line in lines]))
    measure(found)
    TABLE.write_text(written(fitted(found)), encoding="utf-8")
