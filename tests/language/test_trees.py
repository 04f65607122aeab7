"""Arcs form one tree with one root, and the best such tree."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from demarche.language.trees import heads


def is_tree(found: list[int]) -> bool:
    def climbs(word: int) -> bool:
        for _ in found:
            if word == 0:
                return True
            word = found[word - 1]
        return word == 0

    return found.count(0) == 1 and all(climbs(i + 1) for i in range(len(found)))


def matrices(words: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float32, (words, words + 1), elements=st.integers(-20, 20).map(float))


@given(st.integers(1, 9).flatmap(matrices))
def test_heads_are_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(heads(scores))


@given(st.integers(1, 4).flatmap(matrices))
def test_no_other_tree_is_worth_more(scores: np.ndarray) -> None:
    n = len(scores)
    trees = (
        t for t in product(range(n + 1), repeat=n) if all(h != i + 1 for i, h in enumerate(t)) and is_tree(list(t))
    )
    best = max(sum(scores[i, h] for i, h in enumerate(t)) for t in trees)
    assert sum(scores[i, h] for i, h in enumerate(heads(scores))) == best
