"""Which words with a place's name name a place: by what the network takes them for, and by what stands beside them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from demarche.language.places.matches import Match
from demarche.lexicon.languages import mapping, words
from demarche.lexicon.names import folded
from demarche.lexicon.spots import Spot
from demarche.model import Name, Sentence

LARGE = 100_000
"""A town of as many people is known by its name alone."""
_COMMA = re.compile(r",\s{1,3}(?:in\s+)?|\s\(")
_CLOSED = re.compile(r"(?:,? on [A-Z]|, | ?[.)—–]| - |\Z)")
"""What follows a state that only says where a town is."""
_DATELINE = re.compile(r"(?:, \w[\w.]+)?(?: \([^)\n]{2,30}\))? ?[—–-]{1,2} ")
_IN = re.compile(r"\b(?:in|into|near|outside)\s+\Z")
_OWNS = re.compile(r"['’]|[ -]?[A-Z]|\s(?:Tower|and\s[A-Z])")
KNOWN = 10_000
"""A town of as many people may be meant where the words before it ask for a place."""
_AT = re.compile(
    r"\b(?:in|at|to|from|near|outside|inside|of|around|into|across|over|through)\s+(?:the\s+)?\Z", re.IGNORECASE
)
"""What stands before a building that is meant as a place; without it the White House is whoever governs there."""
WIDE = frozenset({"country", "region", "feature", "site"})
_AROUND = (
    "north south east west northern southern eastern western central upper lower greater downtown inner outer the new "
    "northeast northwest southeast southwest north-east north-west south-east south-west mainland metro metropolitan "
    "old rural city area province region state county district"
)
AROUND = frozenset(_AROUND.split())
"""Words around a name that leave it the name of the same place, or of a part."""


class Sighting(NamedTuple):
    """A match that names a place; `within` is the wider place that the words after it tell."""

    match: Match
    within: Spot | None
    sure: bool


def sightings(text: str, found: Sequence[Match], sentences: Sequence[Sentence]) -> list[Sighting]:
    """The matches that name places."""
    names = sorted(n for s in sentences for n in s.names)
    starts = [n.start for n in names]
    covers = [_cover(m, names, starts) for m in found]
    votes, people = _votes(text, found, covers), _people(text, names)
    told = _qualified(text, found)
    out = []
    for m, name, within in zip(found, covers, told, strict=True):
        if m.short and not any(b.end <= m.start <= b.end + 3 for b in found):
            continue
        if within is not None and not (name and name.kind == "PER" and not _same(text, m, name)):
            out.append(Sighting(m, within, True))
        elif m.key in people and not _AT.search(text, max(0, m.start - 12), m.start):
            continue
        elif _names_place(text, m, name, votes[m.key] > 0, parsed=bool(sentences)):
            out.append(Sighting(m, None, bool(name and name.kind == "LOC")))
    return out


def _votes(text: str, found: Sequence[Match], covers: Sequence[Name | None]) -> Counter[str]:
    """How much more often the network takes a name for a place's than for a person's."""
    votes = Counter(
        m.key for m in found if _DATELINE.match(text, m.end) and (m.start == 0 or text[m.start - 1] in "\n\t")
    )
    for m, name in zip(found, covers, strict=True):
        if name is not None and name.kind in ("LOC", "PER"):
            votes[m.key] += 1 if name.kind == "LOC" and _same(text, m, name) else -(name.kind == "PER")
    return votes


def _people(text: str, names: Sequence[Name]) -> frozenset[str]:
    """The first and last words of the persons of a text who have two names: *Georgia* alone may be one of them."""
    full = [folded(text[n.start : n.end]).split() for n in names if n.kind == "PER"]
    return frozenset(w for words in full if len(words) > 1 for w in (words[0], words[-1]))


def _cover(match: Match, names: Sequence[Name], starts: Sequence[int]) -> Name | None:
    """The network's name that overlaps a match."""
    at = bisect_right(starts, match.start)
    near = [n for n in names[max(0, at - 1) : at + 2] if n.start < match.end and match.start < n.end]
    return near[0] if near else None


