"""Days and weeks by their number: *the first Monday in May*, *the second week of 2021*, *the 20th of next month*."""

import re
from collections.abc import Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.partial import this_year
from demarche.language.times.periods import period
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.shifts import shifted
from demarche.language.times.words import month, number, ordinal, unit, weekday, words, written_year


def _nth(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the first Monday in May*, *the last Sunday of March 2014*."""

    def make(year: int) -> date | None:
        return _nth_day(calendar.month(year, month(m["m"])), weekday(m["w"]), m["n"])

    when = make(written_year(m["y"])) if m["y"] else this_year(setting, m, make)
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
    n = rank(name)
    days = [of.first + k * calendar.DAY for k in range((of.last - of.first).days + 1)]
    fitting = [d for d in days if d.isoweekday() == wanted]
    return fitting[n if n < 0 else n - 1] if 1 <= abs(n) <= len(fitting) else None


def rank(name: str) -> int:
    """*third* as 3, *last* as -1, *second to last* as -2."""
    plain = " ".join(name.lower().split())
    if not plain.endswith("last"):
        return -2 if plain == "penultimate" else ordinal(plain)
    before = plain.removesuffix("last").removesuffix("to ").removesuffix("from ").strip()
    return -ordinal(before) if before else -1


def _nth_week(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the second week of May*: weeks belong where their Thursday lies, as ISO 8601 has it."""

    def thursday(year: int, month_: int | None) -> date | None:
        whole = calendar.month(year, month_) if month_ else calendar.year(year)
        return _nth_day(whole, 4, m["n"])

    if m["m"]:
        mm = month(m["m"])
        when = thursday(written_year(m["y"]), mm) if m["y"] else this_year(setting, m, lambda y: thursday(y, mm))
    elif m["year"]:
        when = thursday(written_year(m["year"]), None)
    else:
        at = _whose(m, setting)
        if at is None or setting.reference is None:
            return None
        step = words().steps.get(m["which"].lower().removeprefix("the").strip(), 0)
        when = thursday(at.year, at.month) if m["u"] == "month" else thursday(setting.reference.year + step, None)
    return dated(calendar.week(when)) if when else None


def _nth_month(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the third month of 2021*."""
    n = ordinal(m["n"])
    step = words().steps.get((m["which"] or "").lower().removeprefix("the").strip(), 0)
    here = setting.reference.year + step if setting.reference else None
    year = written_year(m["year"]) if m["year"] else here
    return dated(calendar.month(year, n)) if year and 1 <= n <= 12 else None


def _first_so_many(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the first three months of 2021*, *the last ten days of May*."""
    whole, count, letter = _whole(m, setting), number(m["c"]), unit(m["u"])
    if whole is None or not count or count > 400:
        return None
    if m["n"].lower() == "first":
        first, last = whole.first, shifted(whole.first, letter, count) - calendar.DAY
    else:
        first, last = shifted(whole.last + calendar.DAY, letter, -count), whole.last
    return dated(calendar.between(first, last)) if whole.first <= first <= last <= whole.last else None


def _whole(m: re.Match[str], setting: Setting) -> calendar.Stretch | None:
    """The month or year behind *of*."""
    if m["year"]:
        return calendar.year(written_year(m["year"]))
    if m["m"]:
        mm = month(m["m"])
        near = date(written_year(m["y"]), mm, 15) if m["y"] else this_year(setting, m, lambda y: date(y, mm, 15))
        return calendar.month(near.year, mm) if near else None
    step = words().steps.get(m["which"].lower().removeprefix("the").strip(), 0)
    return period(unit(m["w"]), setting.reference, step) if setting.reference else None


def _ordinal_days(m: re.Match[str], setting: Setting) -> Reading | None:
    """*between the 21st and the 23rd*: of the month that fits."""
    first, last, reference = ordinal(m["d"]), ordinal(m["e"]), setting.reference
    if reference is None or not 1 <= first < last <= 31:
        return None
    starts = [calendar.add_months(reference.replace(day=1), k) for k in (-1, 0, 1)]
    days = [
        d for s in starts if (d := calendar.valid(s.year, s.month, first)) and calendar.valid(s.year, s.month, last)
    ]
    when = setting.nearest(days, m.start(), m.end())
    return dated(calendar.between(when, when.replace(day=last))) if when else None


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
        k = rank(n)
        return calendar.month(year, mm).last + (k + 1) * calendar.DAY if k < 0 else calendar.valid(year, mm, k)

    when = make(written_year(m["y"])) if m["y"] else this_year(setting, m, make)
    return dated(calendar.day(when)) if when else None


RESOLVERS: Mapping[str, Resolve] = {
    "nth weekday": _nth,
    "week of this month": _week_of_this,
    "nth of this": _nth_of_this,
    "nth week": _nth_week,
    "day of this month": _of_this_month,
    "nth of month": _nth_of_month,
    "first so many": _first_so_many,
    "nth month": _nth_month,
    "ordinal days": _ordinal_days,
    "ordinal day": _ordinal_day,
}
