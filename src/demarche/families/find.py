"""Documents into families: identical texts, candidates by rare stems, verdicts, clusters, best witnesses."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

import msgspec
import numpy as np

from demarche.families import identical
from demarche.families.candidates import candidates
from demarche.families.clusters import Together, clusters
from demarche.families.comparison import Comparison
from demarche.families.components import components
from demarche.families.held import Held
from demarche.families.judging import judged
from demarche.families.kin import Found, Kin
from demarche.families.names import Names
from demarche.families.order import Pairs
from demarche.families.profile import Profile, profile
from demarche.families.rarity import among
from demarche.families.rows import Rows
from demarche.families.threads import threaded, with_shared_origins
from demarche.families.verdict import score, verdict
from demarche.model import Document, Family


def families(documents: Iterable[Document], earlier: Iterable[Family] = ()) -> tuple[Family, ...]:
    """The families of these documents, each document in exactly one.

    `earlier` are the families of a previous run: a family that still holds one of their documents keeps the oldest id,
    and the ids of others that it swallowed become its `referents`.
    """
    return tuple(joined(map(profile, documents), earlier=earlier))


def joined(
    profiles: Iterable[Profile],
    *,
    earlier: Iterable[Family] = (),
    fresh: Collection[str] | None = None,
    workers: int = 1,
    engine: str = "pool",
) -> Found:
    """The same from profiles; each family is put together when it is asked for.

    `fresh` are the ids of those that no run has compared (without it: all are). Two that are not fresh are not
    compared again: their edges are those of the `earlier` families. With several workers, whatever is much enough for
    them runs on the `engine`.
    """
    held = Held(profiles)
    groups = identical.groups(held.heads)
    firsts = [group[0] for group in groups]
    new = [fresh is None or any(held.heads[i].id in fresh for i in group) for group in groups]
    pairs = _pairs(held, firsts, new, workers, engine)
    held.forget_keys()
    rows, former = Rows(), list[Family]()
    number = {held.heads[first].id: k for k, first in enumerate(firsts)}
    for family in earlier:
        _keep(rows, family, number, new)
        former.append(msgspec.structs.replace(family, edges=()))
    for found in judged(lambda k: held.packed(firsts[k]), pairs, workers, engine):
        rows.add(number[found.a], number[found.b], found)
    del pairs
    parts = list(_parts(held, groups, rows, former, partial(components, workers=workers, engine=engine)))
    kin = Kin(held, groups, rows, parts)
    bare = threaded(list(kin.bare(Names(former))), held, former)
    return kin.under(with_shared_origins(bare, held, former, fresh))


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


def _pairs(held: Held, firsts: Sequence[int], new: Sequence[bool], workers: int, engine: str) -> Pairs:
    """The candidate pairs among the first of each group, by their numbers; groups come in the order of ids, so that no
    history decides who meets whom."""
    return candidates([held.keys[i] for i in firsts], new, workers, engine)


def _keep(rows: Rows, family: Family, number: dict[str, int], new: Sequence[bool]) -> None:
    """The edges found before between documents that still stand for themselves and have not changed.

    One that leads out of its family is in two: that of its first document gives it.
    """
    own = frozenset(family.documents)
    for edge in family.edges:
        a, b = number.get(edge.a), number.get(edge.b)
        if edge.a in own and a is not None and b is not None and not (new[a] or new[b]):
            rows.keep(a, b, edge)


def _parts(
    held: Held, groups: Sequence[Sequence[int]], rows: Rows, former: Iterable[Family], together: Together
) -> Iterator[list[int]]:
    """The numbers of the groups that are one family."""
    before = {d: f.id for f in former for d in f.documents}
    homes = [frozenset(before[d] for i in group if (d := held.heads[i].id) in before) for group in groups]
    compare = Comparison(held)

    def like(k: int, m: int) -> float:
        found = verdict(compare.pair(groups[k][0], groups[m][0]))
        return found.score if found else 0.0

    firm = rows.firm()
    edges = np.stack(rows.ends(), axis=1)[firm]
    yield from clusters(edges, rows.scores()[firm], like, homes, together)
