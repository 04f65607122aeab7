"""What the entities of the tables are called in a language other than English: `data/languages/<code>/` -> typed rows.

Phrases stand in the nominative, as a reader of the language would write them; what reads the language inflects them.
"""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_csv

Body = Literal["organisation", "organ", "seat", "noun", "people"]


class StateNames(Row, frozen=True, kw_only=True):
    """What a state is called; `joined` are first halves of compound adjectives that the adjective does not give."""

    state: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class BodyName(Row, frozen=True, kw_only=True):
    """An organisation, a state's organ, or a building that stands for one; `noun` and `people` need a state beside.

    `target` is an id, or for a `noun` the end of one (`foreign_ministry`).
    """

    phrase: str
    kind: Body
    target: str = ""


class RoleName(Row, frozen=True, kw_only=True):
    """Words for a role; `body` is the one state or organisation in which they mean it."""

    phrase: str
    role: str
    body: str = ""
    qualifier: str = ""


class PersonName(Row, frozen=True, kw_only=True):
    """A spelling that letter for letter would not lead to the name in the tables."""

    name: str
    person: str


class PlaceName(Row, frozen=True, kw_only=True):
    """A place that is no capital, under the name that the tables know it by."""

    name: str
    place: str
    state: str


class Translations(msgspec.Struct, frozen=True):
    """Everything that names somebody in one language."""

    states: tuple[StateNames, ...]
    bodies: tuple[BodyName, ...]
    roles: tuple[RoleName, ...]
    persons: tuple[PersonName, ...]
    places: tuple[PlaceName, ...]


@cache
def translations(code: str) -> Translations:
    """The names of a language, checked."""
    return Translations(
        load_csv(data("languages", code, "states.csv"), StateNames),
        load_csv(data("languages", code, "bodies.csv"), BodyName),
        load_csv(data("languages", code, "roles.csv"), RoleName),
        load_csv(data("languages", code, "persons.csv"), PersonName),
        load_csv(data("languages", code, "places.csv"), PlaceName),
    )
