"""Records -> contacts: which two parties met, when, how, and at what level. The rest of the network counts these.

Left out, because they would count what was no meeting of two: plans and denials, generic contact (*dozens of calls*),
pictures' captions, forums and anything with more than four sides, and records without a day. A visit is left out where
a meeting of the two on its days is on record: the meeting is part of it, and would be counted twice.

With `official` (whose text each document is) a contact without a day may stand under the day of its first report, and
says so: readouts hardly ever write *today*. Only where a party's own text opens with it, because what stands further
down, or in somebody else's text, is as often a look back. With `bodies` the EU or NATO is a party like a state.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Literal

import msgspec

from demarche.model import Participant, Record
from demarche.model.values import LEVELS, Level
from demarche.network.windows import moved

Manner = Literal["in_person", "remote", "unknown"]

REMOTE = frozenset({"call", "virtual_meeting", "letter", "outreach"})
IN_PERSON = frozenset({"meeting", "visit", "summit"})
SIDES = 4
"""With more sides than these it is a multilateral, which says little of any two."""
OUT = frozenset({"absent", "excluded", "invited", "exclusion_not_expected"})
OPENING = 300
"""Characters: what a readout opens with is what it reports."""
BEFORE = 2
"""Days around the report of a visit without a day of its own, on which a meeting of the two is part of it."""


class Contact(msgspec.Struct, frozen=True, order=True):
    """Two parties, the earlier code first, in contact between two days (both included) at a matched level.

    `of_a` and `of_b` are the highest levels of either; `level` is the lower of the two. `paid` is who travelled or
    called, null if unknown; `venue` the country it took place in. `reported`: the days are those of the first report.
    `also` are records folded into it.
    """

    first: str
    last: str
    a: str
    b: str
    level: Level
    manner: Manner
    record: str
    of_a: Level = "unknown"
    of_b: Level = "unknown"
    paid: str | None = None
    venue: str | None = None
    reported: bool = False
    also: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[str, ...]:
        """Every record that is this contact."""
        return (self.record, *self.also)

    def partner(self, state: str) -> str:
        """The other of the two."""
        return self.b if state == self.a else self.a

    def own(self, state: str) -> Level:
        """The level at which a party took part itself."""
        return self.of_a if state == self.a else self.of_b


def at_least(level: Level, wanted: Level) -> bool:
    """Is a level as high as that, or higher? What is unknown never is."""
    return level != "unknown" and LEVELS.index(level) <= LEVELS.index(wanted)


def contacts(
    records: Iterable[Record], *, official: Mapping[str, str | None] | None = None, bodies: bool = False
) -> tuple[Contact, ...]:
    """Every bilateral contact that took place on known days, in the order of the days."""
    met: list[Contact] = []
    visited: list[Contact] = []
    for record in records:
        if _counts(record) and (days := _days(record, official)):
            (visited if record.mode == "visit" else met).extend(_contacts(record, days, bodies))
    by_pair = defaultdict(list)
    for contact in met:
        by_pair[contact.a, contact.b].append(contact)
    alone = [v for v in visited if not any(_inside(m, v) for m in by_pair[v.a, v.b])]
    return tuple(sorted([*met, *alone], key=lambda c: (c.first, c.last, c.a, c.b, c.record)))


def encounters(met: Iterable[Contact]) -> tuple[Contact, ...]:
    """What two parties had face to face on the same days is one encounter: a meeting, the talks and the dinner.

    The record keeps them apart as long as no words say that they are one; a count of contacts must not. Calls stay two.
    """
    grouped: dict[tuple[str, ...], list[Contact]] = defaultdict(list)
    for c in met:
        one = (c.record,) if c.manner == "remote" else ()
        grouped[c.first, c.last, c.a, c.b, *one].append(c)
    folded = (_folded(sorted(own, key=lambda c: c.record)) for own in grouped.values())
    return tuple(sorted(folded, key=lambda c: (c.first, c.last, c.a, c.b, c.record)))


def _folded(own: list[Contact]) -> Contact:
    best = min(own, key=lambda c: (LEVELS.index(c.level), c.paid is None, c.venue is None, c.record))
    return msgspec.structs.replace(
        best,
        of_a=min((c.of_a for c in own), key=LEVELS.index),
        of_b=min((c.of_b for c in own), key=LEVELS.index),
        manner="in_person" if any(c.manner == "in_person" for c in own) else best.manner,
        paid=best.paid or next((c.paid for c in own if c.paid), None),
        venue=best.venue or next((c.venue for c in own if c.venue), None),
        also=tuple(c.record for c in own if c.record != best.record),
    )


def _counts(record: Record) -> bool:
    told = record.type == "engagement" and record.status == "happened" and not record.generic
    return told and record.evidence_kind == "text" and record.event_name is None


def _days(record: Record, official: Mapping[str, str | None] | None) -> tuple[str, str] | None:
    at = record.date
    if at is not None and (at.start or at.end):
        return (at.start, at.end) if at.start and at.end else None
    if official is None or not any(_opens(record, official)):
        return None
    told = min((e.as_of for e in record.status_history if e.as_of and e.status == "happened"), default=None)
    return (told, told) if told else None


def _opens(record: Record, official: Mapping[str, str | None]) -> Iterator[bool]:
    """Does the own text of a party open with it?"""
    sides = {p.side for p in record.participants}
    for e in record.evidence:
        yield e.field == "status" and e.start < OPENING and official.get(e.document) in sides


def _inside(meeting: Contact, visit: Contact) -> bool:
    slack = BEFORE if visit.reported or meeting.reported else 0
    first, last = moved(visit.first, -slack), moved(visit.last, slack)
    return meeting.manner != "remote" and first <= meeting.last and meeting.first <= last


def _contacts(record: Record, days: tuple[str, str], bodies: bool) -> Iterator[Contact]:
    best = _levels(record.participants, bodies)
    where = record.place.country if record.place else None
    if record.mode == "visit" and where:
        best.setdefault(where, "unknown")
    sides = {p.side for p in record.participants if p.side} | set(best)
    if len(sides) > SIDES:
        return
    for a, b in combinations(sorted(best), 2):
        matched = max(best[a], best[b], key=LEVELS.index)
        yield Contact(
            *days, a, b, matched, manner(record), record.id, best[a], best[b], _payer(record, a, b),
            where, record.date is None or record.date.start is None,
        )  # fmt: skip


def _levels(people: Iterable[Participant], bodies: bool) -> dict[str, Level]:
    """The highest level of each party that was there."""
    best: dict[str, Level] = {}
    for p in people:
        party = p.country or (p.organisation if bodies and (p.organisation or "").startswith("org:") else None)
        if party is not None and p.attendance not in OUT:
            best[party] = min(best.get(party, "unknown"), p.level, key=LEVELS.index)
    return best


def _payer(record: Record, a: str, b: str) -> str | None:
    """Who came or called: by the part the words give, else the one of two who met in the other's country."""
    parts: dict[str, set[str]] = {side: {p.part for p in record.participants if p.side == side} for side in (a, b)}
    for payer, other in ((a, b), (b, a)):
        if parts[payer] & {"visitor", "caller"} or parts[other] & {"host", "receiver"}:
            return payer
    where = record.place.country if record.place and manner(record) == "in_person" else None
    return b if where == a else a if where == b else None


def manner(record: Record) -> Manner:
    """In person or from afar; talks without a place are neither for sure."""
    if record.mode in REMOTE:
        return "remote"
    return "in_person" if record.mode in IN_PERSON or (record.mode == "talks" and record.place) else "unknown"
