"""Contacts -> a state's place among all: rank intervals on the graph of bilateral contact in person.

Strength is the number of contacts; PageRank (Brin and Page 1998, damping .85) and the eigenvector count contact with
the well connected more; the k-core is the innermost group in which everybody has k partners; betweenness (Freeman
1977) is the share of shortest paths that lead through a state, the broker's place. Ranks are printed as the 90%
interval over graphs of contacts drawn with replacement. With fewer than five contacts, or five states, none is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import networkx
import numpy as np
from numpy.typing import NDArray

from demarche.network.contacts import Contact
from demarche.network.figure import Number, behind, rounded

FEWEST = 5
DRAWS, SEED = 50, 1998
STAR = 0.8
"""Share of all contacts that are one state's, from which the graph shows whose texts were read, and little else."""
Scores = Mapping[str, float]


def centralities(state: str, met: Sequence[Contact]) -> Iterator[Number]:
    """Every centrality of a state in a window with its rank interval, or why there is none."""
    live = sorted((c for c in met if c.manner == "in_person"), key=lambda c: (c.a, c.b, c.first, c.record))
    own = [c for c in live if state in (c.a, c.b)]
    nodes = {p for c in live for p in (c.a, c.b)}
    if len(own) < FEWEST or len(nodes) < FEWEST:
        why = f"{len(own)} contacts in person, {len(nodes)} parties: too few for a rank"
        yield from (Number(metric=name, value=None, note=why, records=behind(own)) for name in METRICS)
        return
    share = len(own) / len(live)
    star = (
        f"; {share:.0%} of all contacts are its own: a rank among those whose texts were not read"
        if share > STAR
        else ""
    )
    random = np.random.Generator(np.random.PCG64(SEED))
    drawn = [_graph([live[i] for i in random.integers(0, len(live), len(live))]) for _ in range(DRAWS)]
    whole = _graph(live)
    for name, scores in METRICS.items():
        ranks = [rank(scores(graph), state) for graph in drawn]
        low, high = np.quantile(ranks, (0.05, 0.95))
        value = scores(whole)[state]
        yield Number(metric=name, value=rounded(value), low=float(low), high=float(high), of=len(nodes),
                     note=f"the ends are ranks among {len(nodes)}{star}", records=behind(own))  # fmt: skip


def rank(scores: Scores, name: str) -> int:
    """1 for the highest; those that tie share the better rank; one that is not there comes last."""
    own = scores.get(name, -1.0)
    return 1 + sum(1 for s in scores.values() if s > own + 1e-12)


def _graph(met: Sequence[Contact]) -> Any:
    graph: Any = networkx.Graph()
    for a, b in sorted({(c.a, c.b) for c in met}):
        graph.add_edge(a, b, weight=0)
    for c in met:
        graph[c.a][c.b]["weight"] += 1
    return graph


def _matrix(graph: Any) -> tuple[list[str], NDArray[np.float64]]:
    names = sorted(graph)
    return names, networkx.to_numpy_array(graph, nodelist=names, weight="weight")


def _strength(graph: Any) -> Scores:
    return dict(graph.degree(weight="weight"))


def pagerank(graph: Any, damping: float = 0.85) -> Scores:
    """By power iteration; every node has an edge, so no mass is lost. (networkx's own needs scipy.)"""
    names, ties = _matrix(graph)
    moves = ties / ties.sum(axis=0)
    rank = np.full(len(names), 1 / len(names))
    for _ in range(100):
        rank = (1 - damping) / len(names) + damping * moves @ rank
    return dict(zip(names, rank.tolist(), strict=True))


def _eigenvector(graph: Any) -> Scores:
    """That of the largest eigenvalue, by power iteration; the identity added keeps two halves from taking turns."""
    names, ties = _matrix(graph)
    moves = ties + np.eye(len(names)) * ties.sum(axis=0).mean()
    vector = np.full(len(names), len(names) ** -0.5)
    for _ in range(200):
        vector = moves @ vector
        vector /= np.linalg.norm(vector)
    return dict(zip(names, np.round(vector, 9).tolist(), strict=True))


def _core(graph: Any) -> Scores:
    return {n: float(k) for n, k in networkx.core_number(graph).items()}


def _betweenness(graph: Any) -> Scores:
    found: dict[str, float] = networkx.betweenness_centrality(graph)
    return found


METRICS: dict[str, Callable[[Any], Scores]] = {
    "strength": _strength, "pagerank": pagerank, "eigenvector": _eigenvector, "k_core": _core,
    "betweenness": _betweenness,
}  # fmt: skip
