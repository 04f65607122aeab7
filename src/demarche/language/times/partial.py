"""Dates that leave out their year or month: *Feb. 15*, *in April*, *the week of Jan. 10*, *first Monday in May*."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, ordinal, weekday, words, written_year

_VERBS = frozenset({"may", "march"})
_ENDS = re.compile(r"\s*(?:[,.;:?!)]|\Z)")
_NAME = re.compile(r"\s[A-Z]")
"""What follows *Jan* and *Jun* where they are no months."""
_OPENERS = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|last|next|this|early|mid|late|from|to|for|through|during|before|after|every|and"
    r"|between|around|earlier|coming|past|the)\s+|mid-|late-|early-|[-–]\s?)\Z",
    re.IGNORECASE,
)


def _day(m: re.Match[str], setting: Setting) -> Reading | None:
    mm, dd = month(m["m"]), ordinal(m["d"])
    if m["m"] in _VERBS and m["d"].isdecimal() and not _ENDS.match(m.string, m.end()):
        return None  # *they may 3 times …*
    when = this_year(setting, m, lambda year: calendar.valid(year, mm, dd))
    if when and m["w"]:
        when = _on_weekday(when, weekday(m["w"]), mm, dd)
    return dated(calendar.day(when) if when else None, f"XXXX-{mm:02d}-{dd:02d}")


def _on_weekday(near: date, wanted: int, month_: int, day: int) -> date:
    """The same date in the nearest year in which it falls on that weekday."""
    years = range(near.year - 5, near.year + 6)
    fitting = [d for y in years if (d := calendar.valid(y, month_, day)) and d.isoweekday() == wanted]
    return min(fitting, key=lambda d: abs((d - near).days), default=near)


def this_year(setting: Setting, m: re.Match[str], make: Callable[[int], date | None]) -> date | None:
    """The day in the year that fits: last year's, this year's or next year's."""
    if setting.reference is None:
        return None
    here = setting.years[1]
    days = [d for y in setting.years if (d := make(y))]
    if len(days) < 2:  # 29 February
        days = [d for y in range(max(1, here - 8), here + 9) if (d := make(y))]
    return setting.nearest(days, m.start(), m.end())


def _month(m: re.Match[str], setting: Setting) -> Reading | None:
    """A month alone, if it is no verb and no name: *May* and *March* need a word before them that asks for a time."""
    name = m["m"].rstrip(".")
    opened = _OPENERS.search(m.string, max(0, m.start() - 12), m.start())
    short = len(name) < 5 and name.lower() not in ("june", "july", "may")
    if (name.islower() or name.lower() in _VERBS or short) and not opened:
        return None
    asked = (
        opened and opened[0].strip().lower() in ("in", "since", "until", "during") and _ENDS.match(m.string, m.end())
    )
    if (name in _VERBS and not asked) or (short and _NAME.match(m.string, m.end())):
        return None
    return dated(_month_near(setting, month(name), m), f"XXXX-{month(name):02d}")


def _month_near(setting: Setting, number_: int, m: re.Match[str]) -> calendar.Stretch | None:
    reference = setting.reference
    if reference is None:
        return None
    if reference.month == number_ and not setting.looks_back:
        return calendar.month(reference.year, number_)
    when = setting.nearest([date(y, number_, 15) for y in setting.years], m.start(), m.end())
    return calendar.month(when.year, number_) if when else None


def _stepped_month(m: re.Match[str], setting: Setting) -> Reading | None:
    """*last March* is the latest one past, *next March* the first one to come, *this March* this year's."""
    reference, wanted = setting.reference, month(m["m"])
    step, dd = words().steps[m["step"].lower()], ordinal(m["d"]) if m["d"] else None
    if m["m"] in _VERBS:
        return None
    if reference is None:
        return dated(None, f"XXXX-{wanted:02d}")
    year = reference.year
    if step < 0 and wanted >= reference.month:
        year -= 1
    if step > 0 and wanted <= reference.month:
        year += 1
    when = calendar.valid(year, wanted, dd) if dd else None
    return dated(calendar.day(when) if when else calendar.month(year, wanted))


def _month_of(m: re.Match[str], setting: Setting) -> Reading | None:
    """*March of last year*, *September last year*."""
    if setting.reference is None:
        return dated(None, f"XXXX-{month(m['m']):02d}")
    year = setting.reference.year + words().steps[m["step"].lower()]
    if "d" in m.groupdict() and m["d"]:
        when = calendar.valid(year, month(m["m"]), ordinal(m["d"]))
        return dated(calendar.day(when)) if when else None
    return dated(calendar.month(year, month(m["m"])))


def _week_of(m: re.Match[str], setting: Setting) -> Reading | None:
    mm, dd = month(m["m"]), ordinal(m["d"])
    year = written_year(m["y"]) if m["y"] else None
    when = calendar.valid(year, mm, dd) if year else this_year(setting, m, lambda y: calendar.valid(y, mm, dd))
    return dated(calendar.week(when) if when else None)


def _slashed(m: re.Match[str], setting: Setting) -> Reading | None:
    """*on 11/20*: American order, unless the first number is no month."""
    a, b = int(m["a"]), int(m["b"])
    mm, dd = (a, b) if a <= 12 else (b, a)
    when = this_year(setting, m, lambda y: calendar.valid(y, mm, dd)) if mm <= 12 else None
    return dated(calendar.day(when)) if when else None


def _quarter(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the third quarter*, *Q3*: of this year, or of the year that tense asks for."""
    q = ordinal(m["q"] or m["q2"])
    if not 1 <= q <= 4 or setting.reference is None:
        return None
    if m["step"]:
        return dated(calendar.quarter(setting.reference.year + words().steps[m["step"].lower()], q))
    when = this_year(setting, m, lambda y: date(y, 3 * q - 1, 15))
    return dated(calendar.quarter(when.year, q)) if when else None


RESOLVERS: Mapping[str, Resolve] = {
    "day month": _day,
    "month day": _day,
    "month": _month,
    "stepped month": _stepped_month,
    "month of a year": _month_of,
    "week of a day": _week_of,
    "slashed day": _slashed,
    "quarter": _quarter,
}
