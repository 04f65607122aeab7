"""Two texts side by side: what is shown stands in the texts, and only what differs is shown."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.families import Beside, beside
from demarche.model import Document

from .texts import REWRITE, SAME_EVENT, WIRE, document

PARAGRAPHS = [*WIRE.split("\n\n"), *REWRITE.split("\n\n")]


def shown(found: Beside) -> list[tuple[str, str]]:
    """What differs in each row."""
    return [tuple(" ".join(p.text for p in side if p.differs) for side in (r.a, r.b)) for r in found.rows]  # type: ignore[misc]


def test_a_changed_figure_is_one_row_with_the_figure_lit() -> None:
    found = beside(document("a", WIRE), document("b", WIRE.replace("26,000", "27,000")))
    assert (found.same, shown(found)) == (6, [("26,000", "27,000")])
    assert [d.kind for d in found.differences] == ["fact_change"]


def test_marks_and_capitals_count_but_not_the_shape_of_quotation_marks() -> None:
    found = beside(document("a", WIRE), document("b", WIRE.replace("“", '"').replace("”", '"')))
    assert found.rows == ()
    found = beside(document("a", WIRE), document("b", WIRE.replace("“", "").replace("”", "")))
    assert shown(found) == [("“ ”", "")]


def test_a_sentence_that_one_lacks_stands_in_its_place() -> None:
    short = "\n\n".join(WIRE.split("\n\n")[:3] + WIRE.split("\n\n")[4:])
    found = beside(document("a", WIRE), document("b", short))
    assert shown(found) == [(WIRE.split("\n\n")[3], "")]


def test_the_same_words_and_the_same_document() -> None:
    one, other = document("a", WIRE), document("b", WIRE)
    found = beside(one, other)
    assert found.edge is not None
    assert (found.edge.kind, found.rows, found.differences) == ("copy", (), ())
    assert (beside(one, one).edge, beside(one, one).score) == (None, 1.0)


def test_reports_of_one_event_are_not_taken_for_one_text() -> None:
    assert beside(document("a", WIRE), document("b", SAME_EVENT)).edge is None


def test_nothing_at_all() -> None:
    assert beside(document("a", ""), document("b", "")).rows == ()
    assert len(beside(document("a", ""), document("b", WIRE)).rows) == 7


texts = st.lists(st.sampled_from(PARAGRAPHS), max_size=8).map("\n\n".join)


def _whole(document: Document, parts: list[str]) -> bool:
    return "".join("".join(parts).split()) in "".join(document.text.split())


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_rows_are_the_words_of_the_texts_in_their_order(one: str, two: str) -> None:
    a, b = document("a", one), document("b", two)
    found = beside(a, b)
    for side, text in (("a", a), ("b", b)):
        rows = [getattr(row, side) for row in found.rows]
        parts = [p for row in rows for p in row]
        assert all(text.text[p.start : p.end] == p.text for p in parts)
        assert all(x.end <= y.start for x, y in itertools.pairwise(parts))
        assert all(_whole(text, [p.text for p in row]) for row in rows)
    assert (found.rows == ()) == (one.split() == two.split())
