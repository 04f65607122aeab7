"""Candidate pairs -> the same pairs, copies of one story one after the other.

A document is laid out for comparison once and kept as long as there is room. Documents come in the order of their ids,
which says nothing: with more of them than there is room for, every other one had to be laid out again for each of its
dozen pairs, and that, not the number of pairs, is what made families grow faster than their documents.
"""

import numpy as np
from numpy.typing import NDArray

from demarche.families.components import each, united

Pairs = NDArray[np.uint32]
"""A row a pair: two places, the first the smaller, and how many keys they share."""
STORY = 4
"""One in so many keys of the shorter document, from which a pair is most likely of one story."""


def by_story(pairs: Pairs, sizes: NDArray[np.uint32]) -> Pairs:
    """The pairs by the stories of their two documents; `sizes` are the documents' numbers of keys."""
    first, second, shared = pairs.T
    close = STORY * shared >= np.minimum(sizes[first], sizes[second])
    story = np.array(united(len(sizes), each(pairs[close])), dtype=np.uint32)
    one, other = story[first], story[second]
    return pairs[np.lexsort((second, first, np.maximum(one, other), np.minimum(one, other)))]
