"""The week, month, year … that holds a day, or one before or after it."""

from datetime import date

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY, Stretch


def period(letter: str, at: date, step: int) -> Stretch | None:
    """The day, week, month … that holds a day, or one before or after it."""
    match letter:
        case "D":
            return calendar.day(at + step * DAY)
        case "W":
            return calendar.week(at + 7 * step * DAY)
        case "2W":
            monday = calendar.week(at + (7 * step if step > 0 else 14 * step) * DAY).first
            return calendar.between(monday, monday + 13 * DAY)
        case "WE":
            return calendar.weekend(at + 7 * step * DAY)
        case "M":
            of = calendar.add_months(at.replace(day=1), step)
            return calendar.month(of.year, of.month)
        case "Q":
            of = calendar.add_months(at.replace(day=1), 3 * step)
            return calendar.quarter(of.year, (of.month + 2) // 3)
        case "Y":
            return calendar.year(at.year + step)
        case "10Y":
            first = at.year // 10 * 10 + 10 * step
            return calendar.years(first, first + 9, f"{first // 10}X")
        case "100Y":
            first = (at.year - 1) // 100 * 100 + 1 + 100 * step
            return calendar.years(first, first + 99, f"{first // 100}")
    return None
