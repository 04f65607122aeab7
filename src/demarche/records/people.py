"""Participants -> whom they stand for, so that *Lavrov*, *Sergey Lavrov* and *Russia's foreign minister* can meet."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from rapidfuzz.fuzz import ratio

from demarche.lexicon.names import key, parts
from demarche.model import Participant
from demarche.model.values import Level

PERSON = ("p:", "wd:", "person:")
"""How the ids of persons begin; every other id is a state's, an office's, an organ's or an organisation's."""

ALIKE = 84.0
"""Two spellings of a surname are one from here on: *Zelensky*, *Zelenskyy*; given names count by their initial only."""


class Person(msgspec.Struct, frozen=True, order=True):
    """Somebody on a side: named, or an unnamed holder of a level (*the foreign minister*)."""

    name: str
    actor: str
    level: Level

    @property
    def named(self) -> bool:
        """Is it somebody in particular?"""
        return bool(self.name or self.actor)


def side(p: Participant) -> str | None:
    """The party somebody acts for: a country, an organisation or a known actor; null for *world leaders*."""
    return p.country or p.organisation or (p.actor if p.actor and not p.actor.startswith(PERSON) else None)


def speaks_for(official_of: str | None) -> str | None:
    """The side whose official text it is, named as participants are: a body known as `un` is `org:un`."""
    if official_of is None or ":" in official_of or (len(official_of) == 3 and official_of.isupper()):
        return official_of
    return f"org:{official_of}"


def person(p: Participant) -> Person | None:
    """Whom the words name; null where they name a state or a body only, or an official of no known rank."""
    actor = p.actor if p.actor and p.actor.startswith(PERSON) else ""
    human = bool(actor) or p.actor is None or p.actor.startswith("office:")
    name = (" ".join(parts(p.name)) or key(p.name)) if p.name and human else ""
    if actor or name:
        return Person(name, actor, p.level)
    return Person("", "", p.level) if human and p.level != "unknown" else None


def same(a: Person, b: Person) -> bool:
    """Are two named persons one? Ids decide where both have one, else the names."""
    if a.actor and b.actor:
        return a.actor == b.actor
    return bool(a.name and b.name) and same_name(*sorted((a.name, b.name)))


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """One name inside the other (*Xi*, *Xi Jinping*), or like surnames after the same initial."""
    first, second = a.split(), b.split()
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    initials = len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]
    return initials and ratio(first[-1], second[-1]) >= ALIKE


def shared(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Is somebody named on both lists?"""
    others = [p for p in b if p.named]
    return any(same(p, q) for p in a if p.named for q in others)


def matched(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Does an unnamed office on one list fit somebody of its level on the other?"""
    first, second = tuple(a), tuple(b)
    return any(p.level == q.level != "unknown" and not (p.named and q.named) for p in first for q in second)


def at_odds(a: Iterable[Person], b: Iterable[Person]) -> bool:
    """Do two lists exclude each other: both know ranks or names, and nobody on one can be somebody on the other?"""
    first, second = tuple(a), tuple(b)
    return bool(first and second) and not any(_may_be(p, q) for p in first for q in second)


def _may_be(p: Person, q: Person) -> bool:
    if p.named and q.named:
        return same(p, q)
    return "unknown" in (p.level, q.level) or p.level == q.level
