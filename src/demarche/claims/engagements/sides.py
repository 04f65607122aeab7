"""Is it diplomacy? An engagement needs two sides that can be told apart."""

from collections.abc import Iterable

from demarche.claims.engagements.cast import Role
from demarche.model import Participant, Place
from demarche.model.values import Mode


def two_sides(participants: Iterable[Participant]) -> bool:
    """Are there two states, or a state and an organisation, or an unknown person in office beside one of them?"""
    countries, bodies, strangers = set(), set(), set()
    for p in participants:
        if p.country:
            countries.add(p.country)
        elif p.organisation:
            bodies.add(p.organisation)
        elif p.role and p.name and p.level != "unknown":
            strangers.add(p.name)
    return len(countries) > 1 or bool(countries and (bodies or strangers)) or len(bodies) > 1


def with_host(participants: list[Participant], place: Place | None, mode: Mode) -> list[Participant]:
    """For a visit, the country gone to is its host."""
    if mode != "visit" or place is None or place.country is None:
        return participants
    if any(p.country == place.country for p in participants):
        return participants
    words = place.words
    host = Participant(
        actor=None,
        name=place.name,
        country=place.country,
        part="host",
        start=words.start if words else None,
        end=words.end if words else None,
    )
    return [*participants, host]


def with_publisher(participants: list[Participant], own_side: str | None) -> list[Participant]:
    """The publishing government takes part in what its title names with the other side only."""
    if own_side is None or not participants or any(own_side in (p.country, p.organisation) for p in participants):
        return participants
    if len({p.side for p in participants}) > 1:
        return participants
    is_state = len(own_side) == 3 and own_side.isupper()
    own = Participant(country=own_side if is_state else None, organisation=None if is_state else own_side)
    return [own, *participants]


def strong(roles: Iterable[Role]) -> bool:
    """Do the roles alone name two sides?"""
    sides = {r.mention.country or r.mention.organisation for r in roles} - {None}
    return len(sides) > 1
