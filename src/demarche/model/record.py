"""One engagement or act as the record keeps it, after the reports of it were merged."""

from typing import Literal

import msgspec

from demarche.model.claim import Participant, Place, Plover, When
from demarche.model.errors import BadValue
from demarche.model.span import Evidence
from demarche.model.values import EvidenceKind, Level, Mode, SourceClass, Status, check_day


class StatusEntry(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """What a claim said of the status on a day (`as_of`: when its document was published; null if unknown)."""

    as_of: str | None
    status: Status
    claim: str

    def __post_init__(self) -> None:
        check_day(self.as_of, "as_of")


class Account(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """The claims of one side: a government's (`side` a country), an organisation's, or the press's (`side` null)."""

    side: str | None
    source_class: SourceClass
    claims: tuple[str, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A union of claims about one thing that took place, will, or is said to.

    `families` counts reports, `origins` groups of families that rest on one informant; `independent_sources` equals
    `origins`. `evidence` opens the words of every field. `first_seen` and `last_change` are days of publication.
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
    referents: tuple[str, ...] = ()
    first_seen: str | None = None
    last_change: str | None = None

    def __post_init__(self) -> None:
        if not self.claims:
            raise BadValue(f"record {self.id} rests on no claim")
        if (self.type == "engagement") != (self.mode is not None):
            raise BadValue(f"record {self.id}: an engagement has a mode, an act has none")
