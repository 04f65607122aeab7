"""Where on the map: the place that words name, from the names of places in the text, else from the gazetteer."""

import msgspec

from demarche.lexicon import Knowledge
from demarche.lexicon.gazetteer import gazetteer
from demarche.model import Act, Claim, Engagement, Place, Toponym, Words

SURE = 0.6
"""A place so sure corrects the country that its name alone would have."""
BELIEVED = 0.5
"""A name that stands for no actor is a place of an event if it is as sure."""


def on_the_map(place: Place, named: Toponym) -> Place:
    """A place with what its name in the text stands for: country, precision, coordinates."""
    told = named.country if place.country is None or (named.country and named.confidence >= SURE) else place.country
    if told != named.country:
        return place
    return msgspec.structs.replace(
        place, country=told, precision=named.precision or place.precision, lat=named.lat, lon=named.lon
    )  # fmt: skip


def place_named(named: Toponym | None, text: str) -> Place | None:
    """The place that a name stands for, where no actor is meant: *at the Palais des Nations*."""
    if named is None or named.precision is None or named.country is None or named.confidence < BELIEVED:
        return None  # nobody meets *in Asia*
    words = Words(named.start, named.end, text[named.start : named.end])
    return Place(
        name=named.name, country=named.country, lat=named.lat, lon=named.lon, precision=named.precision, words=words
    )  # fmt: skip


def located(claim: Claim, known: Knowledge) -> Claim:
    """The claim with the coordinates of its place, where nothing gave any and the place is a known town."""
    if not isinstance(claim, Engagement | Act) or claim.place is None:
        return claim
    place = _of_name(claim.place, known)
    return claim if place is claim.place else msgspec.structs.replace(claim, place=place)


def _of_name(place: Place, known: Knowledge) -> Place:
    if place.precision != "city" or place.lat is not None:
        return place
    town = known.place(place.name, place.country) or gazetteer().largest(place.name, place.country)
    return msgspec.structs.replace(place, lat=town.lat, lon=town.lon) if town else place
