"""Records -> tours: visits of one side's traveller to several states, one after the other.

Some are told as a tour, and hold their stops as parts (`records/parts.py`); some are only seen from the stops: visits
and meetings abroad of one person, in different countries, with no more than two days between them. A stop that no words
date is none: "they last met in Tehran" was not on this journey.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from demarche.model import Record
from demarche.network.itinerary import Stop, abroad
from demarche.network.months import days

GAP = 2
"""Days between one stop and the next."""
STOPS = 2
LONGEST = 10
"""Days; a stop told more roughly than this (*in July*) is no link between others."""


class Tour(msgspec.Struct, frozen=True, kw_only=True):
    """`initiator` is the traveller's side, `aim` the topics told of, `size` the number of states."""

    who: str
    initiator: str
    first: str
    last: str
    countries: tuple[str, ...]
    aim: tuple[str, ...]
    size: int
    told_as_one: bool
    records: tuple[str, ...]


def tours(records: Iterable[Record], state: str) -> tuple[Tour, ...]:
    """The tours of a side's people, by day."""
    return every_tour(records, {state})


def every_tour(records: Iterable[Record], states: Collection[str] | None = None) -> tuple[Tour, ...]:
    """The tours of some states' people, or of everybody's, by day."""
    by_id = {r.id: r for r in records}
    stops: dict[tuple[str, str], list[Stop]] = defaultdict(list)
    for record in by_id.values():
        for state in {p.country for p in record.participants if p.country and p.name}:
            for stop in abroad(record, state) if states is None or state in states else ():
                if days(stop.first, stop.last) <= LONGEST and not stop.reported:
                    stops[stop.who, state].append(stop)
    found = [t for (who, state), own in sorted(stops.items()) for t in _tours(who, state, own, by_id)]
    return tuple(sorted(found, key=lambda t: (t.first, t.who, t.initiator)))


def _tours(who: str, state: str, own: list[Stop], by_id: dict[str, Record]) -> Iterator[Tour]:
    chain: list[Stop] = []
    for stop in sorted(own, key=lambda s: (s.first, s.last, s.country or "", s.record)):
        if chain and days(chain[-1].last, stop.first) > GAP:
            yield from _tour(who, state, chain, by_id)
            chain = []
        chain.append(stop)
    yield from _tour(who, state, chain, by_id)


def _tour(who: str, state: str, chain: list[Stop], by_id: dict[str, Record]) -> Iterator[Tour]:
    countries = tuple(dict.fromkeys(s.country for s in chain if s.country))
    if len(countries) >= STOPS:
        ids = tuple(dict.fromkeys(s.record for s in chain))
        wholes = [id for id in ids if len({p.record for p in by_id[id].parts} & set(ids)) >= STOPS]
        yield Tour(
            who=who, initiator=state, first=chain[0].first, last=max(s.last for s in chain), countries=countries,
            aim=tuple(sorted({t for id in ids for t in by_id[id].topics if " " not in t})), size=len(countries),
            told_as_one=bool(wholes), records=ids,
        )  # fmt: skip
