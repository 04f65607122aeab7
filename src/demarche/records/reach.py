"""Some tellings -> everything that grounds lead to from them, step by step, and these grounds.

A group depends on nothing but what grounds lead to from its own tellings: what is not reached stays as it was. Tellings
alike in all that counts share all their blocks, so a node is whole once any of it is known.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable

import msgspec

from demarche.records.blocking import blocks
from demarche.records.bound import FREE, Bound, Pair
from demarche.records.compatibility import contradiction, grounds
from demarche.records.tellings import Telling
from demarche.records.world import World

Place = tuple[str, int, int, str]
Edge = tuple[float, int, int]

JUDGED = 1000.0
"""A person's word outweighs all grounds."""


class Reach:
    """`nodes` stand for the groups `same`; `reached` are the places of those that count, `edges` the grounds between
    them, the strongest first."""

    def __init__(self, start: Iterable[Telling], world: World, bound: Bound = FREE) -> None:
        self.bound = bound
        self.nodes: list[Telling] = []
        self.same: list[list[Telling]] = []
        self._world = world
        self._place: dict[str, int] = {}
        self._blocks: list[frozenset[int]] = []
        self._members: dict[int, list[int]] = defaultdict(list)
        first = list(start)
        self._took([*first, *world.near(first)])
        reached, edges = self._explored({self._place[t.claim.id] for t in first})
        self.reached = sorted(reached)
        self.edges = sorted(edges, key=self._rank)

    @property
    def tellings(self) -> list[Telling]:
        """All tellings that were reached."""
        return [t for i in self.reached for t in self.same[i]]

    def pair(self, i: int, j: int) -> Pair:
        """The claims that two nodes stand for."""
        a, b = self.nodes[i].claim.id, self.nodes[j].claim.id
        return min(a, b), max(a, b)

    def _explored(self, start: set[int]) -> tuple[set[int], list[Edge]]:
        reached, done, wave = set(start), set[int](), sorted(start)
        edges: list[Edge] = []
        while wave:
            ahead = []
            for i in wave:
                done.add(i)
                for j in self._near(i) - done:
                    if strength := self._strength(i, j):
                        edges.append((strength, min(i, j), max(i, j)))
                        if j not in reached:
                            reached.add(j)
                            ahead.append(j)
            self._took(self._world.near(self.nodes[j] for j in ahead))
            wave = ahead
        return reached, edges

    def _took(self, tellings: Iterable[Telling]) -> None:
        """New tellings become nodes, with whomever a person judged them to be one."""
        fresh = {t.claim.id: t for t in tellings if t.claim.id not in self._place}
        mates = {c for id in fresh for c in self.bound.partners.get(id, ())} - self._place.keys() - fresh.keys()
        fresh |= {t.claim.id: t for t in self._world.of(sorted(mates))}
        for group in indistinct(fresh.values(), self.bound):
            place, own = len(self.nodes), blocks(group[0])
            self.nodes.append(one(group))
            self.same.append(group)
            self._blocks.append(own)
            self._place.update((t.claim.id, place) for t in group)
            for block in own:
                self._members[block].append(place)

    def _near(self, i: int) -> set[int]:
        judged = {self._place[c] for c in self.bound.partners.get(self.nodes[i].claim.id, ()) if c in self._place}
        return {j for block in self._blocks[i] for j in self._members[block]} | judged

    def _strength(self, i: int, j: int) -> float:
        if self.pair(i, j) in self.bound.same:
            return JUDGED
        a, b = self.nodes[i], self.nodes[j]
        return grounds(a, b) if contradiction(a, b) is None else 0.0

    def _rank(self, edge: Edge) -> tuple[float, list[Place]]:
        """By strength, then by where the claims stand: that outlives the model that gave them their ids."""
        return -edge[0], sorted(_where(self.nodes[i]) for i in edge[1:])


def indistinct(tellings: Iterable[Telling], bound: Bound = FREE) -> list[list[Telling]]:
    """Tellings that differ in nothing that counts are one from the start: a thousand copies cost as much as one."""
    groups: dict[Hashable, list[Telling]] = {}
    for t in tellings:
        groups.setdefault(t.claim.id if t.claim.id in bound.judgements else _features(t), []).append(t)
    return [sorted(g, key=_where) for g in groups.values()]


def one(group: list[Telling]) -> Telling:
    """The telling that stands for all of a group."""
    documents = frozenset(t.claim.document for t in group)
    return msgspec.structs.replace(group[0], documents=documents)


def _where(t: Telling) -> Place:
    return t.claim.document, t.claim.start, t.claim.end, t.claim.id


def _features(t: Telling) -> Hashable:
    country = t.claim.place.country if t.claim.place else None
    own: Hashable = t.words if t.apart[0] == "act" else t.claim.quote if t.thin else ""
    if t.thin and t.apart[0] == "act":
        own = _where(t)
    return (
        t.apart, t.caption, t.family, t.kind, t.claim.status, tuple(t.cast.items()), t.actors, t.targets, t.window,
        t.said, t.official, t.forum, t.site, country, own,
    )  # fmt: skip
