"""A claim of an engagement or an act -> its telling: the few things that decide whether two claims are one event."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import msgspec

from demarche.lexicon.actors import Organisation
from demarche.lexicon.names import key
from demarche.lexicon.tables import data, load_csv
from demarche.model import Act, Claim, Document, Engagement, Family, Participant, When
from demarche.records.people import Person, person, side, speaks_for

Event = Engagement | Act

AHEAD = frozenset({"planned", "expected", "proposed", "postponed", "hypothetical", "threatened"})
DONE = frozenset({"happened", "ongoing"})
FEW = 2
"""Words with which an act says something."""
MEETINGS = frozenset({"meeting", "summit", "virtual_meeting", "talks"})


class Window(msgspec.Struct, frozen=True, order=True):
    """Calendar days as ordinals, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it spans: how little it says."""
        return self.last - self.first + 1


class Telling(msgspec.Struct, frozen=True):
    """One claim, ready to be compared. `kind` is the mode, or the id of an act; `said` the day of publication;
    `documents` holds more than the claim's own where tellings alike in all that counts stand as one.

    `cast` maps each side to the persons named on it. `thin`: with fewer than two sides and no named forum it says too
    little to be recognised elsewhere than in a copy of its own sentence; so does an act told by one word. `origin` is
    whose account its family is.
    """

    claim: Event
    documents: frozenset[str]
    family: str
    kind: str
    cast: Mapping[str, tuple[Person, ...]]
    actors: frozenset[str]
    targets: frozenset[str]
    window: Window | None
    said: int | None
    official: str | None
    forum: frozenset[str]
    site: str
    words: frozenset[str]
    origin: str | None = None

    @property
    def sides(self) -> frozenset[str]:
        """The parties that take part."""
        return frozenset(self.cast)

    @property
    def multilateral(self) -> bool:
        """Is it told of as a named forum, and not as two sides meeting on its margins?"""
        return bool(self.forum) and (len(self.cast) != 2 or self.kind == "summit")

    @property
    def thin(self) -> bool:
        """Does it say too little to be recognised in another text?"""
        if isinstance(self.claim, Act):
            return len(self.words) < FEW
        return len(self.cast) < 2 and not self.multilateral

    @property
    def apart(self) -> tuple[str, bool]:
        """What never mixes: acts with engagements, *dozens of calls* with one call."""
        generic = isinstance(self.claim, Engagement) and self.claim.generic
        return ("act" if isinstance(self.claim, Act) else "engagement", generic)

    @property
    def caption(self) -> bool:
        """Does it rest on the words under a picture only?"""
        return isinstance(self.claim, Engagement) and self.claim.evidence_kind == "photo_caption"


def tellings(
    claims: Iterable[Claim], families: Iterable[Family], documents: Mapping[str, Document]
) -> tuple[Telling, ...]:
    """The engagements and acts among some claims, each once, in an order that does not depend on theirs.

    An act by nobody and on nobody who is known (*people have not been sent*) stays a claim of its text: there is
    nothing by which a record of it could be found, compared or counted.
    """
    home = {d: f for f in families for d in f.documents}
    events = {}
    for claim in claims:
        if isinstance(claim, Engagement) or (isinstance(claim, Act) and is_somebodys(claim)):
            known = claim if claim.id else claim.with_id()
            events[known.id] = known
    ordered = sorted(events.values(), key=lambda c: (c.document, c.start, c.end, c.id))
    return tuple(_telling(c, home.get(c.document), documents.get(c.document)) for c in ordered)


def is_somebodys(act: Act) -> bool:
    """Is anybody in an act known: a state, a body, a person with an id?"""
    return any(side(p) or p.actor for p in (*act.actors, *act.targets))


def _telling(claim: Event, family: Family | None, document: Document | None) -> Telling:
    return Telling(
        claim=claim,
        documents=frozenset({claim.document}),
        family=family.id if family else claim.document,
        kind=claim.mode if isinstance(claim, Engagement) else claim.event,
        cast=_cast(involved(claim), _host(claim)),
        actors=_sides(claim.actors) if isinstance(claim, Act) else frozenset(),
        targets=_sides(claim.targets) if isinstance(claim, Act) else frozenset(),
        window=window(claim.date),
        said=_ordinal(document.published) if document and document.published else None,
        official=speaks_for(document.official_of) if document else None,
        forum=_forum(claim) if isinstance(claim, Engagement) else frozenset(),
        site=key(claim.place.name) if claim.place else "",
        words=_words(claim),
        origin=family.origin if family else None,
    )


def _words(claim: Event) -> frozenset[str]:
    """Its words, and what an act was about: *welcomed* alone says nothing of what was welcomed."""
    what = claim.what if isinstance(claim, Act) and claim.what else ""
    return frozenset(key(f"{claim.quote} {what}").split())


def involved(claim: Event) -> tuple[Participant, ...]:
    """Everybody in it; a host known by a town's name only (*visited Kyiv*) is its country, and nobody of that name."""
    if isinstance(claim, Act):
        return claim.actors + claim.targets
    town = claim.place.name if claim.place else None
    return tuple(
        msgspec.structs.replace(p, name=None) if p.name == town and p.actor is None and p.role is None else p
        for p in claim.participants
    )


def _cast(people: Iterable[Participant], host: str | None) -> dict[str, tuple[Person, ...]]:
    cast: dict[str, set[Person]] = {host: set()} if host else {}
    for p in people:
        if (party := side(p)) is not None:
            known = person(p)
            cast.setdefault(party, set()).update((known,) if known else ())
    return {party: tuple(sorted(cast[party])) for party in sorted(cast)}


def _host(claim: Event) -> str | None:
    """The state that a visit goes to is a side of it, though nobody there is named."""
    visit = isinstance(claim, Engagement) and claim.mode == "visit"
    return claim.place.country if visit and claim.place else None


def _sides(people: Iterable[Participant]) -> frozenset[str]:
    return frozenset(s for p in people if (s := side(p)))


def window(when: When | None) -> Window | None:
    """The days a date may mean; null without any, and for a span that is open at one end."""
    if when is None or when.start is None or when.end is None:
        return None
    return Window(_ordinal(when.start), _ordinal(when.end))


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


STOP = frozenset({"the", "a", "of", "and", "in", "on", "for", "summit", "meeting", "conference", "annual", "session"})


@cache
def _blocs() -> dict[str, str]:
    """Groups of states that are known by their meetings (G20, Quad), by id: to be named is to be its forum."""
    rows = load_csv(data("actors", "organisations.csv"), Organisation)
    return {o.id: o.acronym or o.name for o in rows if o.kind == "bloc"}


def _forum(claim: Engagement) -> frozenset[str]:
    """The forum that is named, or that a bloc among the participants stands for: *the G-20 meeting in Bali with …*."""
    if claim.event_name:
        return forum(claim.event_name)
    blocs = sorted({_blocs()[p.organisation] for p in claim.participants if p.organisation in _blocs()})
    return forum(blocs[0]) if blocs and claim.mode in MEETINGS else frozenset()


def forum(name: str) -> frozenset[str]:
    """The words that tell one forum from another: *the G-20 summit in Bali* -> g20, bali."""
    joined = key(name.replace("-", "")).split()
    return frozenset(w for w in joined if w not in STOP and not w.isdigit())
