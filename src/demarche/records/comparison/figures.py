"""The figures of two accounts: one number for one thing, another number for it, or a number that one alone gives.

A number is what the extractor of figures found in it (value, range, qualifier, what it counts, for which period), where
it found one; of the rest the bare words around it decide. What may be one number by its words (*more than 60*, *75*) is
no contradiction.
"""

from collections.abc import Callable, Iterator

import msgspec

from demarche.model import Evidence, Figure
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.finding import Finding, contrast, one_sided
from demarche.records.comparison.meant import ROUNDED, Bounds, bounds, exactly
from demarche.records.comparison.numbers import Amount, amounts
from demarche.records.comparison.passages import Sentence
from demarche.records.comparison.words import content, themed

ONE_THING = 0.34
"""Share of the words around two numbers of one unit from which they count one thing."""
COUNTED = 0.5
"""The same of the words for what they count, where both say it."""


class Told(msgspec.Struct, frozen=True):
    """An amount in the words of one account, what it may mean, and what it is said to count and when."""

    amount: Amount
    words: Evidence
    themes: frozenset[str]
    bounds: Bounds
    what: frozenset[str] = frozenset()
    period: str | None = None


def figures(a: Account, b: Account) -> Iterator[Finding]:
    """What either tells in numbers."""
    mine, theirs = _told(a), _told(b)
    for fit, alike, sure in ((_equal, True, 0.8), (_may_be_one, True, 0.7), (_of_one_thing, False, 0.7)):
        for x, y in _pairs(mine, theirs, fit):
            said = (x.words.quote, x.words), (y.words.quote, y.words)
            yield contrast("figures", alike, *said, item=x.amount.unit, sure=sure)
    for x in mine if b.official else ():
        yield one_sided("figures", "extra", True, x.words, x.words.quote, item=x.words.quote, sure=0.6)
    for y in theirs if a.official else ():
        yield one_sided("figures", "extra", False, y.words, y.words.quote, item=y.words.quote, sure=0.6)


def _told(account: Account) -> list[Told]:
    found: dict[tuple[float, str], Told] = {}
    for s in account.sentences:
        subjects = frozenset(theme.id for theme, _ in themed(s.text))
        for amount in amounts(s.text):
            found.setdefault((amount.value, amount.unit), _one(s, amount, subjects, account.figures))
    return list(found.values())


def _one(s: Sentence, amount: Amount, subjects: frozenset[str], claimed: list[Figure]) -> Told:
    """An amount as the claim of it has it, where there is one."""
    start, end = s.start + amount.start, s.start + amount.end
    own = (f for f in claimed if f.document == s.document and f.start < end and start < f.end)
    figure = next((f for f in own if s.start <= f.start and f.end <= s.end), None)
    meant = bounds(figure) if figure else None
    if figure is None or meant is None:
        return Told(amount, s.evidence("figures", start, end), subjects, exactly(amount.value))
    words = s.evidence("figures", min(start, figure.start), max(end, figure.end))
    return Told(amount, words, subjects, meant, content(figure.what or ""), figure.period)


def _pairs(mine: list[Told], theirs: list[Told], fit: Callable[[Told, Told], bool]) -> Iterator[tuple[Told, Told]]:
    """Pairs that fit; whoever has found a partner is out of both lists."""
    for x in list(mine):
        y = next((y for y in theirs if fit(x, y)), None)
        if y is not None:
            mine.remove(x)
            theirs.remove(y)
            yield x, y


def _equal(x: Told, y: Told) -> bool:
    big = max(abs(x.amount.value), abs(y.amount.value), 1e-9)
    return x.amount.unit == y.amount.unit and abs(x.amount.value - y.amount.value) / big < ROUNDED


def _may_be_one(x: Told, y: Told) -> bool:
    return _of_one_thing(x, y) and x.bounds.meets(y.bounds)


def _of_one_thing(x: Told, y: Told) -> bool:
    """One unit, and what they say around it is alike; *dollars* need more than that both are dollars.

    Where both say what they count, or for which period, another thing or period is another figure.
    """
    if x.amount.unit != y.amount.unit or (x.period and y.period and x.period.lower() != y.period.lower()):
        return False
    if x.what and y.what:
        return len(x.what & y.what) / min(len(x.what), len(y.what)) >= COUNTED
    shared = len(x.amount.around & y.amount.around) / max(min(len(x.amount.around), len(y.amount.around)), 1)
    return shared >= ONE_THING or bool(x.themes & y.themes)
