"""Words are cut as the English treebanks cut them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.language.tokens import cuts

CASES = [
    ("Russia's envoy didn't come.", "Russia 's envoy did n't come ."),
    ("We can't; they’re late.", "We ca n't ; they ’re late ."),
    ("They cannot go.", "They can not go ."),
    ("U.S.-led talks", "U.S. - led talks"),
    ("the Franco-German summit", "the Franco - German summit"),
    ("anti-government protests by non-EU states", "anti-government protests by non-EU states"),
    ("Mr. J. Smith of the U.N.'s office", "Mr. J. Smith of the U.N. 's office"),
    ("on Feb. 15, 2022, at 10:30 a.m.", "on Feb. 15 , 2022 , at 10:30 a.m."),
    ("$5.2 billion (10%)", "$ 5.2 billion ( 10 % )"),
    ("3,000 troops, 5th army, the 1990s", "3,000 troops , 5th army , the 1990s"),
    ("see https://en.kremlin.ru/events/1. Or", "see https://en.kremlin.ru/events/1 . Or"),
    ("press@mfa.gov.ua wrote", "press@mfa.gov.ua wrote"),
    ("Côte d'Ivoire, O'Neal, L'Aquila", "Côte d'Ivoire , O'Neal , L'Aquila"),
    ("talks -- if any -- failed…", "talks -- if any -- failed …"),
    ("“No,” he said.", "“ No , ” he said ."),
    ("AT&T and R&D", "AT&T and R&D"),
    ("and/or", "and / or"),
    ("10am, 50k", "10 am , 50 k"),
    ("grain, etc.", "grain , etc ."),
    ("Dr. Kovač’s", "Dr. Kovač ’s"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: str) -> None:
    assert " ".join(text[a:b] for a, b in cuts(text)) == expected


@given(st.text(alphabet=st.sampled_from("aZé9 .,'’-–\"()$@/#:\n\u200b文"), max_size=60))
def test_every_character_but_blanks_is_in_one_word(text: str) -> None:
    spans = list(cuts(text))
    assert all(a < b for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a.", ".", "a", "1,", "-a", "x@", "www.", "'s", "\u0301"])
def test_one_endless_line_costs_no_more_than_its_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.perf_counter()
    assert sum(b - a for a, b in cuts(text)) == len(text)
    assert time.perf_counter() - started < 5
