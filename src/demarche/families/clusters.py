"""Firm pairs into families: connected documents, with chains cut where an end no longer resembles the middle.

A round-up that holds two stories would tie both into one family. So every member must agree with the medoid, the
document most like all others of its component; what does not is left to form components of its own. What was one family
before stays one as long as its documents hang together: a later document may move the medoid, but splits nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import fsum

from demarche.families.components import united

Likeness = Callable[[int, int], float]
"""How alike two documents are, 0 where they do not belong to one family."""


Homes = Sequence[frozenset[str]]
"""For each document the ids of the families in which it, or one of the same words, was before."""

Together = Callable[[int, Sequence[tuple[int, int]]], list[int]]
"""Of so many documents and the edges between them, the smallest number that each hangs together with."""


def clusters(
    firm: Mapping[tuple[int, int], float], like: Likeness, homes: Homes, together: Together = united
) -> Iterator[list[int]]:
    """The families among as many documents as have `homes`; `like` is asked about a member and the medoid only."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in firm.items():
        near[a][b] = near[b][a] = score
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for i, label in enumerate(together(len(homes), list(firm))):
        parts[label].append(i)
    for component in parts.values():
        if homes[component[0]] and all(homes[i] == homes[component[0]] for i in component):
            yield component
        else:
            yield from _rejoined(_uncut(component, near, like), homes)


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


def _components(members: Iterable[int], near: Mapping[int, Mapping[int, float]]) -> Iterator[list[int]]:
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


def _uncut(component: list[int], near: Mapping[int, Mapping[int, float]], like: Likeness) -> Iterator[list[int]]:
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
