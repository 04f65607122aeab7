"""Days and weeks by their number: *the first Monday in May*, *the second week of 2021*, *the 20th of next month*."""

import re
from collections.abc import Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.partial import this_year
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, ordinal, weekday, words


def _nth(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the first Monday in May*, *the last Sunday of March 2014*."""

    def make(year: int) -> date | None:
        return _nth_day(calendar.month(year, month(m["m"])), weekday(m["w"]), m["n"])

    when = make(int(m["y"])) if m["y"] else this_year(setting, m, make)
    return dated(calendar.day(when)) if when else None


def _whose(m: re.Match[str], setting: Setting) -> date | None:
    """A day in the month that *this month*, *the month*, *next month* means."""
    if setting.reference is None:
        return None
    word = m["which"].lower().removeprefix("the").strip()
    return calendar.add_months(setting.reference.replace(day=1), words().steps.get(word, 0))


def _week_of_this(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the week of the 18th*."""
    reference = setting.reference
    when = calendar.valid(reference.year, reference.month, ordinal(m["d"])) if reference else None
    return dated(calendar.week(when)) if when else None


def _nth_of_this(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the first Monday of next month*."""
    at = _whose(m, setting)
    when = _nth_day(calendar.month(at.year, at.month), weekday(m["w"]), m["n"]) if at else None
    return dated(calendar.day(when)) if when else None


def _nth_day(of: calendar.Stretch, wanted: int, name: str) -> date | None:
    n = -1 if name.lower() == "last" else ordinal(name)
    days = [of.first + k * calendar.DAY for k in range((of.last - of.first).days + 1)]
    fitting = [d for d in days if d.isoweekday() == wanted]
    return fitting[n if n < 0 else n - 1] if n == -1 or 1 <= n <= len(fitting) else None


def _nth_week(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the second week of May*: weeks belong where their Thursday lies, as ISO 8601 has it."""

    def thursday(year: int, month_: int | None) -> date | None:
        whole = calendar.month(year, month_) if month_ else calendar.year(year)
        return _nth_day(whole, 4, m["n"])

    if m["m"]:
        mm = month(m["m"])
        when = thursday(int(m["y"]), mm) if m["y"] else this_year(setting, m, lambda y: thursday(y, mm))
    elif m["year"]:
        when = thursday(int(m["year"]), None)
    else:
        at = _whose(m, setting)
        if at is None or setting.reference is None:
            return None
        step = words().steps.get(m["which"].lower().removeprefix("the").strip(), 0)
        when = thursday(at.year, at.month) if m["u"] == "month" else thursday(setting.reference.year + step, None)
    return dated(calendar.week(when)) if when else None


def _of_this_month(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the 20th of next month*, *the 21st this month*."""
    if setting.reference is None:
        return None
    at = calendar.add_months(setting.reference.replace(day=1), words().steps[m["step"].lower()])
    when = calendar.valid(at.year, at.month, ordinal(m["d"]))
    return dated(calendar.day(when)) if when else None


def _ordinal_day(m: re.Match[str], setting: Setting) -> Reading | None:
    """*on the 15th*: of this month, or the one that tense asks for; a weekday beside it must fit."""
    reference, dd = setting.reference, ordinal(m["d"])
    if reference is None or not 1 <= dd <= 31:
        return None
    starts = [calendar.add_months(reference.replace(day=1), k) for k in range(-14, 15)]
    days = [d for s in starts if (d := calendar.valid(s.year, s.month, dd))]
    if m["w"]:
        days = [d for d in days if d.isoweekday() == weekday(m["w"])]
    else:
        days = [d for d in days if abs((d - reference).days) <= 31]
    when = setting.nearest(days, m.start(), m.end())
    return dated(calendar.day(when)) if when else None


def _nth_of_month(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the last day of October 2015*."""
    mm, n = month(m["m"]), m["n"].lower()

    def make(year: int) -> date | None:
        return calendar.month(year, mm).last if n == "last" else calendar.valid(year, mm, ordinal(n))

    when = make(int(m["y"])) if m["y"] else this_year(setting, m, make)
    return dated(calendar.day(when)) if when else None


RESOLVERS: Mapping[str, Resolve] = {
    "nth weekday": _nth,
    "week of this month": _week_of_this,
    "nth of this": _nth_of_this,
    "nth week": _nth_week,
    "day of this month": _of_this_month,
    "nth of month": _nth_of_month,
    "ordinal day": _ordinal_day,
}
