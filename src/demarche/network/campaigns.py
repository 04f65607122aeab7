"""Records -> campaigns: tours, contact told in general terms with the engagements it covers, and rounds of calls.

Nothing is counted here: what a text says of the size of a campaign stands in its own words, and its members are the
engagements that are on record by themselves. What no text ties together is tied by days, person and topic only, and
says so (`told_as_one`).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from demarche.model import Campaign, Evidence, Participant, Record, content_id
from demarche.network.itinerary import SHOWN
from demarche.network.months import days
from demarche.network.parties import day, side
from demarche.network.sizes import reported
from demarche.network.tours import GAP, every_tour
from demarche.network.windows import moved

BEFORE = 30
"""Days before a text that tells of contact in general, in which it took place if the words give no days."""
ROUND = 4
"""Partners from which one person's contacts on one topic within days are a round."""
LONGEST = 14
SHARE = 0.5
"""Share of a campaign's engagements that speak of a topic which is its aim."""


def campaigns(records: Iterable[Record], earlier: Iterable[Campaign] = ()) -> tuple[Campaign, ...]:
    """All of them, by day; one that still holds most of an earlier one's records keeps its id."""
    every = {r.id: r for r in records if r.type == "engagement" and r.status in SHOWN}
    named = [r for r in every.values() if not r.generic]
    dated = sorted((when, r.id, r) for r in named if (when := day(r)))
    told = [c for r in every.values() if r.generic and (c := _told(r, dated))]
    held = {id for c in told for id in c.members}
    found = [*_tours(named, every), *told, *(c for c in _rounds(named) if not held.issuperset(c.members))]
    return _kept(sorted(found, key=lambda c: (c.first, c.last, c.id)), earlier)


def _tours(named: Sequence[Record], every: Mapping[str, Record]) -> Iterator[Campaign]:
    for tour in every_tour(named):
        members = [every[id] for id in tour.records]
        wholes = {id for id in tour.records if len({p.record for p in every[id].parts} & set(tour.records)) > 1}
        who = next(p for r in members for p in r.participants if p.name == tour.who and p.country == tour.initiator)
        made = _campaign("tour", who, [r for r in members if r.id not in wholes], [every[id] for id in wholes])
        yield msgspec.structs.replace(made, first=tour.first, last=tour.last, partners=tour.countries)


def _told(generic: Record, dated: Sequence[tuple[str, str, Record]]) -> Campaign | None:
    """Contact in general terms of one side, and what is on record of it: its people, in its days, on its topics."""
    who = _initiator(generic)
    until = day(generic) or generic.last_said
    if who is None or until is None:
        return None
    given = generic.date if generic.date and generic.date.start and generic.date.end else None
    first, last = (given.start, given.end) if given else (moved(until, -BEFORE), until)
    near = dated[bisect_left(dated, (first,)) : bisect_right(dated, (f"{last}~",))]
    members = [r for *_, r in near if _leads(who, r) and _shares(generic, r)]
    return msgspec.structs.replace(_campaign("campaign", who, members, [generic]), first=first, last=last)


def _initiator(generic: Record) -> Participant | None:
    """Who is told to have been in contact with many: the only side that is named, or the one that called or came."""
    people = [p for p in generic.participants if side(p)]
    active = [p for p in people if p.part in ("caller", "visitor")] or people
    return active[0] if len({side(p) for p in active}) == 1 else None


def _leads(who: Participant, record: Record) -> bool:
    """Is the same person in it, or, where nobody is named, the same side at that level?"""
    own = [p for p in record.participants if side(p) == side(who)]
    if who.name:
        return any(p.name == who.name for p in own)
    return any(who.level in ("unknown", p.level) for p in own)


def _shares(generic: Record, record: Record) -> bool:
    """Where the words give a topic, the engagement must be on it."""
    return not generic.topics or bool(set(generic.topics) & set(record.topics))


def _rounds(named: Iterable[Record]) -> Iterator[Campaign]:
    """One person's contacts with many sides on one topic, none more than two days after the one before."""
    by_aim: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in named:
        for p in record.participants:
            if p.name and (own := side(p)) and p.part not in ("host", "receiver") and len(_sides(record)) == 2:
                for topic in record.topics:
                    by_aim[own, p.name, topic].append(record)
    seen: set[frozenset[str]] = set()
    for (own, name, _), held in sorted(by_aim.items()):
        for chain in _chains(held):
            members = frozenset(r.id for r in chain)
            partners = {s for r in chain for s in _sides(r)} - {own}
            if len(partners) >= ROUND and members not in seen and not _all_abroad(chain, own):
                seen.add(members)
                yield _campaign("campaign", next(p for p in chain[0].participants if p.name == name), chain, ())


