"""Pairs with a likeness -> groups: the two groups most alike on average are joined until none are alike enough.

Average linkage (Sokal and Michener 1958): a thread grows by what resembles all of it, so that a summary of the year,
which has something of each story, does not tie them into one. A pair without a likeness counts as quite unlike.
"""

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush


def groups(size: int, alike: Mapping[tuple[int, int], float], bar: float) -> Iterator[list[int]]:
    """The groups among 0 … size - 1. Neither the order of `alike` nor a tie decides anything by chance."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    for (a, b), likeness in alike.items():
        near[a][b] = near[b][a] = likeness
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    heap = [(-likeness, min(pair), max(pair)) for pair, likeness in alike.items() if likeness >= bar]
    heapify(heap)
    while heap:
        distance, a, b = heappop(heap)
        if a not in members or b not in members or -distance != _average(a, b, near, members):
            continue
        members[a] += members.pop(b)
        for other, total in near[b].items():
            del near[other][b]
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + total
        near[b] = {}
        for other in near[a]:
            average = _average(a, other, near, members)
            if average >= bar:
                heappush(heap, (-average, min(a, other), max(a, other)))
    yield from (sorted(group) for group in members.values())


def _average(a: int, b: int, near: list[dict[int, float]], members: Mapping[int, list[int]]) -> float:
    return near[a].get(b, 0.0) / (len(members[a]) * len(members[b]))
