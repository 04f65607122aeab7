"""A name or an id, and a store -> that person's engagements by day, and the tours among them."""

from collections import Counter

import msgspec

from demarche.model import Participant, UsageError
from demarche.network.itinerary import Stop, itinerary
from demarche.network.tours import Tour, tours
from demarche.publish.queries import folded
from demarche.store import Store, schema

MOSTLY = 0.9
"""Share of all mentions of a surname from which it is taken for the one who bears it most."""


class Journeys(msgspec.Struct, frozen=True, kw_only=True):
    """Who was meant (`names`, as the texts write them; `actors`, their ids), and where they were."""

    names: tuple[str, ...]
    actors: tuple[str, ...]
    stops: tuple[Stop, ...]
    tours: tuple[Tour, ...]


def journeys(store: Store, asked: str, since: str | None = None, until: str | None = None) -> Journeys:
    """The engagements of a person. A surname of several is refused, unless nearly all mentions are of one."""
    records = [r for r in store.records.where(schema.records.c.type == "engagement") if not r.generic]
    meant = _meant([p for r in records for p in r.participants], asked)
    own = [s for s in itinerary(records, lambda p: _key(p) in meant) if _inside(s, since, until)]
    people = [p for r in records for p in r.participants if _key(p) in meant]
    names = {p.name for p in people if p.name}
    shown = {s.record for s in own}
    sides = sorted({p.country for p in people if p.country})
    found = [t for side in sides for t in tours([r for r in records if r.id in shown], side) if t.who in names]
    ids = {p.actor for p in people if p.actor}
    return Journeys(names=tuple(sorted(names)), actors=tuple(sorted(ids)), stops=tuple(own), tours=tuple(found))


def _inside(s: Stop, since: str | None, until: str | None) -> bool:
    return (since is None or s.last >= since) and (until is None or s.first <= until)


def _key(p: Participant) -> str:
    """One person: the id that the knowledge has, else the name without marks and case."""
    known = p.actor if p.actor and p.actor.startswith("wd:") else None
    return known or folded(p.name or "")


def _meant(people: list[Participant], asked: str) -> frozenset[str]:
    """The keys of the one person a name stands for: the full name, else the last part of it."""
    wanted = folded(asked.strip())
    named = [p for p in people if p.name and not (p.actor or "").startswith(("iso:", "org:", "organ:"))]
    exact = {_key(p) for p in named if wanted in (folded(p.name or ""), (p.actor or "").casefold())}
    if exact or not wanted:
        return frozenset(exact)
    bearers = [p for p in named if folded(p.name or "").split()[-1:] == [wanted]]
    often = Counter(map(_key, bearers))
    foremost = [key for key, n in often.items() if n >= MOSTLY * often.total()]
    if len(often) > 1 and not foremost:
        names = Counter(p.name or "" for p in bearers)
        told = ", ".join(f"{name} ({n})" for name, n in sorted(names.items(), key=lambda i: (-i[1], i[0]))[:8])
        raise UsageError(f"{asked!r} may be any of {told}; give the full name, or an id such as wd:Q58217")
    return frozenset(foremost or often)
