"""Texts that are the same word for word: one of them stands for all, so that 500 reprints cost one comparison."""

from collections import defaultdict
from collections.abc import Sequence

from demarche.families.held import Head
from demarche.families.reasons import IDENTICAL
from demarche.families.verdict import SHORT
from demarche.model import Edge
from demarche.model.values import Direction


def groups(profiles: Sequence[Head]) -> list[list[int]]:
    """Places of the documents with the same words, the earliest first in each group; an empty text stands alone."""
    same: defaultdict[tuple[bytes, str], list[int]] = defaultdict(list)
    for i, one in enumerate(profiles):
        same[one.digest if one.length else b"", one.id if not one.length else ""].append(i)
    parts = [part for group in same.values() for part in _by_title(group, profiles)]
    return sorted(sorted(part, key=lambda i: profiles[i].age) for part in parts)


def _by_title(group: list[int], profiles: Sequence[Head]) -> list[list[int]]:
    """One house's short texts under different titles are different news, though the words are the same."""
    if profiles[group[0]].length >= SHORT or len({profiles[i].publisher for i in group}) > 1:
        return [group]
    titled: defaultdict[str | None, list[int]] = defaultdict(list)
    for i in group:
        titled[profiles[i].title].append(i)
    return list(titled.values())


def edges(group: Sequence[int], profiles: Sequence[Head]) -> list[Edge]:
    """From the first of a group to each other one."""
    first = profiles[group[0]]
    return [_edge(first, profiles[i]) for i in group[1:]]


def _edge(first: Head, other: Head) -> Edge:
    a, b = sorted((first.id, other.id))
    dated = first.published and other.published and first.published != other.published
    forward: Direction = "a>b" if first.id == a else "b>a"
    return Edge(a=a, b=b, kind="copy", score=1.0, direction=forward if dated else "unknown", why=IDENTICAL)
