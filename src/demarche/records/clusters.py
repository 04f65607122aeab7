"""Tellings -> groups that are one event each: strongest grounds first, and never two that contradict in one group.

The order of the input decides nothing: the grounds are sorted by strength, then by the ids of the two claims. Before
joining, every telling of one group is held against every telling of the other (complete linkage on contradiction), so
that a vague report cannot chain two distinct calls together.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

import msgspec

from demarche.records.blocking import pairs
from demarche.records.compatibility import contradiction, grounds
from demarche.records.tellings import Telling


def clusters(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, ...]]:
    """The groups, each in the order of its tellings."""
    same = _indistinct(tellings)
    nodes = [_one(group) for group in same]
    for members in _agglomerated(nodes):
        yield tuple(sorted((t for i in members for t in same[i]), key=lambda t: t.claim.id))


def _indistinct(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings that differ in nothing that counts are one from the start: a thousand copies cost as much as one."""
    groups: dict[Hashable, list[Telling]] = {}
    for t in tellings:
        groups.setdefault(_features(t), []).append(t)
    return [sorted(g, key=lambda t: t.claim.id) for g in groups.values()]


def _one(group: list[Telling]) -> Telling:
    documents = frozenset(t.claim.document for t in group)
    return msgspec.structs.replace(group[0], documents=documents)


def _features(t: Telling) -> Hashable:
    country = t.claim.place.country if t.claim.place else None
    own = t.claim.quote if t.thin or t.apart[0] == "act" else ""
    return (
        t.apart, t.caption, t.family, t.kind, t.claim.status, tuple(t.cast.items()), t.actors, t.targets, t.window,
        t.said, t.official, t.forum, t.site, country, own,
    )  # fmt: skip


def _agglomerated(nodes: Sequence[Telling]) -> Iterator[list[int]]:
    home = list(range(len(nodes)))
    members = {i: [i] for i in home}
    apart: dict[int, set[int]] = {i: set() for i in home}
    for i, j in _edges(nodes):
        a, b = sorted((home[i], home[j]))
        if a == b or b in apart[a]:
            continue
        if any(contradiction(nodes[x], nodes[y]) for x in members[a] for y in members[b]):
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


def _edges(nodes: Sequence[Telling]) -> list[tuple[int, int]]:
    found = []
    for i, j in pairs(nodes):
        a, b = nodes[i], nodes[j]
        if contradiction(a, b) is None and (strength := grounds(a, b)):
            first, second = sorted((a.claim.id, b.claim.id))
            found.append((-strength, first, second, i, j))
    return [(i, j) for *_, i, j in sorted(found)]
