"""Scores of arcs -> heads that form one tree with one root.

Where each word's best head already gives a tree, which is nearly always, that is the answer. Otherwise the maximum
spanning tree, by the algorithm of Chu and Liu (1965) and Edmonds (1967); of trees with several words under the root,
the best with one is sought by trying each of the candidates.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]
_NEVER = -1e18


def heads(scores: NDArray[np.float32]) -> list[int]:
    """Head of every word, 0 for the root, words from 1; `scores[i, j]` is that of head j for word i + 1."""
    own = np.arange(len(scores))
    others = scores.copy()
    others[own, own + 1] = -np.inf
    greedy: list[int] = others.argmax(1).tolist()
    if _is_tree(greedy):
        return greedy
    square = np.full((len(scores) + 1, len(scores) + 1), _NEVER)
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    return [int(h) for h in _one_root(square)[1:]]


def _is_tree(found: list[int]) -> bool:
    """Whether exactly one word hangs on the root and every word reaches it."""
    return found.count(0) == 1 and not _cycle([0, *found])


def _one_root(scores: Scores) -> Heads:
    """The best tree whose root has one word under it."""
    best = _spanning(scores)
    roots = np.flatnonzero(best[1:] == 0) + 1
    if len(roots) == 1:
        return best
    trees = [_spanning(_only_root(scores, int(root))) for root in roots]
    return max(trees, key=lambda tree: _value(scores, tree))


def _only_root(scores: Scores, root: int) -> Scores:
    limited = scores.copy()
    limited[:, 0] = _NEVER
    limited[root] = _NEVER
    limited[root, 0] = 0.0
    return limited


def _value(scores: Scores, tree: Heads) -> float:
    return float(scores[np.arange(1, len(tree)), tree[1:]].sum())


def _cycle(found: Sequence[int]) -> list[int]:
    """The words of one cycle, or nothing. `found[0]` is not asked."""
    state = [0] * len(found)  # 0 unseen, 1 on this walk, 2 done
    state[0] = 2
    for start in range(1, len(found)):
        walk, at = [], start
        while state[at] == 0:
            state[at] = 1
            walk.append(at)
            at = found[at]
        if state[at] == 1:
            return walk[walk.index(at) :]
        for word in walk:
            state[word] = 2
    return []


def _spanning(scores: Scores) -> Heads:
    """Contract cycles until none is left, then undo the contractions from the last to the first."""
    found: Heads = scores.argmax(1)
    found[0] = 0
    cycle = _cycle(found.tolist())
    if not cycle:
        return found
    inside = np.zeros(len(found), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    # Breaking the cycle at word i costs what its arc in the cycle is worth.
    gain = scores[np.ix_(members, outside)] - scores[members, found[members]][:, None]
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = gain.max(0)
    small[:-1, -1] = scores[np.ix_(outside, members)].max(1)
    small[0] = _NEVER
    solved = _spanning(small)
    return _expanded(scores, found, members, outside, gain, solved)


def _expanded(scores: Scores, found: Heads, members: Heads, outside: Heads, gain: Scores, solved: Heads) -> Heads:
    """The tree over all words from the tree in which a cycle was one word, the last."""
    tree = found.copy()
    last = len(outside)
    for small, word in enumerate(outside):
        if word == 0:
            continue
        head = solved[small]
        tree[word] = members[scores[word, members].argmax()] if head == last else outside[head]
    entered = solved[last]
    broken = members[gain[:, entered].argmax()]
    tree[broken] = outside[entered]
    return tree
