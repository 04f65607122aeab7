"""Dates that leave out their year or month: *Feb. 15*, *29 July*, *in April*, *the week of Jan. 10*, *first Monday in May*."""

import re
from collections.abc import Callable
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.rule import Reading, Rule, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, ordinal, weekday, words

_VERBS = frozenset({"may", "march"})
_NAME = re.compile(r"\s[A-Z]")
"""What follows *Jan* and *Jun* where they are no months."""
_OPENERS = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|last|next|this|early|mid|late|from|to|for|through|during|before|after|every|and"
    r"|between|around|earlier|coming|past|the)\s+|mid-|late-|early-|[-–]\s?)\Z",
    re.IGNORECASE,
)


def _day(m: re.Match[str], setting: Setting) -> Reading | None:
    mm, dd = month(m["m"]), ordinal(m["d"])
    if m["m"].islower() and m["m"] in _VERBS and m["d"].isdecimal() and "of" not in m[0]:
        return None
    when = this_year(setting, m, lambda year: calendar.valid(year, mm, dd))
    return dated(calendar.day(when) if when else None, f"XXXX-{mm:02d}-{dd:02d}")


def this_year(setting: Setting, m: re.Match[str], make: Callable[[int], date | None]) -> date | None:
    """The day in the year that fits: last year's, this year's or next year's."""
    if setting.reference is None:
        return None
    years = range(setting.reference.year - 1, setting.reference.year + 2)
    return setting.nearest([d for y in years if (d := make(y))], m.start(), m.end())


def _month(m: re.Match[str], setting: Setting) -> Reading | None:
    """A month alone, if it is no verb and no name: *May* and *March* need a word before them that asks for a time."""
    name = m["m"].rstrip(".")
    opened = _OPENERS.search(m.string, max(0, m.start() - 12), m.start())
    short = len(name) < 5 and name.lower() not in ("june", "july", "may")
    if (name.islower() or name.lower() in _VERBS or short) and not opened:
        return None
    if (name.lower() in _VERBS and name.islower()) or (short and _NAME.match(m.string, m.end())):
        return None
    return dated(_month_near(setting, month(name), m), f"XXXX-{month(name):02d}")


def _month_near(setting: Setting, number_: int, m: re.Match[str]) -> calendar.Stretch | None:
    reference = setting.reference
    if reference is None:
        return None
    if reference.month == number_:
        return calendar.month(reference.year, number_)
    when = setting.nearest([date(y, number_, 15) for y in range(reference.year - 1, reference.year + 2)], m.start(), m.end())
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
    year = int(m["y"]) if m["y"] else None
    when = calendar.valid(year, mm, dd) if year else this_year(setting, m, lambda y: calendar.valid(y, mm, dd))
    return dated(calendar.week(when) if when else None)


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
    starts = [calendar.add_months(reference.replace(day=1), k) for k in range(-3, 4)]
    days = [d for s in starts if (d := calendar.valid(s.year, s.month, dd))]
    if m["w"]:
        days = [d for d in days if d.isoweekday() == weekday(m["w"])]
    else:
        days = [d for d in days if abs((d - reference).days) <= 31]
    when = setting.nearest(days, m.start(), m.end())
    return dated(calendar.day(when)) if when else None


def _quarter(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the third quarter*, *Q3*: of this year, or of the year that tense asks for."""
    q = ordinal(m["q"] or m["q2"])
    if not 1 <= q <= 4 or setting.reference is None:
        return None
    when = this_year(setting, m, lambda y: date(y, 3 * q - 1, 15))
    return dated(calendar.quarter(when.year, q)) if when else None


RULES = (
    Rule("day month", r"(?:%anyday%\s+)?(?:the\s+)?(?P<d>%day%)(?:\s+of\s+|[\s/-]+)(?P<m>%month%)", _day),
    Rule("month day", r"(?:%anyday%\s+)?(?P<m>%month%)[\s/-]+(?:the\s+)?(?P<d>%day%)(?!\d|[,.]\d|\s*(?:%month%)\b|:\d|\s*(?:percent|per\s+cent|%))", _day),
    Rule("month", r"(?P<m>%month%)", _month),
    Rule("stepped month", r"(?P<step>%step%)\s+(?P<m>%month%)(?:\s+(?P<d>%day%))?", _stepped_month),
    Rule("month of a year", r"(?:(?P<d>%day%)\s+)?(?P<m>%month%),?\s+(?:of\s+)?(?P<step>%step%)\s+year", _month_of),
    Rule("week of a day", r"(?:the\s+)?week\s+(?:of|beginning|starting)\s+(?:the\s+)?(?P<m>%month%)\s+(?P<d>%day%)(?:,?\s+(?P<y>%year%))?", _week_of),
    Rule("week of a day", r"(?:the\s+)?week\s+(?:of|beginning|starting)\s+(?:the\s+)?(?P<d>%day%)(?:\s+of)?\s+(?P<m>%month%)(?:,?\s+(?P<y>%year%))?", _week_of),
    Rule("nth weekday", r"(?:the\s+)?(?P<n>%ordinal%|last)\s+(?P<w>%weekday%)\s+(?:of|in)\s+(?P<m>%month%)(?:,?\s+(?P<y>%year%))?", _nth),
    Rule("nth of this", r"(?:the\s+)?(?P<n>%ordinal%|last)\s+(?P<w>%weekday%)\s+(?:of|in)\s+(?P<which>the|%step%|the\s+%step%)\s+month", _nth_of_this),
    Rule("nth week", r"(?:the\s+)?(?P<n>%ordinal%|last)\s+week\s+(?:of|in)\s+(?:(?P<m>%month%)(?:,?\s+(?P<y>%year%))?|(?P<year>%year%)|(?P<which>the|%step%|the\s+%step%)\s+(?P<u>month|year))", _nth_week),
    Rule("day of this month", r"(?:the\s+)?(?P<d>\d{1,2}(?:st|nd|rd|th)?)(?:\s+day)?\s+(?:of\s+)?(?:the\s+)?(?P<step>this|next|last|current|coming|following)\s+month", _of_this_month),
    Rule("ordinal day", r"(?:(?:on|by|until|since)\s+the\s+|(?P<w>%anyday%)\s+(?:the\s+)?)(?P<d>\d{1,2}(?:st|nd|rd|th))(?!\s+(?!of\s+this|at\b|in\b|and\b|to\b|he\b|she\b|they\b|the\b|for\b)[a-z])", _ordinal_day),
    Rule("quarter", r"(?:the\s+)?(?P<q>%ordinal%)\s+(?:quarter|qtr)|q(?P<q2>[1-4])", _quarter),
)  # fmt: skip
