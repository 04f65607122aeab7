"""Firm pairs into families: connected documents, with chains cut where an end no longer resembles the middle.

A round-up that holds two stories would tie both into one family. So every member must agree with the medoid, the
document most like all others of its component; what does not is left to form components of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

Likeness = Callable[[int, int], float]
"""How alike two documents are, 0 where they do not belong to one family."""


def clusters(size: int, firm: Mapping[tuple[int, int], float], like: Likeness) -> Iterator[list[int]]:
    """The families among documents 0 … size - 1; `like` is asked about a member and the medoid only."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in firm.items():
        near[a][b] = near[b][a] = score
    for component in _components(range(size), near):
        yield from _uncut(component, near, like)


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
    medoid = max(component, key=lambda i: (sum(near[i].values()), -i))
    kept = [i for i in component if i == medoid or i in near[medoid] or like(medoid, i) > 0]
    yield kept
    held = set(kept)
    yield from (
        part for rest in _components((i for i in component if i not in held), near) for part in _uncut(rest, near, like)
    )
