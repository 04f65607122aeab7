"""Fits how likely an engagement is one: `src/demarche/lexicon/data/links/sure.toml`.

Logistic regression of two signs (`claims/engagements/sure.py`) on our own annotated paragraphs
(`tests/claims/rows/prose*.txt`): every engagement that answers to one of the gold is right, every one that answers to
nothing is wrong. Prints how often claims of each likelihood are right, a file left out at a time.

    python -m training.sure
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tests.claims.prose import read, tally
from tests.claims.reading import reader

import demarche.claims.extractors as extractors
from demarche.claims.engagements.odds import best, set_right, telling_share
from demarche.claims.scene import Scene, scenes
from demarche.model import Engagement

TABLE = Path(__file__).resolve().parents[1] / "src/demarche/lexicon/data/links/sure.toml"
FILES = ("prose.txt", "prose_b.txt", "prose_c.txt", "prose_d.txt", "prose_e.txt")
RIDGE, STEPS = 1.0, 40
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Judged(NamedTuple):
    """One claim: how it was found, how likely its words are a telling in its text, whether it is right."""

    file: str
    found: float
    told: float
    right: bool


def judged() -> Iterator[Judged]:
    """The claims of our paragraphs. The confidence is that from before it is weighed."""
    extractors.with_confidence = lambda found, _: iter(found)  # type: ignore[assignment]
    for file in FILES:
        for (doc, _, _), one in zip(read(file), tally("E", file)[1], strict=True):
            own = list(scenes(doc, reader().read(doc)))
            pairs = [(c, True) for _, c in one.pairs] + [(c, False) for c in one.false]
            for claim, right in pairs:
                if isinstance(claim, Engagement):
                    yield Judged(file, claim.confidence, told(claim, own), right)


def told(claim: Engagement, own: Sequence[Scene]) -> float:
    scene = next((s for s in own if claim.sentence and s.sentence.start == claim.sentence.start), None)
    return set_right(best(scene, claim), telling_share(own)) if scene else 0.0


def fitted(rows: Sequence[Judged]) -> np.ndarray:
    """Newton's method, ridge: what remains, the weight of `found`, that of `told`."""
    x = np.array([[1.0, r.found, r.told] for r in rows])
    y = np.array([r.right for r in rows], dtype=float)
    weights, penalty = np.zeros(3), np.diag([0.0, RIDGE, RIDGE])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (y - p) - penalty @ weights)
    return weights


def likely(weights: np.ndarray, row: Judged) -> float:
    return float(1 / (1 + np.exp(-weights @ np.array([1.0, row.found, row.told]))))


def main() -> None:
    rows = list(judged())
    left_out = [(f, fitted([r for r in rows if r.file != f])) for f in FILES]
    said = [(likely(w, r), r.right) for f, w in left_out for r in rows if r.file == f]
    for low, high in pairwise(BINS):
        own = [(p, right) for p, right in said if low <= p < high]
        if own:
            print(low, high, "claims", len(own), "said", round(float(np.mean([p for p, _ in own])), 3),
                  "right", round(float(np.mean([right for _, right in own])), 3))  # fmt: skip
    head = TABLE.read_text(encoding="utf-8").partition("[weights]")[0]
    lines = [f"{name} = {value:.3f}" for name, value in zip(('""', "found", "told"), fitted(rows), strict=True)]
    TABLE.write_text(head + "[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
