"""Is it diplomacy? An engagement needs two sides that can be told apart."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from demarche.claims.engagements.roles import Role
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.model import Participant, Place
from demarche.model.values import Mode

LOCAL = frozenset({"subnational_leader", "mayor"})
"""Roles in a part of a state."""

ABROAD = frozenset({"ambassador"})
"""Who lives where the office is: to come there and to leave it is no visit."""

BINDING = frozenset({"head", "minister", "deputy", "ambassador"})
"""Levels of those who can bind a state."""

OFTEN = 2
"""How often a state is named before a text is about it."""


def two_sides(participants: Iterable[Participant]) -> bool:
    """Are there two states, or a state and an organisation, or an unknown person in office beside one of them?"""
    countries, bodies, strangers = set(), set(), set()
    for p in participants:
        if p.country:
            countries.add(p.country)
        elif p.organisation and (p.actor or (p.role and p.organisation.startswith("org:"))):
            bodies.add(p.organisation)
        elif _in_office(p):
            strangers.add(p.name or p.role)
    return len(countries) > 1 or bool(countries and (bodies or strangers)) or len(bodies) > 1


def _in_office(p: Participant) -> bool:
    """Has somebody of no known side an office by which they stand for one? Mayors, judges, advisers are of any state:
    "an unknown officer and a minister of X" are two of X, as often as not.
    """
    return p.level in ("head", "minister") or (p.level in ("deputy", "ambassador") and bool(p.name))


def with_hosts(
    participants: list[Participant], places: Sequence[Place], mode: Mode, received: bool = False
) -> list[Participant]:
    """For a visit, each country gone to is a host; so it is where somebody was `received` by nobody named."""
    if mode != "visit" and not (received and {p.part for p in participants} == {"visitor"}):
        return participants
    here = {p.country for p in participants}
    gone_to = {p.country: p for p in reversed(places) if p.country not in here}
    return [*participants, *(host_of(p) for p in places if p.country and gone_to.get(p.country) is p)]


def host_of(place: Place) -> Participant:
    """The land of a place as the one that receives."""
    words = place.words
    return Participant(
        name=place.name,
        country=place.country,
        part="host",
        start=words.start if words else None,
        end=words.end if words else None,
    )


def with_publisher(participants: list[Participant], own_side: str | None) -> list[Participant]:
    """The publishing government takes part in what its title names with the other side only."""
    if own_side is None or not participants or any(own_side in (p.country, p.organisation) for p in participants):
        return participants
    if len({p.side for p in participants}) > 1:
        return participants
    is_state = len(own_side) == 3 and own_side.isupper()
    own = Participant(country=own_side if is_state else None, organisation=None if is_state else own_side)
    return [own, *participants]


def with_own(participants: list[Participant], publisher: str | None) -> list[Participant]:
    """In a government's own text, somebody in office without a state is its own, unless its side is there already."""
    if publisher is None or any(publisher in (p.country, p.organisation) for p in participants):
        return participants
    strangers = [p for p in participants if p.role and not p.country and not p.organisation]
    if len(strangers) != 1:
        return participants
    state, body = (publisher, None) if len(publisher) == 3 and publisher.isupper() else (None, publisher)
    own = msgspec.structs.replace(strangers[0], country=state, organisation=body)
    return [own if p is strangers[0] else p for p in participants]


def plausible(participants: Iterable[Participant], mode: Mode) -> bool:
    """A visit needs somebody who goes and the country gone to; anything else just two sides."""
    people = list(participants)
    if mode == "letter" and people and all(p.part == "caller" for p in people):
        return False  # "two ministers wrote on a platform": several who write have not written to each other
    if sum(p.sector == "PTY" for p in people) > 1 and not any(p.level in BINDING for p in people):
        return False  # parties among themselves, mostly of one state
    if mode == "visit" and not ({"visitor", "host"} <= {p.part for p in people}):
        return False
    return two_sides(people)


def in_private(participants: Iterable[Participant], then: str | None = None) -> bool:
    """ "The former premier *has been staying in* Spain", "the ambassador *left*": do those who go hold no office any
    more, or a town's, or one abroad? `then` is the day of a tale of long ago.
    """
    visitors = [p for p in participants if p.part == "visitor"]
    return bool(visitors) and all(_is_gone(p, then) or p.role in ABROAD or p.role in LOCAL for p in visitors)


def _is_gone(p: Participant, then: str | None) -> bool:
    """Is somebody out of office, and was on that day?"""
    if p.sector != "ELI" or then is None:
        return p.sector == "ELI"
    held = knowledge().posts(p.actor or "")
    return bool(held) and not any(t.first <= then <= t.last for t in held)


def strong(roles: Iterable[Role]) -> bool:
    """Do the roles alone name two sides?"""
    sides = {r.mention.country or r.mention.organisation for r in roles} - {None}
    return len(sides) > 1


def is_land(scene: Scene, role: Role) -> bool:
    """ "*England* visit India": a state by its bare name goes nowhere; those do who play for it."""
    if role.part != "visitor" or role.mention.kind != "state":
        return False
    token = scene.tokens[role.token]
    return token.upos == "PROPN" and token.deprel.startswith(("nsubj", "nmod:poss"))


def in_public(roles: Sequence[Role]) -> bool:
    """Is anybody known, in office, or no person at all? Two strangers of two countries are sportsmen or friends, and
    one who goes abroad is a traveller.
    """
    going = [r for r in roles if r.part == "visitor"] or roles
    return not going or any(
        r.mention.kind != "person" or r.mention.actor or r.mention.role or r.mention.level != "unknown" for r in going
    )


def at_home(scene: Scene, people: Sequence[Participant], before: Sequence[Scene]) -> bool:
    """Is somebody of a state that nobody names in the land that the text is about? Then it is probably his own."""
    lands = {p.country for p in people if p.part == "host" and p.country}
    if len(lands) != 1 or any(p.country or p.organisation for p in people if p.part != "host"):
        return False
    said = Counter(m.country for s in (*before, scene) for m in s.mentions if m.country)
    (land,) = lands
    return said[land] > OFTEN and said.most_common(1)[0][0] == land
