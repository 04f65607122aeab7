"""Who sought the contact, and how long it lasted: detail that often one account alone gives."""

from collections.abc import Callable, Iterator
from operator import eq

from demarche.lexicon.knowing import Knowledge
from demarche.lexicon.names import key, parts
from demarche.model import Evidence, Record
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.finding import Finding, contrast, one_sided
from demarche.records.comparison.numbers import minutes
from demarche.records.comparison.words import account_words
from demarche.records.people import side

LONGER = 1.34
"""From this ratio on, two lengths of time are not two roundings of one."""

Told = tuple[str, Evidence]


def details(a: Account, b: Account, known: Knowledge) -> Iterator[Finding]:
    """What either account tells of them."""
    yield from _compared("initiator", _initiator(a, known), _initiator(b, known), a, b, eq)
    yield from _compared("duration", _duration(a), _duration(b), a, b, _alike)


def _compared(
    field: str, mine: Told | None, theirs: Told | None, a: Account, b: Account, alike: Callable[[str, str], bool]
) -> Iterator[Finding]:
    if mine and theirs:
        yield contrast(field, alike(mine[0], theirs[0]), mine, theirs)
    elif mine and b.official:
        yield one_sided(field, "extra", True, mine[1], mine[0])
    elif theirs and a.official:
        yield one_sided(field, "extra", False, theirs[1], theirs[0])


def _initiator(account: Account, known: Knowledge) -> Told | None:
    for s in account.sentences:
        for m in account_words().initiator.finds(s.text):
            if whose := party(m["who"], account, known):
                return whose, s.evidence("initiator", s.start + m.start(), s.start + m.end())
    return None


def party(words: str, account: Account, known: Knowledge) -> str | None:
    """The side of the record that some words name: by one of its people, by its state, by *our*."""
    record = account.record
    named = [s for p in record.participants if p.name and _surname(p.name) in key(words).split() and (s := side(p))]
    sides = sides_of(record)
    states = [c for h in known.surfaces.hits(words) for s in h.surfaces if (c := known.country(s.target)) in sides]
    return next(iter((*named, *(c for c in states if c))), None)


def _surname(name: str) -> str:
    return (parts(name) or (key(name),))[-1]


def sides_of(record: Record) -> frozenset[str]:
    """The parties to a record."""
    return frozenset(s for p in record.participants if (s := side(p)))


def _duration(account: Account) -> Told | None:
    for s in account.sentences:
        for m in account_words().duration.finds(s.text):
            if minutes(m["much"]):
                return m["much"], s.evidence("duration", s.start + m.start(), s.start + m.end())
    return None


def _alike(one: str, other: str) -> bool:
    x, y = sorted((minutes(one) or 1.0, minutes(other) or 1.0))
    return y / x < LONGER
