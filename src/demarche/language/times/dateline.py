"""The day in a line of its own near the head of a text (*September 1, 2007*): when publication is unknown."""

import re
from datetime import date

from demarche.language.times.rules import rules
from demarche.language.times.setting import Setting

_BARE, _IN_BRACKETS = re.compile(r"(?P<day>.+)"), re.compile(r"\((?P<day>.+)\)")
LATE = 7
"""Days by which a transcript may come out after the words were spoken."""
HEAD, LINES = 600, 5
"""Characters and lines of a text among which a dateline stands."""
FULL = frozenset({"iso day", "day month year", "month day year"})


def spoken_on(text: str, published: date) -> date:
    """The day of a transcript that was published a little later: a line "(November 15, 2021)" above it says so."""
    told = _day_of_a_line(text, _IN_BRACKETS)
    return told if told is not None and 0 <= (published - told).days <= LATE else published


def dateline(text: str) -> date | None:
    """That day, if a line is nothing but a full date."""
    return _day_of_a_line(text, _BARE)


def _day_of_a_line(text: str, shape: re.Pattern[str]) -> date | None:
    nowhere = Setting(None, lambda start, end: 0)
    lines = [m["day"] for line in text[:HEAD].split("\n")[:LINES] if (m := shape.fullmatch(line.strip()))]
    for line in lines:
        for rule in (r for r in rules() if r.name in FULL):
            match = rule.pattern.fullmatch(line)
            reading = rule.resolve(match, nowhere) if match else None
            if reading and reading.stretch:
                return reading.stretch.first
    return None
