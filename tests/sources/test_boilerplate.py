"""Every rule finds its own examples and spares the prose of every file; marks lie where the words are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.sources.boilerplate import marked
from demarche.sources.boilerplate.rules import kinds

FINDS = [(k.kind, r.name, line) for k in kinds() for r in k.rules for line in r.finds]
SPARES = [line for k in kinds() for line in k.spares]
PROSE = "The two ministers met in Vienna on Monday and discussed the grain agreement at length."


@pytest.mark.parametrize(("kind", "rule", "line"), FINDS)
def test_a_rule_finds_its_examples(kind: str, rule: str, line: str) -> None:
    found = marked(f"{line}\n\n{PROSE}")
    assert [(b.kind, b.start, b.end) for b in found] == [(kind, 0, len(line))], rule


@pytest.mark.parametrize("line", [*SPARES, PROSE])
def test_prose_is_spared(line: str) -> None:
    assert marked(f"A title\n\n{line}\n\nThe talks went on into the night.") == ()


def test_a_sentence_glued_to_its_neighbours_is_marked_alone() -> None:
    text = f"{PROSE} Your email address will not be published. {PROSE}"
    (found,) = marked(text)
    assert text[found.start : found.end] == "Your email address will not be published."


def test_headlines_under_a_head_are_a_list_of_teasers_until_prose() -> None:
    text = f"A first paragraph.\n\nRelated Articles\nGrain talks resume\nWho met whom in May\n\n{PROSE}"
    kinds_found = [(b.kind, text[b.start : b.end]) for b in marked(text)]
    assert ("teaser", "Grain talks resume") in kinds_found
    assert ("teaser", "Who met whom in May") in kinds_found
    assert not any(PROSE in words for _, words in kinds_found)


def test_a_caption_is_marked_wherever_it_is_repeated_and_a_sentence_only_the_second_time() -> None:
    caption = "The two presidents at the Kremlin on a winter day"
    text = f"{caption}\n{PROSE}\n{caption}\n{PROSE}"
    assert [text[b.start : b.end] for b in marked(text) if b.kind == "repeated"] == [caption, caption, PROSE]


def test_short_answers_of_a_transcript_may_repeat() -> None:
    assert marked(f"President: Thank you.\n{PROSE}\nPresident: Thank you.") == ()


@given(st.lists(st.sampled_from([*SPARES, *(f for _, _, f in FINDS), PROSE, "", "\r", " x "]), max_size=12))
def test_marks_are_sorted_apart_and_inside_the_text(parts: list[str]) -> None:
    text = "\n".join(parts)
    found = marked(text)
    assert all(0 <= b.start < b.end <= len(text) for b in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[b.start : b.end].strip() for b in found)
