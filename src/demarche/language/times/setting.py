"""What an expression of time is read against: the day of publication, the day told of before, the tense around it."""

from collections.abc import Callable
from datetime import date

from demarche.language.times.calendar import DAY

Tells = Callable[[int, int], int]
"""The tense of a stretch of text: -1 past, 1 future, 0 unknown."""


class Setting:
    """`reference` is null where nobody knows the day of publication: then nothing relative to it has days.

    `anchor` is the last day that the text named; "two days earlier" counts from there.
    """

    def __init__(self, reference: date | None, tense: Tells) -> None:
        self.reference, self.tense = reference, tense
        self.anchor: date | None = None
        self.lately: date | None = None

    @property
    def told(self) -> date | None:
        """The day that "the next day" follows."""
        return self.anchor or self.reference

    @property
    def around(self) -> date | None:
        """A day in the year or month that *that year* means: of the last date named, however exact."""
        return self.lately or self.reference

    def nearest(self, options: list[date], start: int, end: int) -> date | None:
        """Which of several years or weeks is meant: the near one if it is much nearer, else the one on tense's side."""
        if self.reference is None or not options:
            return None
        reference = self.reference
        ordered = sorted(options, key=lambda d: abs((d - reference).days))
        if len(ordered) == 1 or 3 * abs((ordered[0] - reference).days) < abs((ordered[1] - reference).days):
            return ordered[0]
        tense = self.tense(start, end)
        side = [d for d in ordered if (d <= reference if tense < 0 else d >= reference)]
        return side[0] if side else ordered[0]

    def weekday(self, number: int, start: int, end: int) -> date | None:
        """The day of that name: the last one (today included) after a past tense, else the next one."""
        if self.reference is None:
            return None
        back = (self.reference.isoweekday() - number) % 7
        tense = self.tense(start, end)
        if back == 0:
            return self.reference
        return self.reference - back * DAY if tense < 0 else self.reference + (7 - back) * DAY
