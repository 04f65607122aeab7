"""Which records are part of which: the meeting inside a visit, the bilateral on a summit's margins, a tour's visits.

A part is no second telling of the whole, so the two are never merged; the link says what they share. The rules ask for
the same people, for days of the part inside those of the whole (the day of the first report stands in for a day that
nobody gives), and for a place that fits; a plan is part of a plan, an event of an event. Only the closest whole is
linked: a meeting inside a visit inside a tour is linked to the visit.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec

from demarche.model import Link, Record, When
from demarche.records.people import Person, person, same, side
from demarche.records.tellings import AHEAD, DONE, Window, forum, window

LONGEST_VISIT = 10
"""Days; what is told more roughly than this (*in July*) holds nothing in particular."""
LONGEST_TOUR = 21
LONGEST_SUMMIT = 14
TOUR_STOPS = 2
"""States, besides the traveller's own, from which a visit is a tour."""
INSIDE: frozenset[str | None] = frozenset({"meeting", "talks", "summit"})
MARGINS: frozenset[str | None] = frozenset({"meeting", "talks"})
WHOLES: frozenset[str | None] = frozenset({"visit", "summit"})


class Seen(msgspec.Struct, frozen=True):
    """A record as the rules look at it."""

    record: Record
    people: dict[str, tuple[Person, ...]]
    window: Window
    forum: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """The parties to it."""
        return frozenset(self.people)

    @property
    def stops(self) -> frozenset[str]:
        """For a visit: the states it leads to, the visitors' own left out."""
        return self.sides - self.travellers

    @property
    def travellers(self) -> frozenset[str]:
        """The sides whose people travel; where no words say so, those that are not at home, or alone have a name."""
        told = {s for p in self.record.participants if p.part == "visitor" and (s := side(p))}
        home = self.record.place.country if self.record.place else None
        named = {party for party, people in self.people.items() if people}
        return frozenset(told or (self.sides - {home} if home in self.sides else named if named < self.sides else ()))


def linked(records: Iterable[Record]) -> tuple[Record, ...]:
    """The same records, each with what it is part of and what is part of it; sorted by id."""
    bare = [msgspec.structs.replace(r, part_of=(), parts=()) for r in records]
    up: dict[str, list[Link]] = defaultdict(list)
    down: dict[str, list[Link]] = defaultdict(list)
    every = [s for r in bare if (s := seen(r))]
    for part, whole, why in links(every, every):
        up[part].append(Link(record=whole, why=why))
        down[whole].append(Link(record=part, why=why))
    told = (msgspec.structs.replace(r, part_of=tuple(sorted(up[r.id])), parts=tuple(sorted(down[r.id]))) for r in bare)
    return tuple(sorted(told, key=lambda r: r.id))


def seen(r: Record) -> Seen | None:
    days = window(r.date) or _reported(r)
    if r.type != "engagement" or r.generic or days is None or days.days > LONGEST_TOUR or r.evidence_kind != "text":
        return None
    people: dict[str, set[Person]] = defaultdict(set)
    for p in r.participants:
        if party := side(p):
            people[party].update((known,) if (known := person(p)) else ())
    if r.mode == "visit" and r.place and r.place.country:
        people.setdefault(r.place.country, set())
    cast = {party: tuple(sorted(found)) for party, found in people.items()}
    return Seen(r, cast, days, forum(r.event_name) if r.event_name else frozenset())


def _reported(r: Record) -> Window | None:
    """The day on which it was first told that something took place, for want of a day of its own."""
    if r.date is not None or r.status not in DONE:
        return None
    told = min((e.as_of for e in r.status_history if e.as_of and e.status in DONE), default=None)
    return window(When(start=told, end=told)) if told else None


def links(parts: Iterable[Seen], others: Iterable[Seen]) -> Iterator[tuple[str, str, str]]:
    """What some records are part of, among others: part, whole, why."""
    wholes = _Wholes(s for s in others if s.record.mode in WHOLES)
    for part in parts:
        fits = [(whole, why) for whole in wholes.around(part) if (why := reason(part, whole))]
        for chosen in (_closest(fits, "visit"), _closest(fits, "summit")):
            if chosen:
                yield part.record.id, chosen[0].record.id, chosen[1]


def _closest(fits: Iterable[tuple[Seen, str]], mode: str) -> tuple[Seen, str] | None:
    """The shortest whole of a mode, then the one told of most."""
    own = [(whole, why) for whole, why in fits if whole.record.mode == mode]
    return min(
        own,
        key=lambda f: (len(f[0].stops), f[0].window.days, -len(f[0].record.claims), f[0].record.id),
        default=None,
    )


