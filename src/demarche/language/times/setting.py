"""What an expression of time is read against: the day of publication, the day told of before, the tense around it."""

from collections.abc import Callable
from datetime import date

from demarche.language.times.calendar import DAY

Tells = Callable[[int, int], int]
"""The tense of a stretch of text: below nought past, above it future (two away: no doubt), 0 unknown."""
DONE, PAST, UNKNOWN, FUTURE, SURELY = -2, -1, 0, 1, 2
YEARS_AGO = 2
"""How many years lie at least between a text and the time it looks back to."""
MUCH = 3
"""How much nearer a date must be to be meant against a tense in doubt: *agreed on a summit on April 24*, in March."""


class Setting:
    """`reference` is null where nobody knows the day of publication: then nothing relative to it has days.

    `brief` marks a note or a headline: where it shows no tense, it looks ahead, and an article looks back. `anchor` is
    the last day that the text named; "two days earlier" counts from there. `looks_back` holds for a text that begins
    with a date years ago and has named nothing of its own days yet: "on 4 October" is of that time.
    """

    def __init__(self, reference: date | None, tense: Tells, brief: bool = False) -> None:
        self.reference, self.tense, self.brief = reference, tense, brief
        self.anchor: date | None = None
        self.lately: date | None = None
        self.looks_back: bool | None = None

    @property
    def told(self) -> date | None:
        """The day that "the next day" follows."""
        return self.anchor or self.reference

    @property
    def years(self) -> range:
        """The years one of which is meant where none is said."""
        middle = self.lately if self.looks_back and self.lately else self.reference
        return range(middle.year - 1, middle.year + 2) if middle else range(0)

    @property
    def around(self) -> date | None:
        """A day in the year or month that *that year* means: of the last date named, however exact."""
        return self.lately or self.reference

    def named(self, first: date, exact: bool) -> None:
        """Takes note of a date; `exact` where it is a day or a month."""
        self.lately = first
        if self.reference is None or self.looks_back is False:
            return
        ago = self.reference.year - first.year
        if ago < YEARS_AGO:
            self.looks_back = False
        elif exact:
            self.looks_back = True

    def nearest(self, options: list[date], start: int, end: int) -> date | None:
        """Which of several years or weeks is meant: the near one if it is much nearer, else the one on tense's side."""
        if self.reference is None or not options:
            return None
        if self.looks_back and self.lately is not None:
            lately = self.lately
            return min(options, key=lambda d: abs((d - lately).days))
        reference = self.reference
        ordered = sorted(options, key=lambda d: abs((d - reference).days))
        tense = self.tense(start, end) or (FUTURE if self.brief else UNKNOWN)
        near = len(ordered) == 1 or MUCH * abs((ordered[0] - reference).days) < abs((ordered[1] - reference).days)
        if tense == UNKNOWN or (near and not self.brief and tense in (PAST, FUTURE)):
            return ordered[0]
        return next((d for d in ordered if (d <= reference if tense < 0 else d >= reference)), ordered[0])

    def weekday(self, number: int, start: int, end: int) -> date | None:
        """The day of that name: the last one (today included) after a past tense, else the next one.

        Yesterday is named for yesterday, whatever the verb, unless a word puts it clearly ahead.
        """
        if self.reference is None:
            return None
        back = (self.reference.isoweekday() - number) % 7
        tense = self.tense(start, end) or (FUTURE if self.brief else PAST)
        if tense < 0 or back == 0 or (back == 1 and tense == FUTURE and not self.brief):
            return self.reference - back * DAY
        return self.reference + (7 - back) * DAY
