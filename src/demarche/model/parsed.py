"""A text as the language backend read it: sentences, words, names, mentions of actors, expressions of time.

All offsets count code points of `Document.text`. Token numbers live inside one `Sentence` only and never leave it.
"""

import msgspec

from demarche.model.errors import BadValue
from demarche.model.span import Stretch, check_stretch
from demarche.model.values import (
    Level,
    MentionKind,
    NameKind,
    PlacePrecision,
    Precision,
    SignKind,
    TimeType,
    check_country,
    check_day,
    check_share,
)


class Token(msgspec.Struct, frozen=True):
    """A word with its UD annotation. `head` is the place of its head in the sentence's tokens, -1 for the root.

    `feats` is in CoNLL-U form (`Mood=Ind|Tense=Past`), empty where there are none.
    """

    start: int
    end: int
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


class Name(msgspec.Struct, frozen=True, order=True):
    """A proper name as the model found it."""

    start: int
    end: int
    kind: NameKind

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)


class Sign(msgspec.Struct, frozen=True):
    """What the model takes a word for: one that tells of an engagement (`kind` is its mode), or one that names a party.

    `token` is the word's place in its sentence, `share` how sure the model is, from 0 to 1.
    """

    token: int
    kind: SignKind
    share: float

    def __post_init__(self) -> None:
        check_share(self.share, "share")


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: its stretch, its words, the names in it, and which words look like an engagement told."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    signs: tuple[Sign, ...] = ()

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        heads = [t.head for t in self.tokens]
        if heads and not (min(heads) >= -1 and max(heads) < len(heads)):
            raise BadValue("a token's head lies outside its sentence")


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for an actor, and whom they stand for at that date.

    `actor` is the id of the narrowest thing known (`wd:Q58217`, `office:RU/foreign_minister`, `organ:RU/presidency`,
    `iso:RU`, `org:nato`), null where the words name somebody the knowledge lacks. `head` is where the head word
    starts. `plural` marks "the ministers", "US officials". `reason` names the rule that resolved it; `antecedents` are
    the earlier words that a pronoun, "the two" or a bare role goes back to.
    """

    start: int
    end: int
    kind: MentionKind
    head: int
    actor: str | None = None
    name: str | None = None
    role: str | None = None
    country: str | None = None
    organisation: str | None = None
    level: Level = "unknown"
    sector: str | None = None
    plural: bool = False
    reason: str = ""
    confidence: float = 1.0
    antecedents: tuple[Stretch, ...] = ()

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        check_country(self.country)
        check_share(self.confidence, "confidence")


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time resolved against the document's date.

    `first` and `last` are calendar days, both included; null where the expression names no day that can be known.
    `value` is the TIMEX3 value, `rule` the name of what resolved it.
    """

    start: int
    end: int
    type: TimeType
    value: str = ""
    first: str | None = None
    last: str | None = None
    precision: Precision | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        check_day(self.first, "first")
        check_day(self.last, "last")


class Toponym(msgspec.Struct, frozen=True, kw_only=True):
    """The name of a place, and the place it stands for: `place` is its id, null where the gazetteer lacks it.

    `country` is null where the place lies in several (a sea) or in one that nothing tells; `reason` names what told.
    """

    start: int
    end: int
    name: str
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    reason: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        check_country(self.country)
        check_share(self.confidence, "confidence")


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """A document read. `read` is false where no backend reads its language: then everything else is empty.

    `title` is the document's title read as a text of its own: its offsets count the title's code points, so nothing
    found in it can be evidence; it only helps to understand what an official text reports.
    """

    document: str
    backend: str
    read: bool = True
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Toponym, ...] = ()
    title: "Parsed | None" = None
