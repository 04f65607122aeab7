"""One engagement or act as the record keeps it, after the reports of it were merged."""

from datetime import date, timedelta
from typing import Literal

import msgspec

from demarche.model.claim import Participant, Place, Plover, When
from demarche.model.errors import BadValue
from demarche.model.span import Evidence
from demarche.model.values import EvidenceKind, Level, Mode, SourceClass, Status, check_day


class StatusEntry(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """What a claim said of the status on a day (`as_of`: when its document was published; null if unknown).

    `by` is who said so: the side or person it is attributed to, else the side whose text it is, else the publisher.
    """

    as_of: str | None
    status: Status
    claim: str
    by: str | None = None

    def __post_init__(self) -> None:
        check_day(self.as_of, "as_of")


class Account(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """The claims of one side: a government's (`side` a country), an organisation's, or the press's (`side` null)."""

    side: str | None
    source_class: SourceClass
    claims: tuple[str, ...]


class Link(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """A record that this one is part of, or that is part of it, and why."""

    record: str
    why: str


class Correction(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """What a person set: the judgement behind it, the machine's value and theirs (as JSON).

    `stale`: the machine has come to another value, or the words it rests on are others, since the person judged.
    """

    judgement: str
    field: str
    machine: str
    value: str
    who: str
    why: str
    at: str
    stale: bool = False


FollowThrough = Literal["open", "happened", "cancelled", "refused", "denied", "postponed", "disputed", "unknown"]
ANNOUNCED: frozenset[Status] = frozenset({"planned", "expected", "proposed", "postponed"})
PATIENCE = 30
"""Days after the last day it was planned for (or after the announcement) from which nobody knows what became of it."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A union of claims about one thing that took place, will, or is said to.

    `families` counts reports, `origins` groups of families that rest on one informant; `independent_sources` equals
    `origins`. `evidence` opens the words of every field. `first_seen` and `last_change` are days of publication.
    `part_of` are the visit, tour or summit that it took place in, `parts` what took place in it.
    """

    id: str
    type: Literal["engagement", "act"]
    status: Status
    claims: tuple[str, ...]
    mode: Mode | None = None
    event: str | None = None
    participants: tuple[Participant, ...] = ()
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    what: str | None = None
    amount: str | None = None
    date: When | None = None
    place: Place | None = None
    event_name: str | None = None
    topics: tuple[str, ...] = ()
    level: Level = "unknown"
    generic: bool = False
    evidence_kind: EvidenceKind = "text"
    attributed_to: Participant | None = None
    plover: Plover | None = None
    cameo: str | None = None
    status_history: tuple[StatusEntry, ...] = ()
    documents: int = 0
    families: int = 0
    origins: int = 0
    independent_sources: int = 0
    accounts: tuple[Account, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    part_of: tuple[Link, ...] = ()
    parts: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
    referents: tuple[str, ...] = ()
    first_seen: str | None = None
    last_change: str | None = None

    def __post_init__(self) -> None:
        if not self.claims:
            raise BadValue(f"record {self.id} rests on no claim")
        if (self.type == "engagement") != (self.mode is not None):
            raise BadValue(f"record {self.id}: an engagement has a mode, an act has none")

    @property
    def moves(self) -> tuple[StatusEntry, ...]:
        """The history without repetitions: each entry says another status than the one before it."""
        before = (None, *(e.status for e in self.status_history))
        return tuple(e for e, last in zip(self.status_history, before, strict=False) if e.status != last)

    def follow_through(self, as_of: str) -> FollowThrough | None:
        """What became of a plan by a day; null for what was never announced ahead."""
        if not any(e.status in ANNOUNCED for e in self.status_history):
            return None
        match self.status:
            case "happened" | "cancelled" | "refused" | "denied" | "disputed":
                return self.status
            case "ongoing":
                return "happened"
        due = (self.date and (self.date.end or self.date.start)) or self.last_said
        if due is not None and date.fromisoformat(as_of) - date.fromisoformat(due) > timedelta(days=PATIENCE):
            return "unknown"
        return "postponed" if self.status == "postponed" else "open"

    @property
    def last_said(self) -> str | None:
        """The day of the latest word on its status."""
        return max((e.as_of for e in self.status_history if e.as_of), default=None)
