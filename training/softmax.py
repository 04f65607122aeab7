"""Groups of candidates with their signs, some of them right -> the weight of each sign.

The share of a candidate is its part of the group's exponentials (a conditional logit: D. McFadden, 1974); the weights
make what is right likeliest, less a ridge. The maximum is found by L-BFGS (J. Nocedal, 1980).
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEAST, RIDGE = 4, 3.0
"""How often a sign must be seen, and how dear its weight is."""
STEPS, KEPT, ENOUGH = 200, 12, 1e-5

Array = NDArray[np.float64]


class Group(NamedTuple):
    """The signs of each candidate, and which of them are right."""

    signs: Sequence[frozenset[str]]
    right: Sequence[bool]


class _Table:
    """All groups as one list of candidates, each a run of sign numbers."""

    def __init__(self, groups: Sequence[Group], number: dict[str, int]) -> None:
        runs = [[number[s] for s in own if s in number] or [0] for g in groups for own in g.signs]
        self.size, sizes = len(number), [len(g.signs) for g in groups]
        self.flat = np.concatenate([np.array(run) for run in runs])
        lengths = np.array([len(run) for run in runs])
        self.starts, self.of = np.cumsum(lengths) - lengths, np.repeat(np.arange(len(runs)), lengths)
        self.first, self.group = np.cumsum(sizes) - np.array(sizes), np.repeat(np.arange(len(groups)), sizes)
        self.right = np.array([float(r) for g in groups for r in g.right])

    def loss(self, w: Array) -> tuple[float, Array]:
        """How unlikely what is right is, and the slope of that."""
        sums = np.add.reduceat(w[self.flat], self.starts)
        raised = np.exp(sums - np.maximum.reduceat(sums, self.first)[self.group])
        every, good = (np.add.reduceat(part, self.first) for part in (raised, raised * self.right))
        value = float((np.log(every) - np.log(good)).sum() + RIDGE / 2 * (w @ w))
        off = raised / every[self.group] - raised * self.right / good[self.group]
        return value, np.bincount(self.flat, weights=off[self.of], minlength=self.size) + RIDGE * w


def fitted(groups: Sequence[Group]) -> dict[str, float]:
    """The weight of each sign seen often enough."""
    counts = Counter(sign for g in groups for own in g.signs for sign in own)
    known = sorted(sign for sign, n in counts.items() if n >= LEAST)
    table = _Table(groups, {sign: k for k, sign in enumerate(known)})
    w = np.zeros(len(known))
    value, slope = table.loss(w)
    past: list[tuple[Array, Array]] = []
    for _ in range(STEPS):
        way, length = _way(slope, past), 1.0
        while True:
            new = w - length * way
            value_new, slope_new = table.loss(new)
            if value_new <= value - 1e-4 * length * float(slope @ way) or length < 1e-6:
                break
            length /= 2
        past = [*past, (new - w, slope_new - slope)][-KEPT:]
        done = value - value_new < ENOUGH * abs(value)
        w, value, slope = new, value_new, slope_new
        if done:
            break
    return dict(zip(known, w.tolist(), strict=True))


def _way(slope: Array, past: Sequence[tuple[Array, Array]]) -> Array:
    """The slope, bent by what the last steps told of the curve."""
    way, sizes = slope.copy(), []
    for step, change in reversed(past):
        sizes.append(float(step @ way) / float(change @ step))
        way -= sizes[-1] * change
    if past:
        step, change = past[-1]
        way *= float(step @ change) / float(change @ change)
    else:
        way /= max(1.0, float(np.abs(slope).max()))
    for (step, change), size in zip(past, reversed(sizes), strict=True):
        way += step * (size - float(change @ way) / float(change @ step))
    return way


def shares(weights: dict[str, float], signs: Sequence[frozenset[str]]) -> list[float]:
    """How likely each candidate of a group is."""
    sums = np.array([sum(weights.get(s, 0.0) for s in own) for own in signs])
    raised = np.exp(sums - sums.max())
    return [float(r) for r in raised / raised.sum()]
