"""Whom the two accounts say to stand where: one side told to support by the one and to oppose by the other.

Only opposite stances are findings: that one account tells of a stance and the other of none is told by its theme.
"""

from collections.abc import Iterator

from demarche.model import Evidence, Position
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.finding import Finding, contrast
from demarche.records.comparison.words import content
from demarche.records.people import side

OPPOSITE = frozenset({"supports", "opposes"})
ONE_THING = 0.5
"""Share of the words of the shorter of two targets from which they are one thing."""


def stances(a: Account, b: Account) -> Iterator[Finding]:
    """Opposite stances of one side towards one thing."""
    theirs = _told(b)
    for x in _told(a):
        for y in theirs:
            if {x.stance, y.stance} == OPPOSITE and _sides(x) & _sides(y) and _of_one_thing(x, y):
                item = x.target or x.about or ""
                yield contrast("positions", False, (x.stance, _words(x)), (y.stance, _words(y)), item=item, sure=0.6)
                break


def _told(account: Account) -> list[Position]:
    """What its sentences about the record tell of stances."""
    told = [(s.document, s.start, s.end) for s in account.sentences]
    return [p for p in account.positions if any(d == p.document and s <= p.start < e for d, s, e in told)]


def _sides(p: Position) -> set[str]:
    return {s for actor in p.actors if (s := side(actor))}


def _of_one_thing(x: Position, y: Position) -> bool:
    one, other = (content(f"{p.target or ''} {p.about or ''}") for p in (x, y))
    return len(one & other) >= ONE_THING * max(min(len(one), len(other)), 1)


def _words(p: Position) -> Evidence:
    return Evidence(p.document, p.start, p.end, p.quote, "positions", p.id)
