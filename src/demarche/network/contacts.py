"""Records -> contacts: which two states met, when, how, and at what level. The rest of the network counts these.

Left out, because they would count what was no meeting of two: plans and denials, generic contact (*dozens of calls*),
pictures' captions, forums and anything with more than four sides, and records without a day. A visit is left out where
a meeting of the two on its days is on record: the meeting is part of it, and would be counted twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

import msgspec

from demarche.model import Participant, Record
from demarche.model.values import LEVELS, Level

Manner = Literal["in_person", "remote", "unknown"]

REMOTE = frozenset({"call", "virtual_meeting", "letter", "outreach"})
IN_PERSON = frozenset({"meeting", "visit", "summit"})
SIDES = 4
"""With more sides than these it is a multilateral, which says little of any two."""
OUT = frozenset({"absent", "excluded", "invited", "exclusion_not_expected"})


class Contact(msgspec.Struct, frozen=True, order=True):
    """Two states, the earlier code first, in contact between two days (both included) at a matched level."""

    first: str
    last: str
    a: str
    b: str
    level: Level
    manner: Manner
    record: str

    def partner(self, state: str) -> str:
        """The other of the two."""
        return self.b if state == self.a else self.a


def contacts(records: Iterable[Record]) -> tuple[Contact, ...]:
    """Every bilateral contact that took place on known days, in the order of the days."""
    met: list[Contact] = []
    visited: list[Contact] = []
    for record in records:
        if _counts(record):
            (visited if record.mode == "visit" else met).extend(_contacts(record))
    days = defaultdict(list)
    for contact in met:
        days[contact.a, contact.b].append(contact)
    alone = [v for v in visited if not any(_inside(m, v) for m in days[v.a, v.b])]
    return tuple(sorted([*met, *alone]))


def _counts(record: Record) -> bool:
    told = record.type == "engagement" and record.status == "happened" and not record.generic
    dated = record.date is not None and record.date.start is not None and record.date.end is not None
    return told and dated and record.evidence_kind == "text" and record.event_name is None


def _inside(meeting: Contact, visit: Contact) -> bool:
    return meeting.manner != "remote" and visit.first <= meeting.last and meeting.first <= visit.last


def _contacts(record: Record) -> Iterator[Contact]:
    best = _levels(record.participants)
    if record.mode == "visit" and record.place and record.place.country:
        best.setdefault(record.place.country, "unknown")
    sides = {p.side for p in record.participants if p.side} | set(best)
    assert record.date is not None
    first, last = record.date.start or "", record.date.end or ""
    if len(sides) <= SIDES:
        for a, b in combinations(sorted(best), 2):
            yield Contact(first, last, a, b, max(best[a], best[b], key=LEVELS.index), _manner(record), record.id)


def _levels(people: Iterable[Participant]) -> dict[str, Level]:
    """The highest level of each state that was there."""
    best: dict[str, Level] = {}
    for p in people:
        if p.country is not None and p.attendance not in OUT:
            best[p.country] = min(best.get(p.country, "unknown"), p.level, key=LEVELS.index)
    return best


def _manner(record: Record) -> Manner:
    if record.mode in REMOTE:
        return "remote"
    return "in_person" if record.mode in IN_PERSON or (record.mode == "talks" and record.place) else "unknown"