def _same(text: str, match: Match, name: Name) -> bool:
    """Is a name the match, but for words that only say which part?"""
    if match.start <= name.start and name.end <= match.end + 1:
        return True
    rest = f"{text[name.start : match.start]} {text[match.end : name.end]}".lower().replace(".", " ").split()
    return all(w in AROUND for w in rest)


def _qualified(text: str, found: Sequence[Match]) -> list[Spot | None]:
    """For each match the wider place right behind it: *Paris, Texas*, *Hinton, Alberta*, *Kehl (Germany)*."""
    out: list[Spot | None] = []
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        near = len(gap) <= 6 and _COMMA.fullmatch(gap)
        out.append(_around(one, other, closed=_CLOSED.match(text, other.end) is not None) if near else None)
    return [*out, None] if found else []


def _around(one: Match, other: Match, *, closed: bool) -> Spot | None:
    """The place of the second name that holds one of the first; an abbreviation tells even where none is known.

    So does a state that is `closed`, by a comma or the end, behind a name of small towns only: *at Argyle, Saint
    Vincent and the Grenadines, on Thursday*.
    """
    if any(s.kind == "country" for s in one.spots) and any(s.kind == "country" for s in other.spots):
        return None  # *in Russia, U.S. officials said*
    for wide in other.spots:
        if wide.kind in ("country", "region", "county") and any(inside(s, wide) for s in one.spots):
            return wide
    if any(s.kind in WIDE for s in one.spots):
        return None
    small = closed and other.spots[0].kind == "country" and all(s.population < LARGE for s in one.spots)
    return other.spots[0] if other.short or small else None


def inside(spot: Spot, wide: Spot) -> bool:
    """Does a place lie in another, as far as their countries and regions tell?"""
    if spot.id == wide.id or spot.country != wide.country or spot.kind == "country":
        return False
    return wide.kind == "country" or (spot.region == wide.region and spot.kind != "region")


def _names_place(text: str, m: Match, name: Name | None, known: bool, parsed: bool) -> bool:
    """Does a match name a place, on its own? `known`: the network takes its words more often for one than not."""
    when = mapping("en", "place_words").get(m.key)
    if when == "never":
        return False
    strong = when is None and any(s.kind in WIDE or s.population >= LARGE for s in m.spots) and not m.short
    if name is not None and name.kind == "LOC":
        return _same(text, m, name) or strong
    if name is not None and name.kind == "PER" and _same(text, m, name) and _is_inside(text, m):
        return True
    if m.spots[0].kind in ("site", "feature"):
        if known and _opens(text, m):
            return True
        at = _AT.search(text, max(0, m.start - 12), m.start)
        return strong and (name is None or _same(text, m, name)) and at is not None
    if name is not None and name.kind == "PER":
        return (known and _same(text, m, name)) or (strong and (_titled(text, m, name) or _opens(text, m)))
    return known or (strong and (name is not None or not parsed or m.spots[0].kind == "country"))


def _is_inside(text: str, m: Match) -> bool:
    """ "Flew into *Biarritz*": nobody is flown into or met in, whatever the network takes the name for."""
    town = any(s.kind == "town" and s.population >= KNOWN for s in m.spots)
    return town and _IN.search(text, max(0, m.start - 9), m.start) is not None and not _OWNS.match(text, m.end)


def _titled(text: str, m: Match, name: Name) -> bool:
    """*Texas Senator*, *U.S. Secretary of State*: a title after the place, in what the network takes for a name."""
    rest = text[m.end : name.end].split()
    return m.start == name.start and len(rest) > 1 and rest[0].lower().strip(".") in words("en", "titles")


def _opens(text: str, m: Match) -> bool:
    """A dateline in capitals, with nothing between it and the first words."""
    return text[m.start : m.end].isupper() and len(m.key) > 3 and (m.start == 0 or text[m.start - 1] == "\n")
