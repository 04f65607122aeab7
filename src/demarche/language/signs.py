"""Scores of the network -> which words tell of an engagement, and which name a party to one.

A head of its own on the network's words, taught with sentences of ours in which both are marked (`training/told.py`): a
second opinion beside the words that the event lexicon knows.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from demarche.model import Sign
from demarche.model.values import SignKind

NOTHING = 0
"""The first score is that of a word that tells nothing; the last, of a party, is asked apart."""
LEAST = 0.3
"""Signs below are not kept: whoever uses them asks for more."""


def signs(scores: NDArray[Any], kinds: Sequence[SignKind]) -> Iterator[Sign]:
    """The signs of one sentence. `scores`: (word, 1 + modes + 1), unnormalised; `kinds`: the modes, then "party"."""
    telling = _shares(scores[:, :-1])
    some = 1.0 - telling[:, NOTHING]
    party = 1.0 / (1.0 + np.exp(-scores[:, -1]))
    best = telling[:, 1:].argmax(1)
    for token in np.flatnonzero((some >= LEAST) | (party >= LEAST)).tolist():
        if some[token] >= LEAST:
            yield Sign(token, kinds[best[token]], round(float(some[token]), 3))
        if party[token] >= LEAST:
            yield Sign(token, kinds[-1], round(float(party[token]), 3))


def _shares(scores: NDArray[Any]) -> NDArray[Any]:
    """Softmax of each row."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))
