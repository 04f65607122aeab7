"""Tags of names follow one another as they must."""

import numpy as np
import pytest

from demarche.language.names import spans

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def scores(*rows: str) -> np.ndarray:
    """Each row names its tags from the best to the worst; the rest follow far behind."""
    out = np.full((len(rows), len(TAGS)), -9.0, dtype=np.float32)
    for i, row in enumerate(rows):
        for rank, tag in enumerate(row.split()):
            out[i, TAGS.index(tag)] = -rank
    return out


CASES = [
    (("O", "B-PER", "I-PER", "O"), [(1, 3, "PER")]),
    (("B-PER", "B-PER"), [(0, 1, "PER"), (1, 2, "PER")]),
    (("I-PER B-PER", "I-PER", "O"), [(0, 2, "PER")]),
    (("B-LOC", "I-PER I-LOC"), [(0, 2, "LOC")]),
    (("O", "I-LOC O"), []),
    ((), []),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_an_inner_tag_continues_its_own_kind(rows: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    assert spans(scores(*rows), TAGS) == expected
