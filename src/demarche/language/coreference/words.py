"""The words that point back, as data: which gender or number each asks for, and whom a plural noun can mean."""

from functools import cache

from demarche.lexicon.actors import Gender
from demarche.lexicon.tables import Row, data, load_toml
from demarche.model.values import Level


class Group(Row, frozen=True, kw_only=True):
    """Whom a plural noun can mean: persons of these levels, roles or gender, or states."""

    levels: frozenset[Level] = frozenset()
    roles: frozenset[str] = frozenset()
    gender: Gender = ""
    states: bool = False

    @property
    def people(self) -> bool:
        """Can it mean persons at all?"""
        return bool(self.levels or self.roles or self.gender)


class Words(Row, frozen=True, kw_only=True):
    """Everything in `coreference.toml`."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]
    reflexive: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    hosts: frozenset[str]
    guests: frozenset[str]
    colleagues: frozenset[str]
    chiefs: frozenset[str]
    thanked: frozenset[str]
    judges: frozenset[str]
    persons: frozenset[str]
    moves: frozenset[str]
    receives: frozenset[str]
    journeys: frozenset[str]
    homes: frozenset[str]
    meetings: frozenset[str]
    counts: dict[str, int]
    groups: dict[str, Group]

    def gender(self, pronoun: str) -> Gender:
        """The gender that a pronoun of the third person asks for."""
        return "male" if pronoun in self.male else "female" if pronoun in self.female else ""


@cache
def words() -> Words:
    """The shipped list for English."""
    return load_toml(data("languages", "en", "coreference.toml"), Words)


class _Weights(Row, frozen=True):
    """`pronouns.toml`: what each sign adds to a pronoun's meaning somebody, in log odds."""

    weights: dict[str, float]


@cache
def weights() -> dict[str, float]:
    """The weights of `training/pronouns.py`."""
    return load_toml(data("languages", "en", "pronouns.toml"), _Weights).weights


@cache
def pointing() -> frozenset[str]:
    """Every word that can point back by itself, of a group's name the last: most words of a text are none."""
    w = words()
    groups = (group.rpartition(" ")[2] for group in w.groups)
    return frozenset({*w.male, *w.female, *w.plural, *w.hosts, *w.guests, *w.colleagues, *w.chiefs, *groups})
