"""What holds of every link, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.language.coreference import resolve
from demarche.lexicon import knowledge
from demarche.model import Mention, Sentence, Token

from .rows import document, read, rows

TEXTS = sorted({(row.text, row.date) for file in ("cases", "held_out", "topic") for row in rows(file)})


@pytest.mark.parametrize(("text", "date"), TEXTS)
def test_what_a_mention_goes_back_to_is_a_mention(text: str, date: str) -> None:
    found = read(text, date).mentions
    places = {(m.start, m.end) for m in found}
    assert all((a.start, a.end) in places for m in found for a in m.antecedents)
    assert all((a.start, a.end) != (m.start, m.end) for m in found for a in m.antecedents)
    assert list(found) == sorted(found, key=lambda m: (m.start, -m.end))
    assert all(m.reason for m in found)


WORDS = [
    "He",
    "told",
    "the",
    "two",
    "leaders",
    "that",
    "his",
    "host",
    "was",
    "Putin",
    "-",
    "Erdogan",
    "they",
    "said",
    '"',
    "I",
]
RELATIONS = ["nsubj", "obj", "obl", "nmod:poss", "conj", "ccomp", "acl:relcl", "advcl", "xcomp", "det", "appos", "root"]


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, Sentence]:
    """Words in any order, hung on one another in any way, circles included."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    text, tokens, at = " ".join(words), [], 0
    for word in words:
        head = draw(st.integers(-1, len(words) - 1))
        upos = draw(st.sampled_from(["NOUN", "VERB", "PRON", "PROPN", "DET"]))
        tokens.append(Token(at, at + len(word), word.lower(), upos, "", head, draw(st.sampled_from(RELATIONS))))
        at += len(word) + 1
    return text, Sentence(0, len(text), tuple(tokens))


@settings(max_examples=150, deadline=None)
@given(sentences())
def test_any_tree_is_read_to_its_end(told: tuple[str, Sentence]) -> None:
    text, sentence = told
    named = [
        Mention(start=t.start, end=t.end, head=t.start, kind="person", name=text[t.start : t.end], country="RUS")
        for t in sentence.tokens
        if text[t.start : t.end] in ("Putin", "Erdogan")
    ]
    found = resolve(document(text, "2022-08-05"), [sentence], named, knowledge())
    assert {(m.start, m.end) for m in named} <= {(m.start, m.end) for m in found}
