"""What a number in words may mean: *more than 60* rules out 50 and not 75, *about 100* is no other figure than 105."""

from math import inf

import msgspec

from demarche.model import Figure

ROUNDED = 0.005
"""Numbers that differ by less are two roundings of one."""
LOOSE = 0.1
"""How far *about* and *nearly* reach, as a share of the number."""


class Bounds(msgspec.Struct, frozen=True):
    """From and to, both included."""

    low: float
    high: float

    def meets(self, other: "Bounds") -> bool:
        """Can both be one number?"""
        return self.low <= other.high and other.low <= self.high


def exactly(value: float) -> Bounds:
    """A number given as it is, and its roundings."""
    slack = abs(value) * ROUNDED
    return Bounds(value - slack, value + slack)


def bounds(figure: Figure) -> Bounds | None:
    """What a figure may be; null where it gives no number (*several*)."""
    if figure.low is not None and figure.high is not None:
        return Bounds(exactly(figure.low).low, exactly(figure.high).high)
    if figure.value is None:
        return None
    value, reach = figure.value, abs(figure.value) * LOOSE
    match figure.qualifier:
        case None | "exactly":
            return exactly(value)
        case "about" | "estimated":
            return Bounds(value - reach, value + reach)
        case "nearly":
            return Bounds(value - reach, exactly(value).high)
        case "just over":
            return Bounds(exactly(value).low, value + reach)
        case "more than" | "at least" | "or more":
            return Bounds(exactly(value).low, inf)
        case "less than" | "up to" | "or less":
            return Bounds(-inf, exactly(value).high)
        case _:
            return exactly(value)
