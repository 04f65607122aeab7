"""Places by name: states, regions, towns, features of nature and sites of diplomacy, each with where it lies.

The tables stand in `data/places`. Towns are 160,000 rows: a name is looked up by its key, and only the rows of that
name are ever taken apart.
"""

import gzip
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from demarche.lexicon.actors import State
from demarche.lexicon.knowing import Knowledge, knowledge
from demarche.lexicon.names import key
from demarche.lexicon.spots import Abbreviation, Feature, NoPlace, Region, Site, Spot, SpotKind
from demarche.lexicon.tables import data, load_csv
from demarche.model import BadKnowledge

TOWNS = "towns.tsv.gz"
COLUMNS = ("keys", "id", "name", "country", "region", "lat", "lon", "population")
ALIASES = ("name", "abbrev", "historic")
REMEMBERED = 20_000
"""Names whose places are kept as taken apart: news comes back to the same ones."""


class Short(NamedTuple):
    """A short form of a region's name; `alone`: does it name the region without a town before it?"""

    region: Spot
    alone: bool


class Gazetteer:
    """Every place, by the key of its names. Make it once a process: `gazetteer()`."""

    def __init__(self, known: Knowledge) -> None:
        self._lines, self._towns = _towns()
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._called)
        self._others: dict[str, list[Spot]] = defaultdict(list)
        for name, spot in _others(known):
            if spot not in self._others[key(name)]:
                self._others[key(name)].append(spot)
        self.regions = {s.id: s for spots in self._others.values() for s in spots if s.kind in ("region", "county")}
        self.short = _short(self._others)
        self.capitals = frozenset(key(a.surface) for a in known.tables.aliases if a.kind == "abbrev")
        self.seats = {(key(s.capital.partition(",")[0]), s.alpha3) for s in known.tables.states if s.capital}
        self.seats |= {(key("Washington"), "USA")}
        self.seats |= {
            (key(n), p.country) for p in known.tables.places if p.source == "hand" for n in (p.name, *p.names)
        }
        self.domains = {s.alpha2.lower(): s.alpha3 for s in known.tables.states} | {"uk": "GBR"}
        self.no_places = frozenset(key(row.phrase) for row in load_csv(data("places", "no_places.csv"), NoPlace))
        self.most_words = _most_words((*self._towns, *self._others, *self.short, *self.no_places))

    def called(self, name: str) -> tuple[Spot, ...]:
        """The places whose name has this key: towns from the largest, after all else."""
        return self._remembered(name)

    def _called(self, name: str) -> tuple[Spot, ...]:
        numbers = self._towns.get(name, ())
        return (*self._others.get(name, ()), *map(self._town, (numbers,) if isinstance(numbers, int) else numbers))

    def holds(self, name: str) -> bool:
        """Is there a place of this key?"""
        return name in self._towns or name in self._others

    def largest(self, name: str, country: str | None = None) -> Spot | None:
        """The most populous place of a name, as people write it, in a country if one is given."""
        found = [s for s in self.called(key(name)) if country is None or s.country == country]
        return max(found, key=lambda s: (s.kind in ("site", "feature"), s.population), default=None)

    def _town(self, number: int) -> Spot:
        _, id_, name, country, region, lat, lon, population = self._lines[number].split("\t")
        return Spot(f"geonames:{id_}", name, "town", country, region or None, float(lat), float(lon), int(population))


def _towns() -> tuple[list[str], dict[str, int | tuple[int, ...]]]:
    """The lines, and for each key the numbers of those that have it."""
    head, *lines = gzip.decompress(data("places", TOWNS).read_bytes()).decode().split("\n")
    if tuple(head.split("\t")) != COLUMNS:
        raise BadKnowledge(TOWNS, "line 1", f"columns are not {', '.join(COLUMNS)}")
    found: dict[str, int | tuple[int, ...]] = {}
    for number, line in enumerate(lines):
        for name in line[: line.index("\t")].split("|"):
            have = found.get(name)
            found[name] = number if have is None else (have, number) if isinstance(have, int) else (*have, number)
    return lines, found


def _others(known: Knowledge) -> Iterator[tuple[str, Spot]]:
    """Names of everything but towns."""
    for state in known.tables.states:
        spot = _state(state)
        yield from ((n, spot) for n in (state.name, state.full_name) if n)
    for alias in known.tables.aliases:
        if alias.kind in ALIASES and alias.entity in known.states:
            yield alias.surface, _state(known.states[alias.entity])
    for row in load_csv(data("places", "regions.csv"), Region):
        kind: SpotKind = "county" if row.part_of else "region"
        spot = Spot(row.id, row.name, kind, row.country, row.part_of or row.id, row.lat, row.lon, row.population)
        yield from ((n, spot) for n in (row.name, *row.names))
    for feature in load_csv(data("places", "features.csv"), Feature):
        id_ = f"feature:{key(feature.name).replace(' ', '-')}"
        spot = Spot(id_, feature.name, "feature", feature.country or None, None, feature.lat, feature.lon, 0)
        yield from ((n, spot) for n in (feature.name, *feature.names))
    for site in load_csv(data("places", "sites.csv"), Site):
        id_ = f"site:{key(site.name).replace(' ', '-')}"
        spot = Spot(id_, site.name, "site", site.country, None, site.lat, site.lon, 0)
        yield from ((n, spot) for n in (site.name, *site.names))


def _state(state: State) -> Spot:
    return Spot(state.id, state.name, "country", state.alpha3, None, None, None, 0)


def _short(named: dict[str, list[Spot]]) -> dict[str, tuple[Short, ...]]:
    """Abbreviations of regions, under the key of how they are written: *Ky.*, *B.C.*."""
    found: dict[str, list[Short]] = defaultdict(list)
    for row in load_csv(data("places", "abbreviations.csv"), Abbreviation):
        of = [s for s in named.get(key(row.region), ()) if s.country == row.country and s.kind == "region"]
        if not of:
            raise BadKnowledge("abbreviations.csv", row.abbreviation, f"no region {row.region} in {row.country}")
        found[key(row.abbreviation)].append(Short(of[0], row.alone))
    return {name: tuple(shorts) for name, shorts in found.items()}


def _most_words(names: tuple[str, ...]) -> dict[str, int]:
    """For each word that a name of several begins with, how many words the longest has."""
    most: dict[str, int] = {}
    for name in names:
        if " " in name:
            first, words = name[: name.index(" ")], name.count(" ") + 1
            if words > most.get(first, 0):
                most[first] = words
    return most


@cache
def gazetteer() -> Gazetteer:
    """The shipped places, with the states of the knowledge of actors."""
    return Gazetteer(knowledge())
