"""Documents into families: identical texts, candidates by rare stems, verdicts, clusters, best witnesses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from demarche.families import identical
from demarche.families.best import best
from demarche.families.candidates import candidates, keys
from demarche.families.clusters import clusters
from demarche.families.comparison import Comparison
from demarche.families.names import Names
from demarche.families.profile import Profile, profile
from demarche.families.rarity import among
from demarche.families.verdict import edge, score
from demarche.model import Document, Edge, Family


def families(documents: Iterable[Document], earlier: Iterable[Family] = ()) -> tuple[Family, ...]:
    """The families of these documents, each document in exactly one.

    `earlier` are the families of a previous run: a family that still holds one of their documents keeps the oldest id,
    and the ids of others that it swallowed become its `referents`.
    """
    profiles = sorted({d.id: profile(d) for d in documents}.values(), key=lambda p: p.id)
    groups = identical.groups(profiles)
    heads = [profiles[group[0]] for group in groups]
    compare = Comparison(heads)
    found = list(_verdicts(heads, compare))
    firm = {pair: e.score for pair, e in found if e.firm}

    def like(i: int, j: int) -> float:
        verdict = edge(compare.pair(i, j))
        return verdict.score if verdict else 0.0

    members = [[profiles[i] for head in cluster for i in groups[head]] for cluster in clusters(len(heads), firm, like)]
    every = [e for _, e in found] + [e for group in groups for e in identical.edges(group, profiles)]
    return tuple(_families(members, every, Names(earlier)))


def likeness(documents: Iterable[Document]) -> Iterator[tuple[str, str, float]]:
    """How alike every two of a few documents are, from 0 to 1."""
    profiles = sorted((profile(d) for d in documents), key=lambda p: p.id)
    compare = Comparison(profiles, among(p.words for p in profiles))
    for i, j in combinations(range(len(profiles)), 2):
        yield profiles[i].id, profiles[j].id, round(score(compare.pair(i, j)), 4)


def compared(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The pairs that `families` would compare sentence by sentence."""
    profiles = sorted((profile(d) for d in documents), key=lambda p: p.id)
    for i, j in candidates(map(keys, profiles)):
        yield profiles[i].id, profiles[j].id


def _verdicts(profiles: Sequence[Profile], compare: Comparison) -> Iterator[tuple[tuple[int, int], Edge]]:
    """The edges between documents, with their places."""
    for i, j in candidates(map(keys, profiles)):
        verdict = edge(compare.pair(i, j))
        if verdict is not None:
            yield (i, j), verdict


def _families(members: Sequence[Sequence[Profile]], edges: Sequence[Edge], names: Names) -> Iterator[Family]:
    """Each family with the edges inside it, and those that lead out of it (excerpts, possible ones)."""
    of = {p.id: i for i, group in enumerate(members) for p in group}
    inside: defaultdict[int, set[Edge]] = defaultdict(set)
    for e in edges:
        inside[of[e.a]].add(e)
        inside[of[e.b]].add(e)
    for i, group in enumerate(members):
        likeness: defaultdict[str, float] = defaultdict(float)
        for e in inside[i]:
            for one in (e.a, e.b):
                likeness[one] += e.score * e.firm
        name, referents = names.of(group)
        yield Family(
            id=name, documents=tuple(sorted(p.id for p in group)), edges=tuple(sorted(inside[i])),
            best=best(group, likeness), referents=referents,
        )  # fmt: skip
