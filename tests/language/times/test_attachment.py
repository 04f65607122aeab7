"""Which date belongs to which event of a sentence, by its tree."""

import pytest

from demarche.language.times.attachment import attached
from demarche.model import Sentence, Time, Token

# word, tag, head (counted from one, as in CoNLL-U), relation
ANNOUNCED = """\
He PRON 2 nsubj
announced VERB 0 root
on ADP 4 case
Friday PROPN 2 obl
that SCONJ 8 mark
talks NOUN 8 nsubj:pass
were AUX 8 aux:pass
held VERB 2 ccomp
in ADP 10 case
May PROPN 8 obl"""
SINCE = """\
It PRON 2 nsubj
was AUX 5 cop
their PRON 5 nmod:poss
first ADJ 5 amod
meeting NOUN 0 root
since SCONJ 7 case
May PROPN 5 nmod"""
VISIT = """\
The DET 2 det
visit NOUN 5 nsubj
in ADP 4 case
May PROPN 2 nmod
failed VERB 0 root
on ADP 7 case
Friday PROPN 5 obl"""
DAYS = {"Friday": "2022-07-29", "May": "2022-05-01"}


def sentence(rows: str) -> tuple[Sentence, list[Time]]:
    """A sentence from its rows, its words one blank apart, and its dates."""
    tokens, times, at = [], [], 0
    for row in rows.split("\n"):
        word, upos, head, deprel = row.split()
        tokens.append(Token(at, at + len(word), word.lower(), upos, "", int(head) - 1, deprel))
        if word in DAYS:
            times.append(Time(start=at, end=at + len(word), type="DATE", first=DAYS[word], last=DAYS[word]))
        at += len(word) + 1
    return Sentence(0, at, tuple(tokens)), times


@pytest.mark.parametrize(
    ("rows", "event", "day"),
    [
        (ANNOUNCED, "announced", "2022-07-29"),
        (ANNOUNCED, "held", "2022-05-01"),
        (SINCE, "meeting", None),
        (VISIT, "visit", "2022-05-01"),
        (VISIT, "failed", "2022-07-29"),
    ],
)
def test_date_of_an_event(rows: str, event: str, day: str | None) -> None:
    read, times = sentence(rows)
    token = next(t for t in read.tokens if t.lemma == event)
    found = attached(read, times, token.start, token.end)
    assert (found.first if found else None) == day
