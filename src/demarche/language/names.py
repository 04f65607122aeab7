"""Scores of name tags -> names: the best sequence in which every I- continues a name of its own kind (Viterbi)."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def spans(scores: NDArray[np.float32], tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, last word + 1, kind) of each name in one sentence."""
    path = _best(scores, tuple(tags))
    found: list[tuple[int, int, str]] = []
    for i, number in enumerate(path):
        tag = tags[number]
        if tag.startswith("B-"):
            found.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-"):
            start, _, kind = found[-1]
            found[-1] = (start, i + 1, kind)
    return found


def _best(scores: NDArray[np.float32], tags: tuple[str, ...]) -> list[int]:
    """Numbers of the best allowed tags."""
    chosen = scores.argmax(-1)
    steps = _steps(tags)
    if not len(chosen) or (_opening(tags)[chosen[0]] == 0 and not steps[chosen[:-1], chosen[1:]].any()):
        return [int(k) for k in chosen]  # almost every sentence: nothing forbidden was wanted
    best = scores[0] + _opening(tags)
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        reached = best[:, None] + steps
        back[i] = reached.argmax(0)
        best = reached.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


@cache
def _opening(tags: tuple[str, ...]) -> NDArray[np.float64]:
    return np.array([_NEVER if t.startswith("I-") else 0.0 for t in tags])


@cache
def _steps(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """What it costs to go from one tag to the next."""
    allowed = [[not b.startswith("I-") or a[1:] == b[1:] for b in tags] for a in tags]
    return np.where(np.array(allowed), 0.0, _NEVER)
