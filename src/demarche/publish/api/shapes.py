"""What the API answers with, where a noun alone would say too little for a list or a reader."""

from typing import Generic, TypeVar

import msgspec

from demarche.model import (
    Campaign,
    Claim,
    Difference,
    Document,
    Edge,
    Judgement,
    Participant,
    Record,
    StatusEntry,
)
from demarche.model.values import Level, Mode, Precision, SourceClass, Status
from demarche.network.turns import Turn
from demarche.records.questions import Question

Item = TypeVar("Item")


class Page(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """Some items of a list. `next` asks for those that follow; null means that these are the last.

    `total` counts all that meet the question; null where counting would mean reading every record.
    """

    items: list[Item]
    next: str | None = None
    total: int | None = None


class Side(msgspec.Struct, frozen=True):
    """A state (alpha-3) or an organisation, with its name."""

    code: str
    name: str


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part, as a line names them."""

    label: str
    actor: str | None = None
    name: str | None = None
    role: str | None = None
    country: str | None = None
    organisation: str | None = None
    part: str = "party"
    level: Level = "unknown"
    named_as: str = "participant"


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its coordinates in degrees, WGS 84."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """When: calendar days, both included."""

    start: str | None = None
    end: str | None = None
    precision: Precision = "day"


class RecordLine(msgspec.Struct, frozen=True, kw_only=True):
    """A record in a list: what a reader needs to choose it. `label` says in plain words what it is, `notable`
    whether a digest would tell of it: most acts are words between others.
    """

    id: str
    title: str
    label: str
    type: str
    mode: Mode | None = None
    event: str | None = None
    status: Status
    date: Day | None = None
    place: Spot | None = None
    sides: list[Side] = []
    people: list[Person] = []
    level: Level = "unknown"
    topics: list[str] = []
    what: str | None = None
    generic: bool = False
    notable: bool = True
    documents: int = 0
    families: int = 0
    independent_sources: int = 0
    first_seen: str | None = None
    last_change: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A document without its text."""

    id: str
    source: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    source_class: SourceClass = "other"
    official_of: str | None = None
    language: str | None = None
    family: str | None = None


class CampaignLine(Campaign, frozen=True, kw_only=True):
    """A tour or campaign with what its leader is called, and the `names` of the states that it has by code."""

    who: str
    names: dict[str, str]


class TurnLine(Turn, frozen=True, kw_only=True):
    """A stance that changed, with the `names` of those who changed it."""

    names: dict[str, str]


class RecordView(msgspec.Struct, frozen=True, kw_only=True):
    """A record with all that its page shows: claims, documents, differences, links and judgements."""

    line: RecordLine
    record: Record
    claims: list[Claim]
    documents: list[Source]
    differences: list[Difference]
    judgements: list[Judgement]
    parts: list[RecordLine]
    part_of: list[RecordLine]
    campaigns: list[CampaignLine] = []


class DocumentView(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its frozen text, what it says, and which records rest on it."""

    document: Document
    claims: list[Claim]
    records: list[RecordLine]


class FamilyView(msgspec.Struct, frozen=True, kw_only=True):
    """A family with its documents, the ties between them and what was altered from one to the other."""

    id: str
    documents: list[Source]
    edges: list[Edge]
    differences: list[Difference]
    best: str | None = None
    records: list[RecordLine] = []


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A search hit: the noun's kind and id, a heading, and words of it around the first that matched."""

    kind: str
    id: str
    title: str
    words: str
    document: str | None = None
    start: int | None = None
    end: int | None = None


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A claim about words, numbers or stances, in a list."""

    claim: Claim
    source: Source


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of one publisher."""

    publisher: str
    source_class: SourceClass
    official_of: str | None
    documents: int
    families: int
    first: str | None
    last: str | None
    languages: list[str]


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties that engaged, and how often."""

    a: str
    b: str
    records: list[str]
    best_level: Level
    last: str | None


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A party in the network; `x` and `y` lie between -1 and 1."""

    id: str
    name: str
    partners: int
    engagements: int
    x: float
    y: float


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Who engaged whom, gatherings of more than two left out."""

    nodes: list[Node]
    ties: list[Tie]


class About(msgspec.Struct, frozen=True, kw_only=True):
    """The store and what may be done with it."""

    name: str
    version: str
    revision: str
    documents: int
    families: int
    records: int
    claims: int
    writable: bool
    first: str | None
    last: str | None


class History(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a record's status, and what people corrected."""

    status: list[StatusEntry]
    judgements: list[Judgement]


class Wish(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement that somebody wants to make: correct, confirm, reject, merge, split or undo.

    `value` is JSON; `other` the second record of a merge, `claims` those that a split takes out, `undoes` a judgement.
    """

    action: str
    record: str | None = None
    field: str | None = None
    value: str | None = None
    other: str | None = None
    claims: list[str] = []
    undoes: str | None = None
    who: str = msgspec.field(default="reader")
    why: str = msgspec.field(default="")


def people(record: Record) -> list[tuple[str, Participant]]:
    """Everybody of a record with the field that names them."""
    named = (("participant", record.participants), ("actor", record.actors), ("target", record.targets))
    return [(name, p) for name, each in named for p in each]


class Posed(msgspec.Struct, frozen=True, kw_only=True):
    """A question about a record, with the record as a line."""

    question: Question
    line: RecordLine


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The judgements that were made, and the record as it is now."""

    judgements: list[Judgement]
    record: RecordLine | None = None
