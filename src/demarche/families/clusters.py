"""Firm pairs into families: connected documents, with chains cut where an end no longer resembles the middle.

A round-up that holds two stories would tie both into one family. So every member must agree with the medoid, the
document most like all others of its component; what does not is left to form components of its own. What was one family
before stays one as long as its documents hang together: a later document may move the medoid, but splits nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import fsum

import numpy as np
from numpy.typing import NDArray

from demarche.families.components import components

Likeness = Callable[[int, int], float]
"""How alike two documents are, 0 where they do not belong to one family."""


Homes = Sequence[frozenset[str]]
"""For each document the ids of the families in which it, or one of the same words, was before."""

Near = Mapping[int, Mapping[int, float]]
"""For each document those that it is firmly tied to, and how firmly."""
Together = Callable[[int, NDArray[np.uint32]], list[int]]
"""Of so many documents and the edges between them, the smallest number that each hangs together with."""


def clusters(
    edges: NDArray[np.uint32],
    scores: NDArray[np.float64],
    like: Likeness,
    homes: Homes,
    together: Together = components,
) -> Iterator[list[int]]:
    """The families among as many documents as have `homes`; `like` is asked about a member and the medoid only.

    `edges` are the firm ones, a row each, and `scores` theirs. Only the ties of one component are held as objects.
    """
    labels = np.array(together(len(homes), edges), dtype=np.uint32)
    order = np.argsort(labels, kind="stable")
    of_edges = labels[edges[:, 0]]
    ties = np.argsort(of_edges, kind="stable")
    for members, own in _shares(labels[order], of_edges[ties]):
        component = order[members].tolist()
        if homes[component[0]] and all(homes[i] == homes[component[0]] for i in component):
            yield component
        else:
            yield from _rejoined(_uncut(component, _near(edges[ties[own]], scores[ties[own]]), like), homes)


def _shares(labels: NDArray[np.uint32], of_edges: NDArray[np.uint32]) -> Iterator[tuple[slice, slice]]:
    """For each component where its members and its edges stand, both sorted by their labels."""
    starts = np.flatnonzero(np.r_[True, labels[1:] != labels[:-1]]) if len(labels) else np.empty(0, dtype=np.intp)
    ends = np.r_[starts[1:], len(labels)]
    first, last = (np.searchsorted(of_edges, labels[starts], side) for side in ("left", "right"))
    for a, b, c, d in zip(starts.tolist(), ends.tolist(), first.tolist(), last.tolist(), strict=True):
        yield slice(a, b), slice(c, d)


def _near(edges: NDArray[np.uint32], scores: NDArray[np.float64]) -> Near:
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in zip(edges.tolist(), scores.tolist(), strict=True):
        near[a][b] = near[b][a] = score
    return near


def _rejoined(parts: Iterable[list[int]], homes: Homes) -> Iterator[list[int]]:
    """The parts of one component, those that share a former family as one."""
    held: list[tuple[frozenset[str], list[int]]] = []
    for part in parts:
        names = frozenset().union(*(homes[i] for i in part))
        apart = []
        for others, members in held:
            if names & others:
                names, part = names | others, part + members
            else:
                apart.append((others, members))
        held = [*apart, (names, part)]
    yield from (sorted(members) for _, members in held)


def _components(members: Iterable[int], near: Near) -> Iterator[list[int]]:
    left = dict.fromkeys(members)
    while left:
        found, ahead = [], [next(iter(left))]
        del left[ahead[0]]
        while ahead:
            one = ahead.pop()
            found.append(one)
            for other in near.get(one, ()):
                if other in left:
                    del left[other]
                    ahead.append(other)
        yield sorted(found)


def _uncut(component: list[int], near: Near, like: Likeness) -> Iterator[list[int]]:
    """A component as it is, or in parts."""
    if len(component) < 3:
        yield component
        return
    medoid = max(component, key=lambda i: (fsum(near[i].values()), -i))
    kept = [i for i in component if i == medoid or i in near[medoid] or like(medoid, i) > 0]
    yield kept
    held = set(kept)
    yield from (
        part for rest in _components((i for i in component if i not in held), near) for part in _uncut(rest, near, like)
    )
