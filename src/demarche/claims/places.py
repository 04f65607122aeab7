"""Where on the map: the coordinates of a place that a claim names, from the knowledge of places."""

import msgspec

from demarche.lexicon import Knowledge
from demarche.model import Act, Claim, Engagement, Place


def located(claim: Claim, known: Knowledge) -> Claim:
    """The claim with the coordinates of its place, where the place is a known city."""
    if not isinstance(claim, Engagement | Act) or claim.place is None:
        return claim
    place = _on_the_map(claim.place, known)
    return claim if place is claim.place else msgspec.structs.replace(claim, place=place)


def _on_the_map(place: Place, known: Knowledge) -> Place:
    city = known.place(place.name, place.country) if place.precision == "city" else None
    return msgspec.structs.replace(place, lat=city.lat, lon=city.lon) if city else place
