"""Lemmas by exceptions, rules and a dictionary."""

import pytest

from demarche.language.lemmas import lemma

PAST, PART = "Mood=Ind|Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Part"
THIRD = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"

CASES = [
    ("met", "VERB", PAST, "meet"),
    ("spoke", "VERB", PAST, "speak"),
    ("told", "VERB", PAST, "tell"),
    ("said", "VERB", PAST, "say"),
    ("held", "VERB", PASSIVE, "hold"),
    ("planned", "VERB", PASSIVE, "plan"),
    ("agreed", "VERB", PAST, "agree"),
    ("visited", "VERB", PAST, "visit"),
    ("fled", "VERB", PAST, "flee"),
    ("postponed", "VERB", PAST, "postpone"),
    ("discussed", "VERB", PAST, "discuss"),
    ("hosting", "VERB", PART, "host"),
    ("visiting", "VERB", PART, "visit"),
    ("meeting", "VERB", PART, "meet"),
    ("arriving", "VERB", PART, "arrive"),
    ("meeting", "NOUN", "Number=Sing", "meeting"),
    ("talks", "NOUN", "Number=Plur", "talk"),
    ("countries", "NOUN", "Number=Plur", "country"),
    ("wives", "NOUN", "Number=Plur", "wife"),
    ("denies", "VERB", THIRD, "deny"),
    ("goes", "VERB", THIRD, "go"),
    ("’s", "AUX", THIRD, "be"),
    ("n’t", "PART", "Polarity=Neg", "not"),
    ("'s", "PART", "", "'s"),
    ("them", "PRON", "Case=Acc|Number=Plur|Person=3|PronType=Prs", "they"),
    ("Lavrov", "PROPN", "Number=Sing", "Lavrov"),
    ("Russian", "ADJ", "Degree=Pos", "Russian"),
    ("higher", "ADJ", "Degree=Cmp", "high"),
    ("3,000", "NUM", "NumForm=Digit|NumType=Card", "3000"),
]


@pytest.mark.parametrize(("word", "upos", "feats", "expected"), CASES)
def test_lemma(word: str, upos: str, feats: str, expected: str) -> None:
    assert lemma(word, upos, feats) == expected
