"""Two windows -> breadth at equal coverage, and the partners lost by chance alone.

More texts name more partners. So the larger coverage is thinned to the smaller: the expected number of partners in a
random sample of m of its F families (Hurlbert, *The nonconcept of species diversity*, Ecology 52, 1971, formula for
E[S_m]): the sum over partners of 1 - C(F - f, m) / C(F, m), where f families tell of a partner.

Losses by chance: were nothing to change, the contacts of both windows would be shuffled between them. A partner with k
of N contacts is then in the baseline only, with n contacts in the window, with probability C(N - k, n) / C(N, n). Most
partners met once are lost by that alone.
"""

from collections.abc import Iterable, Mapping
from math import exp, lgamma

import msgspec
import numpy as np

DRAWS, SEED = 2000, 1971


class Losses(msgspec.Struct, frozen=True):
    """How many partners would be missing were nothing to change: expected, and a 90% range."""

    expected: float
    low: int
    high: int


def missing(total: int, own: int, drawn: int) -> float:
    """The chance that none of `own` items is among `drawn` of `total`: C(total - own, drawn) / C(total, drawn)."""
    if drawn > total - own:
        return 0.0
    return exp(_choose(total - own, drawn) - _choose(total, drawn))


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def rarefied(told: Iterable[int], total: int, sample: int) -> float:
    """The partners to expect in `sample` of `total` families; `told`: how many families tell of each."""
    return sum(1 - missing(total, f, min(sample, total)) for f in sorted(told))


def losses(before: Mapping[str, int], now: Mapping[str, int]) -> Losses:
    """Partners in the baseline and not in the window, were the contacts of both shuffled."""
    names = sorted({*before, *now})
    each = [before.get(n, 0) + now.get(n, 0) for n in names]
    total, drawn = sum(each), sum(now.values())
    expected = sum(missing(total, k, drawn) for k in each)
    if not total:
        return Losses(0.0, 0, 0)
    random = np.random.Generator(np.random.PCG64(SEED))
    sampled = random.multivariate_hypergeometric(sorted(each), drawn, size=DRAWS)
    lost = (sampled == 0).sum(axis=1)
    low, high = np.quantile(lost, (0.05, 0.95))
    return Losses(round(expected, 2), int(low), int(high))