Spot = tuple[str, int, str]
"""A day, and a side or a forum's word: where a part and a whole meet."""


def as_whole(whole: Seen) -> Iterator[Spot]:
    """Where those look that may be part of it."""
    if whole.record.mode in WHOLES:
        for day in range(whole.window.first - 1, whole.window.last + 2):
            yield from (("whole", day, name) for name in chain(whole.sides, whole.forum))


def as_part(part: Seen) -> Iterator[Spot]:
    """Where those look that it may be part of."""
    return (("part", part.window.first, name) for name in chain(part.sides, part.forum))


class _Wholes:
    """Visits and summits by the days they cover, for those who look for what they are part of."""

    def __init__(self, wholes: Iterable[Seen]) -> None:
        self._at: dict[Spot, list[Seen]] = defaultdict(list)
        for whole in wholes:
            for spot in as_whole(whole):
                self._at[spot].append(whole)

    def around(self, part: Seen) -> list[Seen]:
        """The wholes that share a day and a side, or a forum's word, with a part."""
        spots = (("whole", day, name) for _, day, name in as_part(part))
        found = {w.record.id: w for spot in spots for w in self._at.get(spot, ())}
        return [whole for id, whole in sorted(found.items()) if id != part.record.id]


def reason(part: Seen, whole: Seen) -> str | None:
    """Why one record is part of another; null where it is not."""
    if not _one_world(part.record.status, whole.record.status):
        return None
    return next((why for rule in RULES if (why := rule(part, whole))), None)


def _one_world(part: str, whole: str) -> bool:
    """Did both take place, or is neither more than announced?"""
    return (part in DONE and whole in DONE) or (part in AHEAD and whole in AHEAD)


def _within(part: Seen, whole: Seen, longest: int) -> bool:
    """Do the part's days lie in the whole's? Of a whole told by one day only, the day after counts too."""
    slack = 1 if whole.window.days == 1 else 0
    inside = whole.window.first <= part.window.first and part.window.last <= whole.window.last + slack
    return inside and whole.window.days <= longest


def _meeting_in_visit(part: Seen, whole: Seen) -> str | None:
    longest = LONGEST_VISIT if len(whole.stops) < TOUR_STOPS else LONGEST_TOUR
    if whole.record.mode != "visit" or part.record.mode not in INSIDE or not _within(part, whole, longest):
        return None
    place = part.record.place.country if part.record.place else None
    if not (place in whole.stops if place else whole.stops & part.sides):
        return None
    who = _both(part, whole, whole.travellers)
    return f"the meeting of {who} took place on the days and in the country of the visit" if who else None


def _bilateral_on_margins(part: Seen, whole: Seen) -> str | None:
    if whole.record.mode != "summit" or part.record.mode not in MARGINS or not (part.forum and whole.forum):
        return None
    named = part.forum <= whole.forum or whole.forum <= part.forum
    if not named or not _within(part, whole, LONGEST_SUMMIT):
        return None
    return f"a meeting on the margins of {whole.record.event_name}, on its days"


def _meeting_at_summit(part: Seen, whole: Seen) -> str | None:
    """Not said to be on the margins, but both sides' people were at the summit, in that country, on those days."""
    if whole.record.mode != "summit" or part.record.mode not in MARGINS or len(part.sides) != 2 or len(whole.sides) < 3:
        return None
    here, there = part.record.place, whole.record.place
    placed = here is not None and there is not None and here.country is not None and here.country == there.country
    if not placed or not part.sides <= whole.sides or not _within(part, whole, LONGEST_SUMMIT):
        return None
    return "both sides were at the summit, and met in its country on its days"


def _visit_in_tour(part: Seen, whole: Seen) -> str | None:
    if not whole.record.mode == part.record.mode == "visit" or len(whole.stops) < TOUR_STOPS:
        return None
    if len(part.stops) != 1 or not part.stops < whole.stops or not _within(part, whole, LONGEST_TOUR):
        return None
    who = _both(part, whole, whole.travellers & part.travellers)
    return f"one stop of the tour of {who}" if who else None


RULES: tuple[Callable[[Seen, Seen], str | None], ...] = (
    _visit_in_tour, _meeting_in_visit, _bilateral_on_margins, _meeting_at_summit,
)  # fmt: skip


def _both(part: Seen, whole: Seen, sides: Iterable[str]) -> str | None:
    """The name of a traveller who is in both."""
    for party in sorted(sides):
        for p in part.people.get(party, ()):
            for q in whole.people.get(party, ()):
                if p.named and q.named and same(p, q):
                    return (p.name or q.name).title() or party
    return None
