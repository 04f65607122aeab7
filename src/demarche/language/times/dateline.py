"""The day in a line of its own near the head of a text (*September 1, 2007*): when publication is unknown."""

from datetime import date

from demarche.language.times.rules import rules
from demarche.language.times.setting import Setting

HEAD, LINES = 600, 5
"""Characters and lines of a text among which a dateline stands."""
FULL = frozenset({"iso day", "day month year", "month day year"})


def dateline(text: str) -> date | None:
    """That day, if a line is nothing but a full date."""
    nowhere = Setting(None, lambda start, end: 0)
    for line in text[:HEAD].split("\n")[:LINES]:
        for rule in (r for r in rules() if r.name in FULL):
            match = rule.pattern.fullmatch(line.strip())
            reading = rule.resolve(match, nowhere) if match else None
            if reading and reading.stretch:
                return reading.stretch.first
    return None
