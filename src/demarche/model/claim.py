"""What one document says: a tagged union, every member tied to the exact words it came from."""

from typing import ClassVar, Self

import msgspec

from demarche.model.errors import BadValue
from demarche.model.ids import content_id
from demarche.model.span import Stretch, Words, check_stretch
from demarche.model.values import (
    Attendance,
    EvidenceKind,
    Level,
    Mode,
    Part,
    PlacePrecision,
    Precision,
    Stance,
    StatementKind,
    Status,
    check_country,
    check_day,
    check_share,
)


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part, speaks, acts or is acted on; `start` and `end` are the words that name them.

    `sector` is PLOVER's three letters (GOV, MIL, OPP …) where the words or the knowledge give them.
    """

    actor: str | None = None
    name: str | None = None
    role: str | None = None
    country: str | None = None
    organisation: str | None = None
    part: Part = "party"
    level: Level = "unknown"
    attendance: Attendance | None = None
    sector: str | None = None
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        check_country(self.country)
        if (self.start is None) != (self.end is None):
            raise BadValue("a participant's words have both a start and an end, or neither")
        if self.start is not None and self.end is not None:
            check_stretch(self.start, self.end)

    @property
    def side(self) -> str | None:
        """The party it stands for: its country, else its organisation, else itself."""
        return self.country or self.organisation or self.actor or self.name


class When(msgspec.Struct, frozen=True, kw_only=True):
    """When something takes place: calendar days, both included; `expression` is the wording, null when only implied."""

    start: str | None = None
    end: str | None = None
    precision: Precision = "day"
    expression: str | None = None
    words: Words | None = None

    def __post_init__(self) -> None:
        check_day(self.start, "start")
        check_day(self.end, "end")
        if self.start and self.end and self.end < self.start:
            raise BadValue(f"a date that ends ({self.end}) before it starts ({self.start})")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something takes place; coordinates in degrees, WGS 84."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    words: Words | None = None

    def __post_init__(self) -> None:
        check_country(self.country)


class Plover(msgspec.Struct, frozen=True, kw_only=True):
    """The event's code in PLOVER (manual 2.0, 2024): type, mode and contexts."""

    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()


class _Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What every claim carries. `quote == text[start:end]` of the document; `found_by` is `extractor/version`."""

    id: str = ""
    document: str
    start: int
    end: int
    quote: str
    sentence: Stretch | None = None
    found_by: str
    confidence: float = 1.0
    attributed_to: Participant | None = None

    kind_name: ClassVar[str] = "claim"

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        check_share(self.confidence, "confidence")
        if self.end - self.start != len(self.quote):
            raise BadValue(f"claim in {self.document}: the quote is not as long as its stretch")

    def with_id(self) -> Self:
        """The claim under its content id: made from what it says and where, not from how sure it is."""
        bare = msgspec.structs.replace(self, id="", confidence=1.0, found_by="")
        body = msgspec.json.encode(bare, order="deterministic").decode("utf-8")
        return msgspec.structs.replace(self, id=content_id("clm", body))


class Engagement(_Claim, frozen=True, kw_only=True, tag="engagement"):
    """A call, a meeting, a visit: who engaged whom, when, where, how, and whether it took place.

    `topics`: ids of the taxonomy, then the phrases as found; `about`: those phrases with their places.
    """

    mode: Mode
    status: Status
    participants: tuple[Participant, ...] = ()
    date: When | None = None
    place: Place | None = None
    event_name: str | None = None
    topics: tuple[str, ...] = ()
    about: tuple[Words, ...] = ()
    level: Level = "unknown"
    generic: bool = False
    evidence_kind: EvidenceKind = "text"
    plover: Plover | None = None
    cameo: str | None = None


class Act(_Claim, frozen=True, kw_only=True, tag="act"):
    """Any other event of the ontology; `event` is the id of its file in the event lexicon."""

    event: str
    status: Status
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    what: str | None = None
    amount: str | None = None
    date: When | None = None
    place: Place | None = None
    plover: Plover | None = None
    cameo: str | None = None


class Statement(_Claim, frozen=True, kw_only=True, tag="statement"):
    """Who said what: content, cue and source are stretches of the same document.

    `rest` are the further parts of a content that its cue interrupts, in the order of the text.
    """

    kind: StatementKind
    content: Words
    rest: tuple[Words, ...] = ()
    speakers: tuple[Participant, ...] = ()
    cue: Words | None = None
    source: Words | None = None
    addressees: tuple[Participant, ...] = ()
    venue: str | None = None
    date: When | None = None
    topics: tuple[str, ...] = ()


class Position(_Claim, frozen=True, kw_only=True, tag="position"):
    """Who takes which stance towards what, as of when; `cue` are the words that say so."""

    actors: tuple[Participant, ...]
    target: str | None = None
    stance: Stance
    about: str | None = None
    date: When | None = None
    cue: Words | None = None
    target_words: Words | None = None
    about_words: Words | None = None


class Figure(_Claim, frozen=True, kw_only=True, tag="figure"):
    """A number that the text gives, and what it counts.

    A range has `low` and `high` and no value. `compared_with` is the id of the figure that it is set against; the
    later one in the text points at the earlier.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    what: str | None = None
    period: str | None = None
    source: str | None = None
    compared_with: str | None = None
    what_words: Words | None = None
    period_words: Words | None = None
    source_words: Words | None = None


class Assertion(_Claim, frozen=True, kw_only=True, tag="assertion"):
    """A claim about the record itself ("isolated", "first meeting since"), shown beside what supports it.

    With `about` omission: a text of `whose` is said to be silent on `what` ("the readout did not mention the port").
    `parties`: whose record it is a claim about.
    """

    about: str
    speakers: tuple[Participant, ...] = ()
    parties: tuple[Participant, ...] = ()
    since: str | None = None
    whose: Participant | None = None
    what: Words | None = None


Claim = Engagement | Act | Statement | Position | Figure | Assertion


def participants(claim: Claim) -> tuple[Participant, ...]:
    """Everybody a claim names in a role of its own."""
    match claim:
        case Engagement():
            return claim.participants
        case Act():
            return claim.actors + claim.targets
        case Statement():
            return claim.speakers + claim.addressees
        case Position():
            return claim.actors
        case Assertion():
            return (*claim.speakers, *((claim.whose,) if claim.whose else ()))
        case Figure():
            return ()
