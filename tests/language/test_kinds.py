"""What a text settles about its names, whatever the network said of one sentence."""

import pytest

from demarche.language.kinds import settled
from demarche.language.tokens import cuts
from demarche.model import Name, Sentence, Token
from demarche.model.values import NameKind

Said = list[tuple[str, NameKind]]

CASES: list[tuple[list[tuple[str, Said]], list[Said]]] = [
    ([("Prime Minister Narendra Modi", [("Prime Minister Narendra Modi", "PER")])], [[("Narendra Modi", "PER")]]),
    ([("The President spoke", [("President", "PER")])], [[]]),
    (
        [("United States and UAE", [("United States", "ORG"), ("UAE", "ORG")])],
        [[("United States", "LOC"), ("UAE", "LOC")]],
    ),
    ([("South Korean envoys", [])], [[("South Korean", "NORP")]]),
    ([("Korean Air said", [("Korean Air", "ORG")])], [[("Korean Air", "ORG")]]),
    ([("Ecuadorian police", [("Ecuadorian", "LOC")])], [[("Ecuadorian", "NORP")]]),
    (
        [("Bola Tinubu spoke", [("Bola Tinubu", "PER")]), ("Tinubu left", [("Tinubu", "LOC")])],
        [[("Bola Tinubu", "PER")], [("Tinubu", "PER")]],
    ),
    (
        [("Renamo said", [("Renamo", k)]) for k in ("ORG", "PER", "ORG")],  # type: ignore[list-item]
        [[("Renamo", "ORG")]] * 3,
    ),
]


def sentences(told: list[tuple[str, Said]]) -> tuple[str, list[Sentence]]:
    text, out = "", []
    for words, names in told:
        start, text = len(text), text + words + "\n"
        tokens = tuple(Token(a, b, "", "X", "", -1, "root") for a, b in cuts(text, start))
        at = [(text.index(said, start), said, kind) for said, kind in names]
        out.append(Sentence(start, start + len(words), tokens, tuple(Name(i, i + len(said), k) for i, said, k in at)))
    return text, out


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_settled(told: list[tuple[str, Said]], expected: list[Said]) -> None:
    text, given = sentences(told)
    found = settled(text, given)
    assert [[(text[n.start : n.end], n.kind) for n in s.names] for s in found] == expected
