"""Where sentences end, and where a stop only ends an abbreviation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.paragraphs import paragraphs
from demarche.language.sentences import sentences

WRAPPED = """The minister arrived in the capital on the first day of a visit to
the region. He was met by his counterpart, and the two talked for an
hour. Nothing was said of the outcome."""

CASES = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Lavrov met Dr. J. Smith.", ["Mr. Lavrov met Dr. J. Smith."]),
    ("He met U.S. Secretary of State Antony Blinken.", ["He met U.S. Secretary of State Antony Blinken."]),
    ("He went to the U.S. The visit was long.", ["He went to the U.S.", "The visit was long."]),
    ("Talks begin on Feb. 15. They end later.", ["Talks begin on Feb. 15.", "They end later."]),
    ("“We talked.” He left.", ["“We talked.”", "He left."]),
    ('"Why?" he asked. "I know!" she said.', ['"Why?" he asked.', '"I know!" she said.']),
    ("He left.The talks went on.", ["He left.", "The talks went on."]),
    ("It cost 2.5 million. No. 5 was next.", ["It cost 2.5 million.", "No. 5 was next."]),
    ("KYIV, Ukraine (AP) — Troops moved.", ["KYIV, Ukraine (AP) —", "Troops moved."]),
    ("OYO, Republic of the Congo - Lavrov came.", ["OYO, Republic of the Congo -", "Lavrov came."]),
    ("WASHINGTON: The White House agreed.", ["WASHINGTON:", "The White House agreed."]),
    ("Moscow, July 29 (Interfax) - They met.", ["Moscow, July 29 (Interfax) -", "They met."]),
    ("BEIJING -- China said no.", ["BEIJING --", "China said no."]),
    ("EU: no deal yet", ["EU: no deal yet"]),
    ("Headline without a stop\nThe text begins.", ["Headline without a stop", "The text begins."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("He said... nothing. Then he left.", ["He said... nothing.", "Then he left."]),
    ("Acme Inc. said so.", ["Acme Inc. said so."]),
    ("He spoke of Roe v. Wade.", ["He spoke of Roe v. Wade."]),
    ("At 9 a.m. Monday they met.", ["At 9 a.m. Monday they met."]),
    ("1. First point\n2. Second point", ["1. First point", "2. Second point"]),
    ("He voted for Plan B. (See below.) It passed.", ["He voted for Plan B. (See below.)", "It passed."]),
    ("", []),
    (" \n\n ", []),
]  # fmt: skip


def cut(text: str, skip: list[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    return [s for p in paragraphs(text, skip or []) for s in sentences(text, *p)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in cut(text)] == expected


def test_wrapped_lines_are_joined() -> None:
    assert [WRAPPED[a:b].replace("\n", " ") for a, b in cut(WRAPPED)] == [
        "The minister arrived in the capital on the first day of a visit to the region.",
        "He was met by his counterpart, and the two talked for an hour.",
        "Nothing was said of the outcome.",
    ]


def test_nothing_lies_in_or_across_what_is_left_out() -> None:
    text = "He said READ MORE that it was. Good."
    skip = [(8, 17)]
    assert [text[a:b] for a, b in cut(text, skip)] == ["He said", "that it was.", "Good."]


@given(st.text(alphabet=st.sampled_from('aAb .!?\n"”—:(U1'), max_size=80))
def test_sentences_hold_everything_but_blanks_in_order(text: str) -> None:
    spans = cut(text)
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
