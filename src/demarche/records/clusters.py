"""Tellings -> groups that are one event each: strongest grounds first, and never two that contradict in one group.

The order of the input decides nothing: the grounds are sorted by strength, then by where the two claims stand. Before
joining, every telling of one group is held against every telling of the other (complete linkage on contradiction), so
that a vague report cannot chain two distinct calls together. What a person judged to be the same is joined first.

A group depends on nothing but the tellings that grounds lead to from its own, step by step: with `touched`, only the
groups that can be others than before are made again.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

import msgspec

from demarche.records.blocking import Blocks
from demarche.records.bound import FREE, Bound, Pair
from demarche.records.compatibility import DAYS, PLACES, contradiction, grounds, pardoned
from demarche.records.tellings import Telling

Place = tuple[str, int, int, str]

JUDGED = 1000.0
"""A person's word outweighs all grounds."""


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Two groups became one (`barred` null), or stayed two: by the grounds between claims `a` and `b`."""

    strength: float
    a: Telling
    b: Telling
    barred: str | None = None


def clusters(
    tellings: Iterable[Telling], bound: Bound = FREE, touched: Collection[str] | None = None
) -> Iterator[tuple[Telling, ...]]:
    """The groups, each in the order of its tellings; with `touched`, those that these claims can have a part in."""
    same = indistinct(tellings, bound)
    nodes = [one(group) for group in same]
    start = range(len(nodes))
    chosen = start if touched is None else [i for i in start if any(t.claim.id in touched for t in same[i])]
    for members in Agglomeration(nodes, bound, chosen).groups():
        yield tuple(sorted((t for i in members for t in same[i]), key=lambda t: t.claim.id))


def indistinct(tellings: Iterable[Telling], bound: Bound = FREE) -> list[list[Telling]]:
    """Tellings that differ in nothing that counts are one from the start: a thousand copies cost as much as one."""
    groups: dict[Hashable, list[Telling]] = {}
    for t in tellings:
        groups.setdefault(t.claim.id if t.claim.id in bound.judgements else _features(t), []).append(t)
    return [sorted(g, key=_place) for g in groups.values()]


def one(group: list[Telling]) -> Telling:
    """The telling that stands for all of a group."""
    documents = frozenset(t.claim.document for t in group)
    return msgspec.structs.replace(group[0], documents=documents)


def _place(t: Telling) -> Place:
    return t.claim.document, t.claim.start, t.claim.end, t.claim.id


def _features(t: Telling) -> Hashable:
    country = t.claim.place.country if t.claim.place else None
    own: Hashable = t.words if t.apart[0] == "act" else t.claim.quote if t.thin else ""
    if t.thin and t.apart[0] == "act":
        own = _place(t)
    return (
        t.apart, t.caption, t.family, t.kind, t.claim.status, tuple(t.cast.items()), t.actors, t.targets, t.window,
        t.said, t.official, t.forum, t.site, country, own,
    )  # fmt: skip


class Agglomeration:
    """The joining of groups; `joins` says after it what was joined, what was not, and why."""

    def __init__(self, nodes: Sequence[Telling], bound: Bound, start: Iterable[int]) -> None:
        self.nodes = nodes
        self.bound = bound
        self.joins: list[Join] = []
        self._place = {t.claim.id: i for i, t in enumerate(nodes)}
        self._reached, self._edges = self._explored(start)

    def groups(self) -> Iterator[list[int]]:
        """The places of the tellings of each group."""
        home = {i: i for i in self._reached}
        members = {i: [i] for i in home}
        apart: dict[int, set[int]] = {i: set() for i in home}
        for strength, i, j in self._edges:
            a, b = sorted((home[i], home[j]))
            if a == b or b in apart[a]:
                continue
            barred = self._barred(members[a], members[b], strength)
            self.joins.append(Join(strength=strength, a=self.nodes[i], b=self.nodes[j], barred=barred))
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

    def _explored(self, start: Iterable[int]) -> tuple[list[int], list[tuple[float, int, int]]]:
        """Everything that grounds lead to from some tellings, and these grounds, the strongest first."""
        blocks = Blocks(self.nodes)
        judged = self._judged()
        todo, found = list(start), []
        reached, done = set(todo), set[int]()
        while todo:
            i = todo.pop()
            done.add(i)
            for j in (blocks.near(i) | judged.get(i, set())) - done:
                if strength := self._strength(i, j):
                    found.append((strength, min(i, j), max(i, j)))
                    if j not in reached:
                        reached.add(j)
                        todo.append(j)
        return sorted(reached), sorted(found, key=self._rank)

    def _rank(self, edge: tuple[float, int, int]) -> tuple[float, list[Place]]:
        """By strength, then by where the claims stand: that outlives the model that gave them their ids."""
        return -edge[0], sorted(_place(self.nodes[i]) for i in edge[1:])

    def _judged(self) -> dict[int, set[int]]:
        there: dict[int, set[int]] = {}
        for a, b in self.bound.same:
            if a in self._place and b in self._place:
                there.setdefault(self._place[a], set()).add(self._place[b])
                there.setdefault(self._place[b], set()).add(self._place[a])
        return there

    def _strength(self, i: int, j: int) -> float:
        a, b = self.nodes[i], self.nodes[j]
        if self._pair(i, j) in self.bound.same:
            return JUDGED
        return grounds(a, b) if contradiction(a, b) is None else 0.0

    def _pair(self, i: int, j: int) -> Pair:
        a, b = self.nodes[i].claim.id, self.nodes[j].claim.id
        return min(a, b), max(a, b)

    def _barred(self, one: Sequence[int], other: Sequence[int], strength: float) -> str | None:
        """Why two groups cannot be one."""
        every = [(x, y) for x in one for y in other]
        if any(self._pair(x, y) in self.bound.different for x, y in every):
            return "judged to be different"
        if strength >= JUDGED:
            return None
        reasons = {reason for x, y in every if (reason := contradiction(self.nodes[x], self.nodes[y]))}
        if reasons and reasons <= {DAYS, PLACES} and any(pardoned(self.nodes[x], self.nodes[y]) for x, y in every):
            return None
        return min(reasons, default=None)
