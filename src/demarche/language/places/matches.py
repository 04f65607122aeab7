"""Where the gazetteer's names stand in a text: the longest at each capital, whatever they mean there."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from demarche.lexicon.gazetteer import Gazetteer
from demarche.lexicon.names import folded
from demarche.lexicon.spots import Spot

_WORD = re.compile(r"[^ ]+")
_GAP = re.compile(r"[ \t]*(?:[-–’'`]|\.?[ \t]*\n?[ \t]*)[ \t]*")
"""What may stand between the words of a name: no comma, no empty line."""
SHORTEST_WORD = 3
"""A full stop ends a sentence after a longer word, an abbreviation (*St.*, *Mt.*) after one so short."""
LOWER_TAILS = frozenset({"site", "feature", "region", "county"})
"""Kinds of places whose names may end in a small letter: *Rafah crossing*."""


_REGIONAL = re.compile(r"\s+(?:region|province|oblast|governorate|state|canton|prefecture)\b")


class Match(NamedTuple):
    """Words that can name places; `short` marks the abbreviation of a region that needs a town before it."""

    start: int
    end: int
    key: str
    spots: tuple[Spot, ...]
    short: bool = False


def matches(text: str, known: Gazetteer) -> Iterator[Match]:
    """The longest names, in order, none in another."""
    plain = folded(text)
    words = [m.span() for m in _WORD.finditer(plain)]
    done = 0
    for i in [n for n, (start, _) in enumerate(words) if text[start].isupper()]:
        if i < done:
            continue
        start, end = words[i]
        most = known.most_words.get(plain[start:end], 1)
        for n in range(min(most, len(words) - i), 0, -1):
            span = words[i : i + n]
            name = plain[start:end] if n == 1 else _name(text, plain, span)
            if name is None:
                continue
            if name in known.no_places:
                done = i + n
                break
            found = _match(text, start, span[-1], name, known)
            if found:
                yield found
                done = i + n
                break


def _name(text: str, plain: str, span: list[tuple[int, int]]) -> str | None:
    """The key of some words, unless what parts them shows that they are no one name."""
    for (a, b), (c, _) in pairwise(span):
        gap = text[b:c]
        if gap != " " and (not _GAP.fullmatch(gap) or ("." in gap and b - a > SHORTEST_WORD)):
            return None
    return " ".join(plain[a:b] for a, b in span)


def _match(text: str, start: int, last: tuple[int, int], name: str, known: Gazetteer) -> Match | None:
    """The places of a name, as far as its letters have the case that they need."""
    end = last[1]
    written = text[start:end]
    dotted = text[end : end + 1] == "." and (end - last[0] <= 1 or name in known.short)
    if name in known.short and (written.replace(".", "").isupper() or dotted or text[start - 2 : start] == ", "):
        shorts = known.short[name]
        spots = (*(s.region for s in shorts), *(known.called(name) if len(name) > 2 else ()))
        return Match(start, end + dotted, name, spots, short=not any(s.alone for s in shorts))
    if name in known.capitals and not written.replace(".", "").isupper():
        return None
    spots = known.called(name)
    if not spots or (text[last[0]].islower() and not any(s.kind in LOWER_TAILS for s in spots)):
        return None
    if _REGIONAL.match(text, end):
        spots = tuple(s for s in spots if s.kind == "region") or spots
    return Match(start, end + (dotted and name in known.capitals), name, spots)
