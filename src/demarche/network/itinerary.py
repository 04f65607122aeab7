"""Records -> where somebody was when, and with whom; *unknown* where the texts name no place."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from demarche.model import Participant, Record
from demarche.model.values import Level, Mode, Status
from demarche.network.contacts import OUT, manner
from demarche.network.parties import day, side

SHOWN = frozenset({"happened", "ongoing", "planned", "expected"})


class Stop(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """A person at an engagement; `reported`: no words give its day, and this is the one of the first report."""

    first: str
    last: str
    who: str
    mode: Mode
    status: Status
    country: str | None
    place: str | None
    company: tuple[str, ...]
    level: Level
    reported: bool
    record: str


def itinerary(records: Iterable[Record], is_meant: Callable[[Participant], bool]) -> tuple[Stop, ...]:
    """Everything that a person took part in, by day; what is only planned is marked by its status."""
    found = [s for r in records for s in _stops(r, is_meant)]
    return tuple(sorted(found, key=lambda s: (s.first, s.last, s.record)))


def _stops(r: Record, is_meant: Callable[[Participant], bool]) -> Iterator[Stop]:
    own = [p for p in r.participants if is_meant(p) and p.attendance not in OUT]
    when = day(r)
    if own and when and r.mode and r.status in SHOWN and not r.generic:
        me = own[0]
        known = bool(r.date and (r.date.start or r.date.end))
        last = (r.date and (r.date.end or r.date.start)) or when
        yield Stop(
            first=when, last=last, who=me.name or "", mode=r.mode, status=r.status, country=where(r, me),
            place=r.place.name if r.place and manner(r) != "remote" else None,
            company=tuple(dict.fromkeys(_called(p) for p in r.participants if p not in own and _called(p))),
            level=r.level, reported=not known, record=r.id,
        )  # fmt: skip


def where(r: Record, p: Participant) -> str | None:
    """The country they were in: the place's, else that of a visitor's host, or the host's own; none for a call."""
    if manner(r) == "remote":
        return None
    if r.place and r.place.country:
        return r.place.country
    if p.part == "host":
        return p.country
    hosts = {side(q) for q in r.participants if q.part == "host"} - {None}
    return hosts.pop() if p.part == "visitor" and len(hosts) == 1 else None


def abroad(record: Record, state: str) -> Iterator[Stop]:
    """The named people of a side who were in another country at what took place, each once."""
    if record.status not in ("happened", "ongoing") or record.type != "engagement":
        return
    names = {p.name for p in record.participants if p.name and p.country == state and p.actor != f"iso:{state}"}
    for name in sorted(names):
        for stop in _stops(record, lambda p, name=name: p.name == name):  # type: ignore[misc]
            if stop.country and stop.country != state:
                yield stop


def _called(p: Participant) -> str:
    who = p.name or (p.role or "").replace("_", " ") or side(p) or ""
    return f"{who} ({side(p)})" if side(p) and who != side(p) else who
