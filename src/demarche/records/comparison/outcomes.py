"""What came of a theme: one account says that they agreed, the other that they did not."""

from collections.abc import Iterator

from demarche.records.comparison.finding import Finding, contrast
from demarche.records.comparison.passages import Sentence
from demarche.records.comparison.themes import Topics, is_minor
from demarche.records.comparison.words import account_words, themed


def outcomes(a: Topics, b: Topics) -> Iterator[Finding]:
    """Themes on which one side reports agreement and the other none; each side must say only the one."""
    mine, theirs = _results(a), _results(b)
    for item in sorted(set(mine) & set(theirs)):
        (x, first), (y, second) = mine[item], theirs[item]
        shown = {True: "agreed", False: "not agreed"}
        yield contrast("outcome", x == y, (shown[x], first.evidence("outcome")), (shown[y], second.evidence("outcome")),
                   item=item, sure=0.6)  # fmt: skip


def _results(topics: Topics) -> dict[str, tuple[bool, Sentence]]:
    found: dict[str, set[tuple[bool, Sentence]]] = {}
    for s in topics.told:
        result = _result(s.text)
        if result is None:
            continue
        for theme, _ in themed(s.text):
            if not is_minor(theme.id):
                found.setdefault(theme.id, set()).add((result, s))
    plain = {item: min(said, key=lambda r: r[1].start) for item, said in found.items()}
    return {item: first for item, first in plain.items() if len({r for r, _ in found[item]}) == 1}


def _result(text: str) -> bool | None:
    words = account_words()
    if words.not_agreed.stand_in(text):
        return False
    return True if words.agreed.stand_in(text) else None
