"""Names after, before and beside titles: whose office it is that a phrase names."""

from collections.abc import Callable

from demarche.language.mentions.phrase import Phrase, cues, word_class
from demarche.language.mentions.pieces import BODIES, Line, Piece

Nested = Callable[[Line, int], Phrase | None]

PARTICLES = cues("name particle")
NOT_NAMES = cues("no name")
LONGEST = 8
AFTER = cues("after a name")
"""What may follow a name that stands between commas after its title."""


def is_name(line: Line, k: int) -> bool:
    """Does a person's name stand here?"""
    return line[k].kind in ("person", "name")


def honoured(line: Line, k: int) -> tuple[Piece, int] | None:
    """The name at a place: one the model or the tables know, or the capitals after *Mr*."""
    return (
        (line[k], k + 1) if is_name(line, k) else _capitals(line, k) if word_class(line, k - 1) == "honorific" else None
    )


def with_honorific(line: Line, k: int) -> int:
    """The place after *Mr*, *His Excellency Dr*; the same place where none stands."""
    at = k
    while at < k + 4:
        two = f"{line[at].low} {line[at + 1].low}"
        if word_class(line, at) == "honorific":
            at += 1
        elif two in ("his excellency", "his majesty", "his highness", "her majesty", "her highness", "his royal"):
            at += 2
        elif line[at].low == "," and at > k:
            at += 1
        else:
            break
    return at


def people(line: Line, k: int, phrase: Phrase) -> None:
    """The person, or after a plural the persons, who bear the titles of a phrase that ends at `k`."""
    at = with_honorific(line, k)
    found = _name(line, at)
    if found is None and line[k].low == "," and _between_commas(line, k, phrase):
        at = with_honorific(line, k + 1)
        found = _name(line, at)
    if found is None:
        return
    piece, at = found
    phrase.names.append(piece)
    phrase.last = _home(line, at, phrase)
    while phrase.plural and (more := _another(line, phrase.last)):
        piece, at = more
        phrase.names.append(piece)
        phrase.last = _home(line, at, phrase)


def _between_commas(line: Line, k: int, phrase: Phrase) -> bool:
    """*the President of Guatemala, Alejandro Giammattei,*"""
    at = with_honorific(line, k + 1)
    known = bool(phrase.bodies) or "definite" in phrase.mods
    return (
        known and not phrase.plural and is_name(line, at) and (line[at + 1].low in AFTER or line[at + 1].kind == "end")
    )


def _another(line: Line, k: int) -> tuple[Piece, int] | None:
    at = k
    while line[at].low in (",", "and", "&"):
        at += 1
    return _name(line, with_honorific(line, at)) if at > k else None


def _home(line: Line, at: int, phrase: Phrase) -> int:
    """*Prime Minister Kishida of Japan*: the country after the name."""
    if line[at].low != "of":
        return at
    here = at + 2 if line[at + 1].low == "the" else at + 1
    other = phrase.bodies and phrase.bodies[-1].target != line[here].target and phrase.bodies[-1].kind != "organisation"
    if line[here].kind in BODIES and (phrase.plural or not other):
        phrase.bodies.append(line[here])
        return here + 1
    return at


def _name(line: Line, k: int) -> tuple[Piece, int] | None:
    """A name as found, or the capitals that must be one because a title stands before them."""
    if is_name(line, k):
        at = k + 1
        while line[at].low == "," and line[at + 1].low in ("jr", "jr.", "sr", "sr."):
            at += 2
        while line[at].low in ("jr", "jr.", "sr", "sr.", "iii", "ii"):
            at += 1
        return line[k], at
    return _capitals(line, k)


def _capitals(line: Line, k: int) -> tuple[Piece, int] | None:
    if not (
        line[k].capital and line[k].kind in ("word", "city", "org_name", "place_name") and line[k].low not in NOT_NAMES
    ):
        return None
    if not line[k - 1].capital or (line[k].low in PARTICLES and line[k + 1].low != "-" and not line[k + 1].capital):
        return None
    at = last = k
    while at < k + LONGEST and (_may_be_name(line, at) or line[at].low in PARTICLES):
        if line[at].capital:
            last = at
        at += 1
    words = " ".join(line[n].low for n in range(k, last + 1))
    return Piece("name", line[k].i, line[last].j, words, capital=True), last + 1


def _may_be_name(line: Line, at: int) -> bool:
    piece = line[at]
    return (
        piece.capital
        and piece.kind in ("word", "city", "org_name", "place_name", "name")
        and piece.low not in NOT_NAMES
    )


def apposition(line: Line, k: int, phrase: Phrase, nested: Nested) -> None:
    """*Stephen Lovegrove, National Security Advisor to …*: the title after a name and a comma is its bearer's."""
    if line[k].low != "," or (phrase.titles and phrase.bodies) or line[k + 1].low == "and":
        return
    beside = nested(line, k + 1)
    if beside is None or beside.kind != "office" or beside.names or not beside.titles or beside.plural:
        return
    if phrase.titles and not beside.bodies:
        return
    if (
        word_class(line, k + 1) == ""
        and line[beside.head].low[:1].islower()
        and not beside.bodies
        and not _capital(line, beside)
    ):
        return
    phrase.titles += beside.titles
    phrase.bodies += beside.bodies
    phrase.to += beside.to
    phrase.under = phrase.under or beside.under
    phrase.mods |= beside.mods - {"definite", "indefinite"}
    phrase.last = beside.last


def _capital(line: Line, phrase: Phrase) -> bool:
    return line[phrase.head].capital
