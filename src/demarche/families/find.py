"""Documents into families: identical texts, candidates by rare stems, verdicts, clusters, best witnesses."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

import numpy as np

from demarche.families import identical
from demarche.families.best import best, damaged
from demarche.families.candidates import candidates
from demarche.families.clusters import Together, clusters
from demarche.families.comparison import Comparison
from demarche.families.components import components
from demarche.families.judging import judged
from demarche.families.names import Names
from demarche.families.order import Pairs
from demarche.families.origins import shared_origin
from demarche.families.profile import Profile, profile
from demarche.families.rarity import among
from demarche.families.threads import threaded, with_shared_origins
from demarche.families.verdict import edge, score
from demarche.model import Document, Edge, Family


def families(documents: Iterable[Document], earlier: Iterable[Family] = ()) -> tuple[Family, ...]:
    """The families of these documents, each document in exactly one.

    `earlier` are the families of a previous run: a family that still holds one of their documents keeps the oldest id,
    and the ids of others that it swallowed become its `referents`.
    """
    return joined(map(profile, documents), earlier=earlier)


def joined(
    profiles: Iterable[Profile],
    *,
    earlier: Iterable[Family] = (),
    fresh: Collection[str] | None = None,
    workers: int = 1,
    engine: str = "pool",
) -> tuple[Family, ...]:
    """The same from profiles. `fresh` are the ids of those that no run has compared (without it: all are).

    Two that are not fresh are not compared again: their edges are those of the `earlier` families. With several
    workers, whatever is much enough for them runs on the `engine`.
    """
    every = sorted({p.id: p for p in profiles}.values(), key=lambda p: p.id)
    former = tuple(earlier)
    groups = identical.groups(every)
    heads = [every[group[0]] for group in groups]
    new = [fresh is None or any(every[i].id in fresh for i in group) for group in groups]
    order = sorted(range(len(heads)), key=lambda k: heads[k].id)
    pairs = _pairs(heads, order, new, workers, engine)
    found = [*_known(former, heads, new), *judged(heads, pairs, workers, engine)]
    together = partial(components, workers=workers, engine=engine)
    parts = _clustered(heads, [[every[i].id for i in group] for group in groups], found, former, together)
    members = [[every[i] for head in part for i in groups[head]] for part in parts]
    edges = found + [e for group in groups for e in identical.edges(group, every)]
    made = list(_families(members, edges, Names(former)))
    known = {p.id: p for p in every}
    return tuple(with_shared_origins(threaded(made, known, former), known, former, fresh))


def likeness(documents: Iterable[Document]) -> Iterator[tuple[str, str, float]]:
    """How alike every two of a few documents are, from 0 to 1, against the background of the others."""
    profiles = sorted((profile(d) for d in documents), key=lambda p: p.id)
    compare = Comparison(profiles, among(p.words for p in profiles))
    for i, j in combinations(range(len(profiles)), 2):
        yield profiles[i].id, profiles[j].id, round(score(compare.pair(i, j)), 4)


def compared(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The pairs that `families` would compare sentence by sentence."""
    profiles = sorted((profile(d) for d in documents), key=lambda p: p.id)
    for i, j, _ in candidates([(p.keys, p.places) for p in profiles]).tolist():
        yield profiles[i].id, profiles[j].id


def _pairs(heads: Sequence[Profile], order: Sequence[int], new: Sequence[bool], workers: int, engine: str) -> Pairs:
    """The candidate pairs of places; documents are numbered by id, so that no history decides who meets whom."""
    keyed = [(heads[k].keys, heads[k].places) for k in order]
    found = candidates(keyed, [new[k] for k in order], workers, engine)
    return np.array(order, dtype=np.uint32)[found[:, :2]]


def _known(former: Iterable[Family], heads: Sequence[Profile], new: Sequence[bool]) -> Iterator[Edge]:
    """The edges found before between documents that still stand for themselves and have not changed."""
    old = {p.id for p, is_new in zip(heads, new, strict=True) if not is_new}
    yield from {(e.a, e.b): e for f in former for e in f.edges if e.a in old and e.b in old}.values()


def _clustered(
    heads: Sequence[Profile],
    groups: Sequence[Sequence[str]],
    found: Iterable[Edge],
    former: Iterable[Family],
    together: Together,
) -> Iterator[list[int]]:
    place = {p.id: i for i, p in enumerate(heads)}
    firm = {(place[e.a], place[e.b]): e.score for e in found if e.firm}
    before = {d: f.id for f in former for d in f.documents}
    homes = [frozenset(before[d] for d in group if d in before) for group in groups]
    compare = Comparison(heads)

    def like(i: int, j: int) -> float:
        verdict = edge(compare.pair(i, j))
        return verdict.score if verdict else 0.0

    yield from clusters(firm, like, homes, together)


def _families(members: Sequence[Sequence[Profile]], edges: Iterable[Edge], names: Names) -> Iterator[Family]:
    """Each family with the edges inside it, and those that lead out of it (excerpts, possible ones)."""
    of = {p.id: i for i, group in enumerate(members) for p in group}
    inside: defaultdict[int, set[Edge]] = defaultdict(set)
    for e in edges:
        inside[of[e.a]].add(e)
        inside[of[e.b]].add(e)
    for i, group in enumerate(members):
        name, referents = names.of(group)
        bad = damaged(group)
        witness, why = best(group, _likeness(inside[i]), bad)
        yield Family(
            id=name, documents=tuple(sorted(p.id for p in group)), edges=tuple(sorted(inside[i])), best=witness,
            why=why, damaged=tuple(sorted(bad)), origin=shared_origin(group), referents=referents,
        )  # fmt: skip


def _likeness(edges: Iterable[Edge]) -> Mapping[str, float]:
    """How much the others of a family agree with each member."""
    found: defaultdict[str, float] = defaultdict(float)
    for e in edges:
        for one in (e.a, e.b):
            found[one] += e.score * e.firm
    return found
