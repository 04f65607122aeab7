"""Tellings -> groups that are one event each: strongest grounds first, and never two that contradict in one group.

The order of the input decides nothing: the grounds are sorted by strength, then by where the two claims stand. Before
joining, every telling of one group is held against every telling of the other (complete linkage on contradiction), so
that a vague report cannot chain two distinct calls together. What a person judged to be the same is joined first.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.records.bound import FREE, Bound
from demarche.records.compatibility import DAYS, PLACES, contradiction, pardoned
from demarche.records.reach import JUDGED, Reach
from demarche.records.tellings import Telling
from demarche.records.world import Memory


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Two groups became one (`barred` null), or stayed two: by the grounds between claims `a` and `b`."""

    strength: float
    a: Telling
    b: Telling
    barred: str | None = None


def clusters(tellings: Iterable[Telling], bound: Bound = FREE) -> Iterator[tuple[Telling, ...]]:
    """The groups among some tellings, each in the order of its claims."""
    every = list(tellings)
    return Agglomeration(Reach(every, Memory(every, {}), bound)).groups()


class Agglomeration:
    """The joining of groups; `joins` says after it what was joined, what was not, and why."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self.joins: list[Join] = []

    def groups(self) -> Iterator[tuple[Telling, ...]]:
        """The tellings of each group, in the order of their claims."""
        for members in self._joined():
            yield tuple(sorted((t for i in members for t in self._reach.same[i]), key=lambda t: t.claim.id))

    def _joined(self) -> Iterator[list[int]]:
        home = {i: i for i in self._reach.reached}
        members = {i: [i] for i in home}
        apart: dict[int, set[int]] = {i: set() for i in home}
        nodes = self._reach.nodes
        for strength, i, j in self._reach.edges:
            a, b = sorted((home[i], home[j]))
            if a == b or b in apart[a]:
                continue
            barred = self._barred(members[a], members[b], strength)
            self.joins.append(Join(strength=strength, a=nodes[i], b=nodes[j], barred=barred))
            if barred:
                apart[a].add(b)
                apart[b].add(a)
                continue
            for k in members[b]:
                home[k] = a
            members[a] += members.pop(b)
            for other in apart.pop(b):
                apart[other].discard(b)
                apart[other].add(a)
                apart[a].add(other)
        yield from members.values()

    def _barred(self, one: Sequence[int], other: Sequence[int], strength: float) -> str | None:
        """Why two groups cannot be one."""
        nodes, bound = self._reach.nodes, self._reach.bound
        every = [(x, y) for x in one for y in other]
        if any(self._reach.pair(x, y) in bound.different for x, y in every):
            return "judged to be different"
        if strength >= JUDGED:
            return None
        reasons = {reason for x, y in every if (reason := contradiction(nodes[x], nodes[y]))}
        if reasons and reasons <= {DAYS, PLACES} and any(pardoned(nodes[x], nodes[y]) for x, y in every):
            return None
        return min(reasons, default=None)
