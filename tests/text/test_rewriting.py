"""The laws of rewriting: the way home is monotone, exact outside the changes, and composes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model import BadValue
from demarche.text import Edit, Rewritten, composed, rewrite, same, substituted

ALPHABET = "ab \né\u0301"
TEXTS = st.text(ALPHABET, max_size=24)


@st.composite
def rewritings(draw: st.DrawFn, source: str | None = None) -> Rewritten:
    text = draw(TEXTS) if source is None else source
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return rewrite(text, [Edit(a, b, draw(st.text("xyz", max_size=3))) for a, b in pairs])


@st.composite
def chains(draw: st.DrawFn) -> tuple[Rewritten, Rewritten, Rewritten]:
    one = draw(rewritings())
    two = draw(rewritings(one.text))
    return one, two, draw(rewritings(two.text))


def outside(r: Rewritten) -> list[int]:
    return [i for i in range(len(r.text)) if not any(c.first <= i < c.last for c in r.changes)]


@given(rewritings())
def test_home_is_monotone_and_ends_at_the_end(r: Rewritten) -> None:
    homes = [r.home(i) for i in range(len(r.text) + 1)]
    assert homes == sorted(homes)
    assert homes[-1] == len(r.source)


@given(rewritings())
def test_a_character_outside_the_changes_is_the_same_at_home(r: Rewritten) -> None:
    for i in outside(r):
        assert r.home_span(i, i + 1) == (r.home(i), r.home(i) + 1)
        assert r.source[r.home(i)] == r.text[i]


@given(chains())
def test_composing_is_associative(chain: tuple[Rewritten, Rewritten, Rewritten]) -> None:
    one, two, three = chain
    assert composed(composed(one, two), three) == composed(one, composed(two, three))


@given(chains())
def test_a_composition_keeps_what_neither_part_changed(chain: tuple[Rewritten, Rewritten, Rewritten]) -> None:
    both = composed(chain[0], chain[1])
    assert both.text == chain[1].text
    for i in outside(both):
        assert both.source[both.home(i)] == both.text[i]
        assert both.home(i) == chain[0].home(chain[1].home(i))


@given(rewritings(), st.data())
def test_a_stretch_goes_home_to_a_stretch_that_holds_its_characters(r: Rewritten, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(r.text)))
    end = data.draw(st.integers(start, len(r.text)))
    first, last = r.home_span(start, end)
    assert 0 <= first <= last <= len(r.source)
    for i in outside(r):
        if start <= i < end:
            assert first <= r.home(i) < last


@given(rewritings())
def test_the_inverse_of_the_inverse_is_the_rewriting(r: Rewritten) -> None:
    assert r.inverse().inverse() == r
    for i in outside(r):
        assert r.inverse().home(r.home(i)) == i


@given(TEXTS, TEXTS)
def test_composing_with_nothing_changes_nothing(source: str, new: str) -> None:
    r = rewrite(source, [Edit(0, len(source), new)])
    assert composed(same(source), r) == r == composed(r, same(new))


def test_deleted_characters_are_skipped_on_the_way_home() -> None:
    r = substituted("so\u00adlid ground", re.compile("\u00ad"), "")
    assert r.text == "solid ground"
    assert r.home_span(0, 5) == (0, 6)
    assert r.home_span(2, 5) == (3, 6)
    assert r.home_span(0, 2) == (0, 2)


@pytest.mark.parametrize(
    "edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(2, 1, "")], [Edit(0, 99, "")], [Edit(-1, 2, "")]]
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(BadValue):
        rewrite("abcdef", edits)


def test_a_rewriting_of_another_text_does_not_follow() -> None:
    with pytest.raises(BadValue):
        composed(same("a"), same("b"))
