"""Who is compared with whom: asked about new documents only, the same as asked about all; stories come together."""

from array import array

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.families.candidates import candidates
from demarche.families.keys import Keys
from demarche.families.order import by_story

KEYS = st.lists(st.integers(0, 30), min_size=1, max_size=12, unique=True)


def keyed(numbers: list[int]) -> Keys:
    return array("Q", numbers), array("H", range(len(numbers)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(KEYS, st.booleans()), max_size=20))
def test_new_documents_meet_whom_they_would_meet_among_all(documents: list[tuple[list[int], bool]]) -> None:
    every, fresh = [keyed(numbers) for numbers, _ in documents], [new for _, new in documents]
    found = {tuple(row) for row in candidates(every, fresh).tolist()}
    assert found == {(a, b, n) for a, b, n in candidates(every).tolist() if fresh[a] or fresh[b]}


def test_pairs_of_one_story_follow_one_another() -> None:
    pairs = np.array([(0, 2, 9), (0, 1, 2), (1, 3, 9), (2, 4, 9), (3, 5, 9)], dtype=np.uint32)
    sizes = np.full(6, 10, dtype=np.uint32)
    assert by_story(pairs, sizes)[:, :2].tolist() == [[0, 2], [2, 4], [0, 1], [1, 3], [3, 5]]
