"""Days counted from the day of publication or the day told of before: *yesterday*, *last month*, *two days earlier*."""

import re
from collections.abc import Mapping

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY
from demarche.language.times.periods import period
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import unit, words

GRAINS = {"D": "days", "W": "weeks", "2W": "weeks", "M": "months", "Q": "quarters", "Y": "years", "10Y": "years"}


def _day(m: re.Match[str], setting: Setting) -> Reading | None:
    if setting.reference is None:
        return dated(None)
    shift = words().days[" ".join(m["d"].lower().split())]
    return dated(calendar.day(setting.reference + shift * DAY))


def _stepped(m: re.Match[str], setting: Setting) -> Reading | None:
    """*last week*, *next year*: from the day of publication; *the following week*: from the day told of."""
    step, letter = words().steps[m["step"].lower()], unit(m["u"])
    at = setting.told if m["step"].lower() in ("following", "preceding") else setting.reference
    if letter == "WE" and at and step == 1 and at.isoweekday() < 6:
        step = 0 if m["step"].lower() != "next" else 1
    return dated(period(letter, at, step)) if at else dated(None)


def _season(m: re.Match[str], setting: Setting) -> Reading | None:
    name = m["s"].lower()
    step = words().steps[m["step"].lower()] if m["step"] else None
    start, code = words().seasons[name], words().season_names[name]
    if setting.reference is None:
        return dated(None, f"XXXX-{code}")
    here = setting.reference.year if setting.reference.month >= start or start != 12 else setting.reference.year - 1
    years = [calendar.season(y, start, code) for y in (here - 1, here, here + 1)]
    if step is None:
        step = min(0, setting.tense(m.start(), m.end()))
    if step < 0:
        years = [s for s in years if s.last < setting.reference]
        return dated(years[-1])
    if step > 0:
        return dated(next(s for s in years if s.first > setting.reference))
    return dated(years[1])


_UNITS = {"morning": "D", "afternoon": "D", "evening": "D"}


def _told(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the next day*, *the same week*, *that year*, *the previous month*."""
    letter, word = _UNITS.get(m["u"].lower()) or unit(m["u"]), m["which"].lower()
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    at = setting.told if letter == "D" else setting.around
    return dated(period(letter, at, step)) if at else dated(None)


def _day_beside(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the day before*, *the day after*, with nothing behind."""
    if setting.told is None:
        return dated(None)
    return dated(calendar.day(setting.told + (1 if m["way"].lower() == "after" else -1) * DAY))


def _vague(m: re.Match[str], _: Setting) -> Reading | None:
    value = words().vague[" ".join(m["v"].lower().split())]
    return Reading("DATE", value, anchors=False)


def _this_unit(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the end of the year*: the unit that holds the day of publication."""
    return dated(period(unit(m["u"]), setting.reference, 0)) if setting.reference else dated(None)


def _after_next(m: re.Match[str], setting: Setting) -> Reading | None:
    step = 2 if m["w"].lower().startswith("after") else -2
    return dated(period(unit(m["u"]), setting.reference, step)) if setting.reference else dated(None)


RESOLVERS: Mapping[str, Resolve] = {
    "day": _day,
    "stepped season": _season,
    "season": _season,
    "told unit": _told,
    "stepped unit": _stepped,
    "day beside": _day_beside,
    "vague": _vague,
    "this unit": _this_unit,
    "unit after next": _after_next,
    "weekend": _this_unit,
}
