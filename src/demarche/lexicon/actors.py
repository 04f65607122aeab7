"""What a row of each table of actors holds: states, their names, bodies, offices, and who held them when.

Entities have ids: `iso:RU` a state, `org:nato` an organisation, `organ:RU/presidency` a part of either,
`office:RU/foreign_minister` an office, `wd:Q58217` or `p:a-slug` a person. `source` says where a row comes from.
"""

from typing import Literal

from demarche.lexicon.tables import Row
from demarche.model.values import Level

AliasKind = Literal["name", "adjective", "demonym", "abbrev", "capital", "region", "historic", "joined", "none"]
Gender = Literal["male", "female", "other", ""]


class State(Row, frozen=True, kw_only=True):
    """A state or territory. `leader` is the role of whoever "the leader" is there.

    `called_by` says which name people go by: the last, or (family names first, or no family names) the first.
    """

    id: str
    alpha2: str
    alpha3: str
    name: str
    full_name: str = ""
    wikidata: str = ""
    cow: str = ""
    capital: str = ""
    lat: float | None = None
    lon: float | None = None
    region: str = ""
    leader: Literal["head_of_state", "head_of_government"] = "head_of_state"
    un_member: bool = False
    called_by: Literal["last", "first"] = "last"
    source: str


class Alias(Row, frozen=True, kw_only=True):
    """Words for an entity; kind `none` keeps words from being read as one ("Indian Ocean" is not India), `joined` ones
    are first halves of compounds ("*Sino*-Indian").
    """

    surface: str
    entity: str = ""
    kind: AliasKind
    needs_context: bool = False
    source: str


class Organisation(Row, frozen=True, kw_only=True):
    """An international organisation or bloc; `code` is PLOVER's word for its country."""

    id: str
    name: str
    acronym: str = ""
    code: str = "IGO"
    sector: str = ""
    kind: str = "organisation"
    surfaces: tuple[str, ...] = ()
    source: str


class Member(Row, frozen=True, kw_only=True):
    """A state's membership; dates where known."""

    organisation: str
    state: str
    start: str = ""
    end: str = ""
    source: str


class Organ(Row, frozen=True, kw_only=True):
    """What acts in a state or organisation under a name of its own: a presidency, a ministry, a party, an armed group.

    `governs` are the stretches in which it held the state's power (`2021-08-15/`, `1996-09-27/2001-11-13`).
    """

    id: str
    kind: str
    name: str
    sector: str
    surfaces: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    source: str


class Role(Row, frozen=True, kw_only=True):
    """A class of posts, and where it stands among the levels of contact; `rank` orders roles within them."""

    id: str
    level: Level
    sector: str
    label: str
    rank: int = 99


class Title(Row, frozen=True, kw_only=True):
    """Words for a role; `scope` is the one state (alpha-2) or organisation in which they mean it, empty for any.

    `qualifier` ends the office's id where a body has several of the role (`council`, `commission`).
    """

    phrase: str
    role: str
    scope: str = ""
    qualifier: str = ""
    source: str


class Office(Row, frozen=True, kw_only=True):
    """A role in a body; `qualifier` tells apart offices of one role (`ambassador/RU`)."""

    id: str
    body: str
    role: str
    qualifier: str = ""
    source: str


class Person(Row, frozen=True, kw_only=True):
    """Somebody who held an office; `article` is the Wikipedia title where it differs from the name."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    gender: Gender = ""
    article: str = ""
    source: str


class Tenure(Row, frozen=True, kw_only=True):
    """A stretch in office. Dates are as fine as the source's. Without an end, it is vouched for until `known_until`.

    `confidence` is below one where the row was written from general knowledge (`source` = general).
    """

    person: str
    office: str
    start: str = ""
    end: str = ""
    known_until: str = ""
    acting: bool = False
    confidence: float = 1.0
    source: str

    @property
    def first(self) -> str:
        """The earliest day it can have begun."""
        return self.start + "-01-01"[len(self.start) - 4 :] if self.start else "0001-01-01"

    @property
    def last(self) -> str:
        """The latest day it can have ended."""
        return self.end + "-12-31"[len(self.end) - 4 :] if self.end else "9999-12-31"


class Spelling(Row, frozen=True, kw_only=True):
    """Spellings of one name part, the first of which stands for all."""

    symbol: str
    forms: tuple[str, ...]
    source: str


class City(Row, frozen=True, kw_only=True):
    """A populated place; `country` is alpha-3."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    country: str
    lat: float
    lon: float
    population: int = 0
    capital: bool = False
    source: str


class Agent(Row, frozen=True, kw_only=True):
    """A generic noun for actors and its PLOVER sector."""

    phrase: str
    sector: str
    source: str


class BodyNoun(Row, frozen=True, kw_only=True):
    """A noun that, after a state's name, means a part of it (*Russian foreign ministry*); `organ` ends its id."""

    phrase: str
    organ: str
    sector: str
    source: str
