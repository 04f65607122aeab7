"""Whom a word can mean: gender, number, and whether two mentions are one and the same."""

from collections import Counter, defaultdict
from functools import lru_cache

from demarche.language.coreference.words import Group, words
from demarche.lexicon import Knowledge
from demarche.lexicon.actors import Gender
from demarche.lexicon.names import folded
from demarche.model import Mention

FEW = 3
"""So many bearers of a given name must be known, all of one gender, before it tells the gender of another."""

Key = tuple[str | None, ...]


def is_person(m: Mention) -> bool:
    """One person, by name, by office or by pronoun."""
    organ = (m.actor or "").startswith("organ:")
    return m.kind in ("person", "office") and not m.plural and not organ


def key(m: Mention) -> Key:
    """What two mentions of one and the same share."""
    if m.kind == "state":
        return ("state", m.country)
    if m.name or (m.actor or "").startswith(("wd:", "p:")):
        return ("who", m.actor or m.name)
    if m.role or m.country or m.organisation:
        return ("office", m.role, m.country, m.organisation)
    return ("words", str((m.antecedents[0] if m.antecedents else m).start))


@lru_cache(maxsize=2)
def _given_names(known: Knowledge) -> dict[str, Gender]:
    """Given names that only men, or only women, of the tables bear."""
    found: dict[str, Counter[Gender]] = defaultdict(Counter)
    for person in known.persons.values():
        if person.gender in ("male", "female"):
            found[_first(person.name)][person.gender] += 1
    return {name: next(iter(n)) for name, n in found.items() if len(n) == 1 and n.total() >= FEW}


def _first(name: str) -> str:
    return next(iter(folded(name).split()), "")


def gender(m: Mention, text: str, known: Knowledge) -> Gender:
    """Male, female, or nothing where neither the tables nor the words tell."""
    person = known.persons.get(m.actor or "")
    if person and person.gender:
        return person.gender
    said = frozenset(text[m.start : m.end].lower().split())
    list_ = words()
    if said & list_.men or said & list_.male:
        return "male"
    if said & list_.women or said & list_.female:
        return "female"
    return _given_names(known).get(_first(person.name if person else m.name or ""), "")


def fits(m: Mention, group: Group, own: Gender) -> bool:
    """Can a plural noun mean this person among others?"""
    if not is_person(m):
        return False
    if group.gender:
        return own in (group.gender, "")
    return m.level in group.levels or m.role in group.roles


def distinct(mentions: list[Mention]) -> list[Mention]:
    """Each person or state once, by its last mention that is no pronoun."""
    out: dict[Key, Mention] = {}
    for m in mentions:
        own = key(m)
        old = out.get(own)
        if old is None or not m.antecedents or old.antecedents:
            out[own] = m
    return list(out.values())