def _chains(records: Iterable[Record]) -> Iterator[list[Record]]:
    chain: list[Record] = []
    for record in sorted((r for r in records if day(r)), key=lambda r: (day(r) or "", r.id)):
        when = day(record) or ""
        apart = chain and days(day(chain[-1]) or when, when) > GAP
        if chain and (apart or days(day(chain[0]) or when, when) > LONGEST):
            yield chain
            chain = []
        chain.append(record)
    yield chain


def _all_abroad(chain: Iterable[Record], own: str) -> bool:
    """A tour is told as one."""
    return all(r.place and r.place.country not in (None, own) for r in chain)


def _campaign(kind: str, who: Participant, members: Sequence[Record], told_by: Sequence[Record]) -> Campaign:
    ordered = sorted({r.id: r for r in members}.values(), key=lambda r: (day(r) or "", r.id))
    telling = sorted(told_by, key=lambda r: r.id)
    aim = _aim(ordered, telling)
    when = [d for r in (ordered or telling) if (d := day(r) or r.last_said)]
    size = [e for r in telling if r.generic for e in _words(r) if reported(e.quote)]
    evidence = sorted(_evidence(ordered, telling, aim, size), key=lambda e: (e.field, e))
    key = (ordered or telling)[0].id
    return Campaign(
        id=content_id("cmp", kind, side(who) or "", who.name or "", key), kind="tour" if kind == "tour" else "campaign",
        initiator=msgspec.structs.replace(who, start=None, end=None), first=min(when), last=max(when), aim=aim,
        partners=tuple(sorted({s for r in ordered for s in _sides(r)} - {side(who) or ""})),
        members=tuple(r.id for r in ordered), told_by=tuple(r.id for r in telling),
        reported_size=tuple(dict.fromkeys(_sized(e).quote for e in size)), told_as_one=bool(telling),
        evidence=tuple(dict.fromkeys(evidence)),
    )  # fmt: skip


def _aim(members: Sequence[Record], telling: Sequence[Record]) -> tuple[str, ...]:
    """The topics told of it, and those of half its engagements, two at least."""
    told = {t for r in telling for t in r.topics}
    counts: dict[str, int] = defaultdict(int)
    for r in members:
        for topic in r.topics:
            counts[topic] += 1
    return tuple(sorted(told | {t for t, n in counts.items() if n >= max(2, SHARE * len(members))}))


def _evidence(
    members: Iterable[Record], telling: Iterable[Record], aim: Iterable[str], size: Iterable[Evidence]
) -> Iterator[Evidence]:
    wanted = set(aim)
    for field, records in (("members", members), ("told_by", telling)):
        for r in records:
            yield from (msgspec.structs.replace(e, field=field) for e in _words(r)[:1])
            if wanted & set(r.topics):
                yield from (msgspec.structs.replace(e, field="aim") for e in r.evidence if e.field == "topics")
    yield from map(_sized, size)


def _words(record: Record) -> list[Evidence]:
    return [e for e in record.evidence if e.field == "status"]


def _sized(e: Evidence) -> Evidence:
    """The very words of size."""
    start, end = reported(e.quote) or (0, len(e.quote))
    return Evidence(e.document, e.start + start, e.start + end, e.quote[start:end], "reported_size", e.claim)


def _sides(record: Record) -> set[str]:
    return {s for p in record.participants if (s := side(p))}


def _kept(found: Iterable[Campaign], earlier: Iterable[Campaign]) -> tuple[Campaign, ...]:
    """Under the ids that they had."""
    left = {c.id: c for c in earlier}
    named: list[Campaign] = []
    given: set[str] = set()
    for c in found:
        mine = {*c.members, *c.told_by}
        alike = {id: len(mine & {*o.members, *o.told_by}) for id, o in left.items() if o.kind == c.kind}
        best = min((id for id, n in alike.items() if n), key=lambda id: (-alike[id], id), default=c.id)
        left.pop(best, None)
        while best in given:
            best = content_id("cmp", best)
        given.add(best)
        named.append(msgspec.structs.replace(c, id=best))
    return tuple(named)
