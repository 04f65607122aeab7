"""A phrase that names somebody, as its words build it, before anybody asks who that is."""

from dataclasses import dataclass, field
from functools import cache

from demarche.language.mentions.pieces import Line, Piece
from demarche.lexicon.languages import table

Kind = str


@dataclass(slots=True)
class Phrase:
    """Pieces `first` up to `last` of a line; `titles`, `bodies` and `names` are pieces of it, in order.

    `to` are the bodies an envoy is sent to, `owner` is the person whose man somebody is ("Putin's spokesman"),
    `mods` the classes of the small words before ("former", "acting"), `under` the phrase of whom somebody serves.
    """

    kind: Kind
    first: int
    last: int
    head: int
    titles: list[Piece] = field(default_factory=list)
    bodies: list[Piece] = field(default_factory=list)
    names: list[Piece] = field(default_factory=list)
    to: list[Piece] = field(default_factory=list)
    owner: Piece | None = None
    under: "Phrase | None" = None
    mods: set[str] = field(default_factory=set)
    plural: bool = False
    noun: str = ""


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind around names and titles: what may stand before a place, what no name begins with."""
    return frozenset(row["word"] for row in table("en", "actor_cues") if row["cue"] == kind)


def word_class(line: Line, k: int) -> str:
    """The class of the small word at a place, or nothing."""
    return line.classes[k] if 0 <= k < len(line) else ""


def is_possessive(line: Line, k: int) -> bool:
    """*'s*, or the bare apostrophe of a plural."""
    return line[k].low in ("'s", "'", "’", "`s")
