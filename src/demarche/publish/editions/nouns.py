"""An edition: what a digest shows, in the order in which it is read. Frozen, and free of any layout.

Every number in `notes` points at a footnote; every footnote opens the exact words in their context.
"""

from typing import Literal

import msgspec

from demarche.model import Reject
from demarche.model.values import SourceClass, Stance, Status
from demarche.publish.editions.drawn import Heat, Kind, Panel, Timeline

Change = Literal["new", "moved", "updated"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of words. `lit`: a claim's very words, or where two sides differ; `field`: what they give (a date)."""

    text: str
    lit: bool = False
    field: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a document, `[start, end)`, cut into pieces; joined they are the text as it stands there."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


class Footnote(msgspec.Struct, frozen=True, kw_only=True):
    """A text, and the words in it that a line of the edition stands on."""

    number: int
    document: str
    source: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    source_class: SourceClass
    official_of: str | None
    passages: tuple[Passage, ...]


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """The status as it stood from a day on (null: of unknown day), and the note that shows who said so."""

    status: Status
    as_of: str | None
    note: int


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One record as a line of the edition; `week` says whether it stands in one."""

    record: str
    headline: str
    when: str
    week: bool
    mode: str
    status: Status
    place: str | None = None
    topics: tuple[str, ...] = ()
    level: str | None = None
    witnesses: str = ""
    accounts: tuple[str, ...] = ()
    attributed_to: str | None = None
    moves: tuple[Move, ...] = ()
    notes: tuple[int, ...] = ()
    unshown: int = 0
    change: Change | None = None
    was: Status | None = None
    caption: bool = False
    boxes: tuple[int, ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The entries between the same parties."""

    title: str
    sides: tuple[str, ...]
    entries: tuple[Entry, ...]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of one kind: what took place, what lies ahead, what is off. `more` stay in the record, untold."""

    kind: Kind
    title: str
    pairs: tuple[Pair, ...]
    more: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all pairs."""
        return tuple(e for p in self.pairs for e in p.entries)


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar week, or the stretch of an edition that belongs to none (`first` null)."""

    id: str
    title: str
    subtitle: str
    first: str | None = None
    last: str | None = None
    summary: str = ""
    sections: tuple[Section, ...] = ()


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A statement worth quoting; `direct` words stand between quotation marks, others are a report of them."""

    speaker: str
    words: str
    direct: bool
    source: str
    venue: str | None = None
    topics: tuple[str, ...] = ()
    note: int


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A position as a line: who is for or against what, as of which day; `reporter` tells it of them."""

    actors: str
    stance: Stance
    target: str
    day: str | None
    source: str
    reporter: str | None = None
    note: int


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """A position that moved: the stance of before and the one of now, each with its day and its note."""

    actors: str
    target: str
    before: Stance
    after: Stance
    before_day: str
    after_day: str
    before_note: int
    after_note: int


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """A tour or a campaign as a line; `records` are those of its engagements that the edition shows, each with a label.

    `reported_size` is how large a text says that it was, in its words; `told_as_one` is false where no text ties its
    engagements together.
    """

    campaign: str
    kind: str
    who: str
    when: str
    partners: str
    aim: tuple[str, ...]
    engagements: int
    records: tuple[tuple[str, str], ...]
    reported_size: tuple[str, ...]
    told_as_one: bool
    notes: tuple[int, ...]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as a line, in the words of its text; `against` is the figure that it is set against."""

    words: str
    what: str | None
    period: str | None
    given_by: str | None
    source: str
    against: str | None = None
    note: int


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a difference: whose text, and its words."""

    source: str
    published: str | None
    pieces: tuple[Piece, ...]
    note: int


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """Something two tellings do not share, side by side."""

    number: int
    kind: str
    title: str
    label: str
    field: str
    a: Side | None = None
    b: Side | None = None
    record: str | None = None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds on one side of an assertion: how many, the latest of them in words, all by id."""

    count: int
    latest: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


class Tested(msgspec.Struct, frozen=True, kw_only=True):
    """A claim about the record beside the record, without a verdict; `read` of the `months` have anything read."""

    words: str
    about: str
    parties: str
    source: str
    meant: Held
    supporting: Held
    opposing: Held
    since: str
    months: int
    read: int
    note: int


class Publisher(msgspec.Struct, frozen=True, kw_only=True):
    """What one publisher contributed."""

    name: str
    documents: int
    families: int
    first: str | None
    last: str | None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What the edition was made from: the ground under its silences. `unread` is kept, but in no language we read."""

    documents: int
    families: int
    undated: int
    unread: int = 0
    first: str | None
    last: str | None
    classes: tuple[tuple[str, int], ...]
    publishers: tuple[Publisher, ...]
    records: int
    shown: int
    left_out: tuple[tuple[str, int], ...] = ()
    rejects: tuple[Reject, ...] = ()


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """What is another since the last digest; `moved` lists the entries whose status is."""

    since: str
    new: int
    updated: int
    gone: int
    moved: tuple[Entry, ...] = ()


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """A digest before it has a form. `lead` repeats its foremost entries, by the rule of `selection.rank`."""

    title: str
    period: str
    since: str | None
    until: str | None
    focus: tuple[str, ...]
    focus_names: tuple[str, ...]
    lead: tuple[Entry, ...]
    weeks: tuple[Week, ...]
    loose: tuple[Week, ...]
    changed: Changed | None
    sayings: tuple[Saying, ...]
    timeline: Timeline | None = None
    courses: tuple[Course, ...] = ()
    positions: tuple[Stand, ...] = ()
    turned: tuple[Turned, ...] = ()
    figures: tuple[Quantity, ...] = ()
    boxes: tuple[Box, ...]
    panel: Panel | None
    heat: tuple[Heat, ...] = ()
    tested: tuple[Tested, ...] = ()
    coverage: Coverage
    notes: tuple[Footnote, ...]
