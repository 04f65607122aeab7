"""Words that point back mean whom a careful reader takes them to mean, or stay open."""

import pytest

from .rows import Row, answer, is_right, rows

BOUNDS = {"cases": (0.9, 0.8), "held_out": (0.9, 0.8), "topic": (0.85, 0.8)}
"""Precision and recall; two of one gender who both fit are the hardest there is."""


def figures(file: str) -> tuple[float, float, list[Row]]:
    """Precision over the words answered, recall over those that have an answer, and the rows answered wrongly."""
    cases = rows(file)
    told = [row for row in cases if answer(row)]
    right = [row for row in told if is_right(row)]
    wrong = [row for row in told if not is_right(row)]
    return len(right) / len(told), len(right) / sum(bool(row.names) for row in cases), wrong


@pytest.mark.parametrize("file", sorted(BOUNDS))
def test_links_are_right(file: str) -> None:
    precision, recall, wrong = figures(file)
    print(f"coreference, {file}: precision {precision:.3f}, recall {recall:.3f}")
    least, enough = BOUNDS[file]
    assert precision >= least, [(row.text, row.words, answer(row)) for row in wrong]
    assert recall >= enough
