"""A text printed again: word for word, lightly edited or shortened; in this world or one where rare words are others.

A copy knows where every word of the original went, so that what was found in the original can be carried over to it
without reading it: claims for as many documents as one likes, each with its very words.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from demarche.families.stems import WORD
from demarche.model import BadValue, Claim, Document

EDITED, SHORTENED = 0.25, 0.8
"""Copies below the first share are word for word, above the second shortened, the others lightly edited."""
DROPPED, DROPPED_SHORT, CHANGED = 0.05, 0.3, 0.08
"""Share of sentences left out by an editor, and by one who shortens; share of words exchanged by either."""
_END = re.compile(r"[.!?]['’”\"]?\s|\n")
World = Mapping[str, str]


class _Piece(NamedTuple):
    """A word or what stands between two, in the original and in the copy; `number` counts them in the original."""

    number: int
    start: int
    end: int
    to: int
    text: str


class Copy:
    """The text of a copy, and where everything went. Without `dice` nothing is changed but the world."""

    def __init__(self, original: str, world: World, dice: random.Random | None = None) -> None:
        self._pieces: list[_Piece] = []
        length = 0
        for number, start, end, text in _told(original, world, dice):
            self._pieces.append(_Piece(number, start, end, length, text))
            length += len(text)
        self._starts = [piece.start for piece in self._pieces]
        self.text = "".join(piece.text for piece in self._pieces)

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the original stands now; null when anything in it is gone."""
        first, last = self._piece(start), self._piece(end - 1)
        if first is None or last is None:
            return None
        a, b = self._pieces[first], self._pieces[last]
        if b.number - a.number != last - first:
            return None
        new = a.to + min(start - a.start, len(a.text) - 1), b.to + _inside(b, end)
        return new if new[0] < new[1] else None

    def _piece(self, place: int) -> int | None:
        found = bisect_right(self._starts, place) - 1
        return found if found >= 0 and place < self._pieces[found].end and self._pieces[found].text else None


def _inside(piece: _Piece, end: int) -> int:
    return len(piece.text) if end == piece.end else min(end - piece.start, len(piece.text))


def _told(original: str, world: World, dice: random.Random | None) -> Iterator[tuple[int, int, int, str]]:
    """The pieces that stay, as they are told now; an editor drops whole sentences, and never the first."""
    kind = dice.random() if dice else 0.0
    words = [match.span() for match in WORD.finditer(original)]
    done, number, gone = 0, 0, False
    for start, end in words:
        if dice and kind >= EDITED and done and _END.search(original, done, start):
            gone = dice.random() < (DROPPED if kind < SHORTENED else DROPPED_SHORT)
        between = done < start
        if not gone:
            if between:
                yield number, done, start, original[done:start]
            changed = dice is not None and kind >= EDITED and dice.random() < CHANGED
            a, b = dice.choice(words) if dice and changed else (start, end)
            yield number + between, start, end, _exchanged(original[a:b], world)
        done, number = end, number + between + 1
    if done < len(original):
        yield number, done, len(original), original[done:]


def _exchanged(word: str, world: World) -> str:
    other = world.get(word.lower())
    return word if other is None else other.capitalize() if word[0].isupper() else other


def moved(claims: Iterable[Claim], copy: Copy, home: Document, countries: World) -> Iterator[Claim]:
    """The claims of an original as the copy's, told of other countries; one of which any word is gone is gone too."""
    for claim in claims:
        told = _moved(msgspec.to_builtins(claim), copy, home.text, countries)
        if told is not None:
            try:
                yield msgspec.convert(told | {"id": "", "document": home.id}, type=Claim).with_id()
            except BadValue:  # a country twice, an empty stretch
                continue


def _moved(value: Any, copy: Copy, text: str, countries: World) -> Any:
    """The same in the copy; null where it is gone, which the whole claim then is as well."""
    if isinstance(value, list | tuple):
        every = [_moved(part, copy, text, countries) for part in value]
        return None if any(part is None for part in every) else every
    if not isinstance(value, dict):
        return value
    parts = {name: _moved(part, copy, text, countries) for name, part in value.items()}
    if any(parts[name] is None for name in value if value[name] is not None):
        return None
    if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
        place = copy.at(value["start"], value["end"])
        if place is None:
            return None
        parts |= {"start": place[0], "end": place[1]}
        if "quote" in value:
            parts["quote"] = text[place[0] : place[1]]
    if value.get("country") in countries:
        parts["country"] = countries[value["country"]]
    return parts
