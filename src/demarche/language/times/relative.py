"""Days counted from the day of publication or the day told of before: *yesterday*, *last month*, *two days earlier*."""

import re
from collections.abc import Mapping

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY
from demarche.language.times.parts import part
from demarche.language.times.periods import period
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.shifts import shifted
from demarche.language.times.words import unit, words

_NAMED = re.compile(r" [A-Z]")
GRAINS = {"D": "days", "W": "weeks", "2W": "weeks", "M": "months", "Q": "quarters", "Y": "years", "10Y": "years"}


def _day(m: re.Match[str], setting: Setting) -> Reading | None:
    if setting.reference is None:
        return dated(None)
    shift = words().days[" ".join(m["d"].lower().split())]
    return dated(calendar.day(setting.reference + shift * DAY))


def _stepped(m: re.Match[str], setting: Setting) -> Reading | None:
    """*last week*, *next year*: from the day of publication; *the following week*: from the day told of."""
    step, letter = words().steps[m["step"].lower()], unit(m["u"])
    if m["step"].lower() == "past" and letter in ("M", "Y", "10Y"):
        return _trailing(letter, setting)
    at = setting.told if m["step"].lower() in ("following", "preceding") else setting.reference
    if letter == "WE" and at and step == 1 and at.isoweekday() < 6:
        step = 0 if m["step"].lower() != "next" else 1
    return dated(period(letter, at, step)) if at else dated(None)


def _trailing(letter: str, setting: Setting) -> Reading:
    """*the past year* reaches until now: it is a length, and the days it covers."""
    value = {"10Y": "P10Y"}.get(letter, f"P1{letter}")
    at = setting.reference
    covers = calendar.between(shifted(at, letter, -1), at) if at else None
    return Reading("DURATION", value, covers, "interval" if covers else None, anchors=False)


def _the_day(m: re.Match[str], setting: Setting) -> Reading | None:
    """*late in the day*, *for the day*: the day told of."""
    return dated(calendar.day(setting.told) if setting.told else None)


def _season(m: re.Match[str], setting: Setting) -> Reading | None:
    if not m["step"] and _NAMED.match(m.string, m.end()):
        return None  # *in the Winter Garden*
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


def _weekend(m: re.Match[str], setting: Setting) -> Reading | None:
    """*over the weekend*: the last one, until Friday, of what is past."""
    if setting.reference is None:
        return dated(None)
    past = setting.tense(m.start(), m.end()) < 0 and setting.reference.isoweekday() < 6
    return dated(period("WE", setting.reference, -1 if past else 0))


def _to_date(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the year to date*, *so far this year*: from its first day until today."""
    at = setting.reference
    return dated(calendar.between(at.replace(month=1, day=1), at)) if at else dated(None)


def _office_end(m: re.Match[str], setting: Setting) -> Reading | None:
    """*EOM*, *EOY*, in capitals."""
    whole = period(m["u"].upper(), setting.reference, 0) if setting.reference and m[0].isupper() else None
    if whole is None or setting.reference is None:
        return None
    narrow = part(whole, "late", "end", setting.reference)
    return Reading("DATE", whole.value, narrow, narrow.precision)


def _after_next(m: re.Match[str], setting: Setting) -> Reading | None:
    step = 2 if m["w"].lower().startswith("after") else -2
    return dated(period(unit(m["u"]), setting.reference, step)) if setting.reference else dated(None)


RESOLVERS: Mapping[str, Resolve] = {
    "day": _day,
    "stepped season": _season,
    "season": _season,
    "told unit": _told,
    "the day": _the_day,
    "stepped unit": _stepped,
    "day beside": _day_beside,
    "vague": _vague,
    "this unit": _this_unit,
    "unit after next": _after_next,
    "weekend": _weekend,
    "year to date": _to_date,
    "office end": _office_end,
}
