"""What a row of each table of places holds, and a place as it is handed out."""

from typing import Literal, NamedTuple

from demarche.lexicon.tables import Row

SpotKind = Literal["country", "region", "county", "town", "feature", "site"]


class Spot(NamedTuple):
    """A place: `country` is alpha-3, null where it lies in several; `region` the first-level one around it, by id."""

    id: str
    name: str
    kind: SpotKind
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    population: int


class Region(Row, frozen=True, kw_only=True):
    """A region of the first level, or a county (`part_of` is its region), in the middle of its towns."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    country: str
    part_of: str = ""
    lat: float
    lon: float
    population: int = 0
    source: str


class Feature(Row, frozen=True, kw_only=True):
    """A sea, river, mountain, continent or other stretch of the earth, about its middle; `country` where it has one."""

    name: str
    names: tuple[str, ...] = ()
    kind: str
    country: str = ""
    lat: float
    lon: float
    source: str


class Site(Row, frozen=True, kw_only=True):
    """A building or estate where diplomacy is done."""

    name: str
    names: tuple[str, ...] = ()
    country: str
    lat: float
    lon: float
    source: str


class Abbreviation(Row, frozen=True, kw_only=True):
    """A short form of a region's name; `alone`: it needs no town before it."""

    abbreviation: str
    region: str
    country: str
    alone: bool = False


class NoPlace(Row, frozen=True, kw_only=True):
    """Words with a place's name in them that name no place."""

    phrase: str
