"""The figures of two accounts: one number for one thing, another number for it, or a number that one alone gives."""

from collections.abc import Callable, Iterator

import msgspec

from demarche.model import Evidence
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.finding import Finding, contrast, one_sided
from demarche.records.comparison.numbers import Amount, amounts
from demarche.records.comparison.words import themed

EQUAL = 0.005
"""Numbers that differ by less are two roundings of one."""
ONE_THING = 0.34
"""Share of the words around two numbers of one unit from which they count one thing."""


class Told(msgspec.Struct, frozen=True):
    """An amount in the words of one account."""

    amount: Amount
    words: Evidence
    themes: frozenset[str]


def figures(a: Account, b: Account) -> Iterator[Finding]:
    """What either tells in numbers."""
    mine, theirs = _told(a), _told(b)
    for x, y in _pairs(mine, theirs, _equal):
        yield contrast("figures", True, (x.words.quote, x.words), (y.words.quote, y.words), item=x.amount.unit)
    for x, y in _pairs(mine, theirs, _of_one_thing):
        yield contrast(
            "figures", False, (x.words.quote, x.words), (y.words.quote, y.words), item=x.amount.unit, sure=0.7
        )
    for x in mine if b.official else ():
        yield one_sided("figures", "extra", True, x.words, x.words.quote, item=x.words.quote, sure=0.6)
    for y in theirs if a.official else ():
        yield one_sided("figures", "extra", False, y.words, y.words.quote, item=y.words.quote, sure=0.6)


def _told(account: Account) -> list[Told]:
    found: dict[tuple[float, str], Told] = {}
    for s in account.sentences:
        subjects = frozenset(theme.id for theme, _ in themed(s.text))
        for amount in amounts(s.text):
            words = s.evidence("figures", s.start + amount.start, s.start + amount.end)
            found.setdefault((amount.value, amount.unit), Told(amount, words, subjects))
    return list(found.values())


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
    return x.amount.unit == y.amount.unit and abs(x.amount.value - y.amount.value) / big < EQUAL


def _of_one_thing(x: Told, y: Told) -> bool:
    """One unit, and what they say around it is alike; *dollars* need more than that both are dollars."""
    if x.amount.unit != y.amount.unit:
        return False
    shared = len(x.amount.around & y.amount.around) / max(min(len(x.amount.around), len(y.amount.around)), 1)
    return shared >= ONE_THING or bool(x.themes & y.themes)
