"""The tellings of one event -> its record. Nothing is overwritten: what claims disagree on stays in the claims."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from demarche.lexicon.plover import plover
from demarche.model import Act, Document, Engagement, Participant, Place, Plover, Record, StatusEntry, When
from demarche.model.values import Mode, Status
from demarche.records.accounts import accounts
from demarche.records.evidence import evidence
from demarche.records.identity import identity
from demarche.records.modes import PLAIN
from demarche.records.origins import origins
from demarche.records.parties import matched_level, parties
from demarche.records.status import history, status
from demarche.records.tellings import DONE, Telling, involved, window

T = TypeVar("T", bound=Hashable)

PRECISE = ("day", "interval", "approx", "week", "month", "quarter", "year")
PLACED = ("site", "city", "region", "country", None)


def merge(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Record:
    """One record, whatever the order of the tellings."""
    ordered = sorted(tellings, key=lambda t: t.claim.id)
    record = _engagement(ordered) if isinstance(ordered[0].claim, Engagement) else _act(ordered)
    told = history(ordered, documents)
    days = sorted(e.as_of for e in told if e.as_of)
    record = msgspec.structs.replace(
        record,
        id=identity(ordered, documents),
        date=_date(ordered),
        place=_place(ordered),
        attributed_to=_informant(ordered),
        status_history=told,
        documents=len({t.claim.document for t in ordered}),
        families=len({t.family for t in ordered}),
        origins=(n := origins(ordered)),
        independent_sources=n,
        accounts=accounts(ordered, documents),
        first_seen=days[0] if days else None,
        last_change=_last_change(told),
    )
    return msgspec.structs.replace(record, evidence=evidence(record, ordered, documents))


def _engagement(tellings: Sequence[Telling]) -> Record:
    claims = [t.claim for t in tellings if isinstance(t.claim, Engagement)]
    people = parties(p for c in claims for p in involved(c))
    mode, now = _mode(claims), status(tellings)
    code, cameo = plover(mode, now)
    return Record(
        id="",
        type="engagement",
        status=now,
        claims=tuple(c.id for c in claims),
        mode=mode,
        participants=people,
        event_name=_most(c.event_name for c in claims),
        topics=_ranked(t for c in claims for t in c.topics),
        level=matched_level(people),
        generic=all(c.generic for c in claims),
        evidence_kind="photo_caption" if all(t.caption for t in tellings) else "text",
        plover=code,
        cameo=cameo,
    )


def _act(tellings: Sequence[Telling]) -> Record:
    claims = [t.claim for t in tellings if isinstance(t.claim, Act)]
    now: Status = status(tellings)
    coded = [c for c in claims if c.status == now] or claims
    return Record(
        id="",
        type="act",
        status=now,
        claims=tuple(c.id for c in claims),
        event=claims[0].event,
        actors=parties(p for c in claims for p in c.actors),
        targets=parties(p for c in claims for p in c.targets),
        what=_most(c.what for c in claims),
        amount=_most(c.amount for c in claims),
        plover=_code(c.plover for c in coded),
        cameo=_most(c.cameo for c in coded),
    )


def _mode(claims: Sequence[Engagement]) -> Mode:
    """The mode most claims give, those left out that say little (*talks*, *contact*) while others say more.

    Whoever says *by video* says more than those who only say that they met.
    """
    modes = Counter(c.mode for c in claims)
    if modes["virtual_meeting"]:
        return "virtual_meeting"
    telling = {m: n for m, n in modes.items() if PLAIN.index(m) < PLAIN.index("talks")} or modes
    return min(telling, key=lambda m: (-telling[m], PLAIN.index(m)))


def _date(tellings: Sequence[Telling]) -> When | None:
    """The most precise date, from those who report the event before those who announce it."""
    dated = [t for t in tellings if t.claim.date is not None and (t.claim.date.start or t.claim.date.end)]
    told = [t for t in dated if t.claim.status in DONE] or dated
    counted = Counter((t.claim.date.start, t.claim.date.end) for t in told if t.claim.date)

    def rank(t: Telling) -> tuple[int, int, int, str, str]:
        date, days = t.claim.date or When(), window(t.claim.date)
        support = counted[date.start, date.end]
        implied = "" if date.expression else "implied"
        return (PRECISE.index(date.precision), days.days if days else 9999, -support, implied, t.claim.id)

    best = min(told, key=rank, default=None)
    date = best.claim.date if best else None
    return msgspec.structs.replace(date, words=None) if date else None


def _place(tellings: Sequence[Telling]) -> Place | None:
    places = [t.claim.place for t in tellings if t.claim.place is not None]
    counted = Counter((p.name, p.country) for p in places)
    best = min(
        places, key=lambda p: (PLACED.index(p.precision), -counted[p.name, p.country], p.name, repr(p)), default=None
    )
    return msgspec.structs.replace(best, words=None) if best else None


def _informant(tellings: Sequence[Telling]) -> Participant | None:
    """Who is reported to have said so; null once any telling rests on another word."""
    given = [t.claim.attributed_to for t in tellings]
    named = [p for p in given if p is not None]
    if not named or len(named) < len(given) or len({p.actor or p.name or p.side for p in named}) > 1:
        return None
    return next(iter(parties(named)), None)


def _last_change(told: Iterable[StatusEntry]) -> str | None:
    """The day on which the status last became another than what was said before."""
    change: str | None = None
    before: Status | None = None
    for entry in told:
        if entry.status != before:
            change, before = entry.as_of or change, entry.status
    return change


def _code(codes: Iterable[Plover | None]) -> Plover | None:
    given = Counter(c for c in codes if c is not None)
    return min(given, key=lambda c: (-given[c], repr(c)), default=None)


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v), default=None)


def _ranked(values: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda v: (-counted[v], v)))
