"""Our own marked passages (`annotations/links/`, rules in its `HOW.md`), without their marks."""

import re
from typing import NamedTuple

from demarche.model import Stretch

MARK = re.compile(r"\{([vmctslo])(\d+):([^{}<>]+)\}|<(\d+(?:,\d+)*):([^{}<>]+)>")
LETTERS = {"v": "visit", "m": "meeting", "c": "call", "t": "talks", "s": "summit", "l": "letter", "o": "other"}


class Passage(NamedTuple):
    """A passage without its marks; for each engagement the forms and places of its tellings, those of its parties."""

    text: str
    told: dict[int, list[tuple[str, Stretch]]]
    parties: dict[int, list[Stretch]]


def read_passage(line: str) -> Passage:
    """A line without its marks."""
    text, at = "", 0
    told: dict[int, list[tuple[str, Stretch]]] = {}
    parties: dict[int, list[Stretch]] = {}
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        words = mark[3] or mark[5]
        span = Stretch(len(text), len(text) + len(words))
        if mark[1]:
            told.setdefault(int(mark[2]), []).append((LETTERS[mark[1]], span))
        else:
            for number in mark[4].split(","):
                parties.setdefault(int(number), []).append(span)
        text, at = text + words, mark.end()
    return Passage(text + line[at:], told, parties)
