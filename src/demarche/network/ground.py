"""Records, families, documents -> the ground a panel stands on: contacts, and what was read in which days.

A family counts once, on the day its first text was published, under the publisher of that text. `only` narrows all of
it to the texts of some publishers or of one government: coverage and contacts alike.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from demarche.model import Document, Family, Record
from demarche.network.contacts import Contact, contacts, encounters
from demarche.network.windows import Window


class Text(msgspec.Struct, frozen=True):
    """A document without its words: when it was published, whose official text it is, by whom."""

    published: str | None = None
    official_of: str | None = None
    publisher: str | None = None


class Told(msgspec.Struct, frozen=True, order=True):
    """A family: the day of its first text, whose text that is."""

    day: str
    family: str
    publisher: str


class Ground(msgspec.Struct, frozen=True, dict=True):
    """`told` in the order of the days; `families` says which families tell of a record, the earliest first."""

    records: Mapping[str, Record]
    contacts: tuple[Contact, ...]
    told: tuple[Told, ...]
    families: Mapping[str, tuple[str, ...]]

    @cached_property
    def by_state(self) -> dict[str, tuple[Contact, ...]]:
        """The contacts of every party, in the order of the days."""
        of: dict[str, list[Contact]] = {}
        for contact in self.contacts:
            for party in (contact.a, contact.b):
                of.setdefault(party, []).append(contact)
        return {party: tuple(own) for party, own in of.items()}

    @property
    def last(self) -> str | None:
        """The last day on which anything was published."""
        return self.told[-1].day if self.told else None

    @property
    def first(self) -> str | None:
        """The first such day."""
        return self.told[0].day if self.told else None

    def within(self, party: str, window: Window) -> tuple[Contact, ...]:
        """The contacts of a party whose days all lie in a window."""
        return tuple(c for c in self.by_state.get(party, ()) if window.holds(c.first, c.last))

    def read(self, window: Window) -> tuple[Told, ...]:
        """The families of a window."""
        start = bisect_left(self.told, window.first, key=lambda t: t.day)
        return self.told[start : bisect_right(self.told, window.last, key=lambda t: t.day)]

    def publishers(self, window: Window) -> Counter[str]:
        """How many families each publisher gave in a window."""
        return Counter(t.publisher for t in self.read(window))

    @cached_property
    def months(self) -> Counter[str]:
        """Families by month (`2022-07`): one that is missing was not covered."""
        return Counter(t.day[:7] for t in self.told)

    def of_publishers(self, names: frozenset[str]) -> "Ground":
        """The same, told by some publishers only."""
        told = tuple(t for t in self.told if t.publisher in names)
        return self._only(told)

    def tellers(self, contact: Contact) -> tuple[str, ...]:
        """The families that tell of a contact, the earliest first."""
        day = self.day_of
        found = {f for r in contact.records for f in self.families.get(r, ())}
        return tuple(sorted(found, key=lambda f: (day[f], f)))

    @cached_property
    def day_of(self) -> dict[str, str]:
        """The day of every family."""
        return {t.family: t.day for t in self.told}

    def _only(self, told: tuple[Told, ...]) -> "Ground":
        kept = {t.family for t in told}
        families = {r: own for r, all_ in self.families.items() if (own := tuple(f for f in all_ if f in kept))}
        return Ground(
            {id: r for id, r in self.records.items() if id in families},
            tuple(c for c in self.contacts if not families.keys().isdisjoint(c.records)), told, families,
        )  # fmt: skip


def ground(
    records: Iterable[Record], families: Iterable[Family], documents: Mapping[str, Document] | Mapping[str, Text], *,
    official: str | None = None, dated_only: bool = False,
) -> Ground:  # fmt: skip
    """The whole ground, or that of one government's or organisation's own texts (`official`)."""
    own = {id: d for id, d in documents.items() if d.published and (official is None or d.official_of == official)}
    told, home = _told(families, own)
    day = {t.family: t.day for t in told}
    kept: dict[str, Record] = {}
    tellers: dict[str, tuple[str, ...]] = {}
    for record in sorted(records, key=lambda r: r.id):
        found = {home[e.document] for e in record.evidence if e.document in home}
        if found:
            kept[record.id] = record
            tellers[record.id] = tuple(sorted(found, key=lambda f: (day[f], f)))
    whose = None if dated_only else {id: d.official_of for id, d in own.items()}
    met = encounters(contacts(kept.values(), official=whose, bodies=True))
    return Ground(kept, met, told, tellers)


def _told(families: Iterable[Family], own: Mapping[str, Document | Text]) -> tuple[tuple[Told, ...], dict[str, str]]:
    told: list[Told] = []
    home: dict[str, str] = {}
    for family in families:
        days = [(own[d].published or "", d) for d in family.documents if d in own]
        if days:
            day, first = min(days)
            told.append(Told(day, family.id, own[first].publisher or own[first].official_of or "publisher not given"))
            home |= {d: family.id for _, d in days}
    return tuple(sorted(told)), home
