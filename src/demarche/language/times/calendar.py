"""Days, weeks, months, quarters, seasons and years as stretches of calendar days, both ends included."""

from datetime import date, timedelta

import msgspec

from demarche.model.values import Precision

DAY = timedelta(days=1)


class Stretch(msgspec.Struct, frozen=True):
    """From a day to a day, how exactly that is known, and the TIMEX3 value."""

    first: date
    last: date
    precision: Precision
    value: str


def day(when: date) -> Stretch:
    """One day."""
    return Stretch(when, when, "day", when.isoformat())


def week(when: date) -> Stretch:
    """The week of a day, from Monday."""
    year, number, weekday = when.isocalendar()
    first = when - (weekday - 1) * DAY
    return Stretch(first, first + 6 * DAY, "week", f"{year}-W{number:02d}")


def weekend(when: date) -> Stretch:
    """The weekend of the week of a day."""
    of = week(when)
    return Stretch(of.last - DAY, of.last, "interval", of.value + "-WE")


def month(year: int, number: int) -> Stretch:
    """One month."""
    first = date(year, number, 1)
    return Stretch(first, add_months(first, 1) - DAY, "month", f"{year}-{number:02d}")


def quarter(year: int, number: int) -> Stretch:
    """One quarter of a calendar year."""
    first = date(year, 3 * number - 2, 1)
    return Stretch(first, add_months(first, 3) - DAY, "quarter", f"{year}-Q{number}")


def half(year: int, number: int) -> Stretch:
    """One half of a calendar year."""
    first = date(year, 6 * number - 5, 1)
    return Stretch(first, add_months(first, 6) - DAY, "interval", f"{year}-H{number}")


def season(year: int, start: int, name: str) -> Stretch:
    """A season by whole months; winter begins in the December of its year."""
    first = date(year, start, 1)
    return Stretch(first, add_months(first, 3) - DAY, "interval", f"{year}-{name}")


def year(number: int) -> Stretch:
    """One year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04d}")


def years(first: int, last: int, value: str) -> Stretch:
    """A decade or a century."""
    return Stretch(date(first, 1, 1), date(last, 12, 31), "interval", value)


def between(first: date, last: date, value: str | None = None) -> Stretch:
    """Any other stretch."""
    return Stretch(first, last, "interval", value or f"{first.isoformat()}/{last.isoformat()}")


def add_months(when: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    at = when.year * 12 + when.month - 1 + months
    first = date(at // 12, at % 12 + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + (when.day - 1) * DAY, after - DAY)


def valid(year_: int, month_: int, day_: int) -> date | None:
    """That day, if there is one."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None
