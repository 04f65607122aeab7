"""The shipped backend, from text to trees: laws that hold of any text, and a few readings that must not be lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.language.english import MOST_WORDS, English
from demarche.model import Sentence


@pytest.fixture(scope="module")
def english() -> English:
    return English()


def check(text: str, sentences: tuple[Sentence, ...]) -> None:
    """Stretches lie in order, words within their sentence; heads form one tree."""
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for sentence in sentences:
        tokens = sentence.tokens
        assert tokens[0].start == sentence.start
        assert tokens[-1].end == sentence.end
        assert all(text[t.start : t.end].strip() for t in tokens)
        assert all(a.end <= b.start for a, b in pairwise(tokens))
        assert [t.head for t in tokens].count(-1) == 1
        assert all((t.head == -1) == (t.deprel == "root") for t in tokens)
        assert all(reaches_root(sentence, i) for i in range(len(tokens)))
        starts, ends = {t.start for t in tokens}, {t.end for t in tokens}
        assert all(n.start in starts and n.end in ends for n in sentence.names)


def reaches_root(sentence: Sentence, at: int) -> bool:
    for _ in sentence.tokens:
        if at == -1:
            return True
        at = sentence.tokens[at].head
    return at == -1


WORDS = st.sampled_from(
    [
        "Lavrov",
        "met",
        "the",
        "minister",
        ".",
        "U.S.",
        "said",
        "“No",
        "”",
        "\n",
        "\n\n",
        "2022",
        "don't",
        "—",
        "é",
        "\u200b",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_laws_of_any_text(english: English, text: str) -> None:
    check(text, english.parse_text(text))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_laws_of_any_characters(english: English, text: str) -> None:
    check(text, english.parse_text(text))


def test_words_without_end_are_cut_safely(english: English) -> None:
    text = "word " * 1000 + "x" * 5000 + ";" * 500
    sentences = english.parse_text(text)
    check(text, sentences)
    assert max(len(s.tokens) for s in sentences) <= MOST_WORDS


def test_company_changes_nothing(english: English) -> None:
    alone = english.parse_text("Lavrov met Blinken.")[0]
    assert (
        english.parse_text("Lavrov met Blinken. They had not met since the war began, said one of the aides.")[0]
        == alone
    )


def test_no_sentence_in_what_is_left_out(english: English) -> None:
    text = "They met. Read more: Sign up now! They parted."
    sentences = english.parse_text(text, skip=[(10, 33)])
    assert [text[s.start : s.end] for s in sentences] == ["They met.", "They parted."]


ROLES = [
    ("Sergey Lavrov met Antony Blinken in Geneva.", "met", [("Lavrov|Sergey", "nsubj"), ("Blinken|Antony", "obj")]),
    ("Putin was received by Xi in Beijing.", "received", [("Putin", "nsubj:pass"), ("Xi", "obl:agent")]),
    ("The two ministers agreed to meet again in May.", "agreed", [("ministers", "nsubj"), ("meet", "xcomp")]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), ROLES)
def test_roles(english: English, text: str, verb: str, expected: list[tuple[str, str]]) -> None:
    (sentence,) = english.parse_text(text)
    found = {(text[t.start : t.end], t.deprel) for t in sentence.tokens if text_of_head(text, sentence, t.head) == verb}
    for words, deprel in expected:
        assert any((word, deprel) in found for word in words.split("|")), found


def text_of_head(text: str, sentence: Sentence, head: int) -> str:
    return "" if head == -1 else text[sentence.tokens[head].start : sentence.tokens[head].end]


def test_names(english: English) -> None:
    text = "Sergey Lavrov met NATO Secretary General Jens Stoltenberg and French officials in Geneva."
    (sentence,) = english.parse_text(text)
    assert {(text[n.start : n.end], n.kind) for n in sentence.names} == {
        ("Sergey Lavrov", "PER"), ("NATO", "ORG"), ("Jens Stoltenberg", "PER"), ("French", "NORP"), ("Geneva", "LOC"),
    }  # fmt: skip
