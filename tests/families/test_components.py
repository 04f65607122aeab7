"""Edges into components: union-find and stars say the same on any engine, of chains and of hubs too."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.families import candidates, find, judging
from demarche.families import components as of
from demarche.families.profile import profile
from tests.engine.engine_steps import installed

from .labelled import pairs

LONG = 4000
PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60)


def chunks(edges: list[tuple[int, int]]) -> list[of.Edges]:
    packed = np.array(edges, dtype=np.uint64).reshape(-1, 2)
    return list(of.dealt(packed[:, 0], packed[:, 1]))


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_both_ways_find_the_components(edges: list[tuple[int, int]]) -> None:
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(41))
    expected = [min(nx.node_connected_component(graph, i)) for i in range(41)]
    assert of.united(41, edges) == expected
    assert of.labels(41, chunks(edges), "local") == expected


def test_a_pool_says_what_one_process_says(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = [(2, 5), (7, 2), (5, 7), (40, 17)]
    monkeypatch.setattr(of, "FEW", 0)
    assert of.components(41, np.array(edges, dtype=np.uint32), 2) == of.united(41, edges)


@pytest.mark.parametrize("engine", [e for e in installed() if e.values in (("daft",), ("ray",))])  # type: ignore[attr-defined]
def test_families_are_the_same_on_any_engine(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [profile(d) for pair in pairs()[:12] for d in (pair.a, pair.b)]
    here = tuple(find.joined(texts))
    assert max(len(f.documents) for f in here) > 2
    for module in (candidates, judging):
        monkeypatch.setattr(module, "MANY", 0)
    monkeypatch.setattr(of, "FEW", 0)
    assert tuple(find.joined(texts[::-1], workers=2, engine=engine)) == here


def shuffled(size: int) -> list[int]:
    return np.random.default_rng(7).permutation(size).tolist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("order", [list(range(LONG)), shuffled(LONG)], ids=["in order", "shuffled"])
def test_a_long_chain_takes_few_rounds(order: list[int]) -> None:
    """Plain label propagation would take thousands."""
    edges = list(pairwise(order))
    rounds = list(of.stars(chunks(edges), "local"))
    assert len(rounds) <= 16
    assert of.labels(LONG, chunks(edges), "local") == [0] * LONG


def test_a_document_tied_to_all_is_sent_once_a_neighbour() -> None:
    star = [(LONG - 1, i) for i in range(LONG - 1)]
    (last, *_) = reversed(list(of.stars(chunks(star), "local")))
    assert sum(len(chunk.edges) for chunk in last) == 8 * (LONG - 1)
    assert of.labels(LONG, chunks(star), "local") == [0] * LONG


def test_each_has_the_smallest_that_it_hangs_together_with() -> None:
    assert of.united(5, [(3, 1), (4, 3)]) == [0, 1, 2, 1, 1]
