"""Which place of a name is meant: the one that the words behind it say, else the one among whose company it stands.

The prior is how many people live there; the shares of the text's other places that lie in the same region and in the
same country move it, as do the country of the publisher and the title. One name is one place throughout a text, unless
the words behind it say otherwise (Gale, Church and Yarowsky 1992: one sense per discourse).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log10
from typing import NamedTuple

from demarche.language.places.evidence import Sighting, inside
from demarche.language.places.matches import Match
from demarche.lexicon.spots import Spot

PER_COUNTRY, PER_REGION = 2.5, 4.0
"""What a whole text of places in one country, or region, weighs against a town ten times as large: 1."""
FIXED = {"country": 9.0, "feature": 7.0, "site": 8.0}
"""Kinds whose people nobody counts."""
SEAT = 1.0
"""A capital is named more often than a town of its size."""
MOST = 3
"""A name counts so often at most: a text repeats its subject."""
WEIGHTS = {"country": 0.7, "region": 1.0, "county": 1.0}
"""Who writes of a state need not write of its towns; who writes of its regions does."""
HOME = 2.0
"""What the publisher's country counts."""


class Choice(NamedTuple):
    """The place meant, why, and how sure that is."""

    spot: Spot
    reason: str
    confidence: float


class Company:
    """The places of one text, by country and by region."""

    def __init__(self, seats: Iterable[tuple[str, str]], home: str | None) -> None:
        self._seats = frozenset(seats)
        self._countries: Counter[str] = Counter()
        self._regions: Counter[str] = Counter()
        self._home = home

    def add(self, spot: Spot, weight: float) -> None:
        """A place that is there."""
        if spot.country:
            self._countries[spot.country] += weight  # type: ignore[assignment]
        if spot.region:
            self._regions[spot.region] += weight  # type: ignore[assignment]

    def _score(self, spot: Spot, key: str) -> float:
        total = sum(self._countries.values()) + (HOME if self._home else 0)
        at_home = HOME if self._home and spot.country == self._home else 0
        country = (self._countries[spot.country or ""] + at_home) / total if total else 0
        region = self._regions[spot.region] / total if total and spot.region else 0
        prior = FIXED.get(spot.kind) or log10(spot.population + 300)
        if spot.country and (key, spot.country) in self._seats:
            prior += SEAT
        elif spot.kind == "county":
            prior -= 0.5
        return prior + PER_COUNTRY * country + PER_REGION * region

    def choose(self, key: str, spots: Sequence[Spot]) -> Choice:
        """The likeliest of several places."""
        if len(spots) == 1:
            return Choice(spots[0], "the only place of its name", 0.9)
        ranked = sorted(((self._score(s, key), -n) for n, s in enumerate(spots)), reverse=True)
        best = self._town_of(spots[-ranked[0][1]], key, spots)
        other = next((score for score, n in ranked[1:] if spots[-n].country != best.country), None)
        if other is None:
            return Choice(best, "every place of its name is there", 0.9)
        return Choice(best, "the likeliest beside the text's other places", min(0.95, 0.5 + (ranked[0][0] - other) / 4))

    def _town_of(self, best: Spot, key: str, spots: Sequence[Spot]) -> Spot:
        """The town that a region is called after, where much of it lives there: *Geneva*, *Idlib*; or the capital."""
        if best.kind != "region":
            return best
        seat = (key, best.country) in self._seats
        towns = (s for s in spots if s.kind == "town" and s.country == best.country)
        return next((s for s in towns if seat or (s.region == best.id and 10 * s.population > best.population)), best)

    @property
    def only(self) -> str | None:
        """The country of all the places of a text, or nearly all."""
        total = sum(self._countries.values())
        country, most = max(self._countries.items(), key=lambda c: c[1], default=("", 0))
        return country if most and most >= 0.8 * total else None


def resolved(seen: Sequence[Sighting], company: Company) -> list[Choice]:
    """The place that each sighting stands for."""
    chosen: dict[tuple[str, str | None], Choice] = {}
    within: dict[str, Counter[Spot]] = {}
    for s in seen:
        if s.within is not None:
            told = _within(s.match, s.within)
            chosen[s.match.key, s.within.id] = told
            within.setdefault(s.match.key, Counter())[s.within] += 1
    times = Counter(s.match.key for s in seen)
    for choice in chosen.values():
        company.add(choice.spot, 2)
    open_: dict[str, Match] = {}
    for s in seen:
        if s.within is None and s.match.key not in open_:
            if s.match.key in within:
                wide = within[s.match.key].most_common(1)[0][0]
                chosen[s.match.key, None] = chosen[s.match.key, wide.id]
            else:
                open_[s.match.key] = s.match
    _settle(open_, times, company, chosen)
    return [chosen[s.match.key, s.within.id if s.within else None] for s in seen]


def _settle(
    open_: dict[str, Match], times: Counter[str], company: Company, chosen: dict[tuple[str, str | None], Choice]
) -> None:
    """First the names of one country, then, in their company, the others."""
    own: dict[str, tuple[Spot, float]] = {}
    for name, match in open_.items():
        sure = _sure(match.spots)
        if sure is not None:
            own[name] = (sure, min(times[name], MOST) * WEIGHTS.get(sure.kind, 0.7))
            company.add(*own[name])
    for name, match in open_.items():
        spot, weight = own.get(name, (None, 0.0))
        if spot is not None:
            company.add(spot, -weight)  # nothing keeps itself company
        chosen[name, None] = company.choose(name, match.spots)
        if spot is not None:
            company.add(spot, weight)


def _sure(spots: Sequence[Spot]) -> Spot | None:
    """The place that a name means in any company, or its likeliest."""
    if len({s.country for s in spots}) == 1 or spots[0].kind in ("country", "site", "feature"):
        return spots[0]
    return _dominant(spots)


def _dominant(spots: Sequence[Spot]) -> Spot | None:
    """The town that has nearly all the people of those of its name."""
    total = sum(s.population for s in spots)
    best = max(spots, key=lambda s: s.population)
    return best if best.population > 0.97 * total else None


def _within(match: Match, wide: Spot) -> Choice:
    """The largest place of a name inside the one that the words behind it tell."""
    fitting = [s for s in match.spots if inside(s, wide)]
    if not fitting:
        name = match.key.title()
        return Choice(Spot("", name, "town", wide.country, wide.region, None, None, 0), "the words behind it", 0.7)
    best = max(fitting, key=lambda s: (s.kind == "town", s.population))
    return Choice(best, "the words behind it", 0.95)
