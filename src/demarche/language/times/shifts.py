"""So many units away: *two weeks ago*, *in three days*, *two days earlier*, *the past two months*."""

import re
from collections.abc import Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY, Stretch
from demarche.language.times.periods import period
from demarche.language.times.rule import Reading, Resolve, approximate, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import number, unit, words

MOST = 400
"""More units than this are no plan."""


def shifted(at: date, letter: str, count: int) -> date:
    """So many units on, or back."""
    match letter:
        case "D":
            return at + count * DAY
        case "W":
            return at + 7 * count * DAY
        case "2W":
            return at + 14 * count * DAY
        case "M":
            return calendar.add_months(at, count)
        case "Q":
            return calendar.add_months(at, 3 * count)
        case "10Y":
            return calendar.add_months(at, 120 * count)
        case "100Y":
            return calendar.add_months(at, 1200 * count)
    return calendar.add_months(at, 12 * count)


def _grained(when: date, letter: str) -> Reading:
    """*Three years ago* is a year; *two weeks ago* is about a day, and its TIMEX3 value the week."""
    if letter == "D":
        return dated(calendar.day(when))
    kind = {"2W": "W", "10Y": "Y", "100Y": "Y", "Q": "M"}.get(letter, letter)
    whole = period(kind, when, 0)
    if whole is None or kind == "Y":
        return dated(whole)
    return approximate(Stretch(when, when, "approx", whole.value), whole.value)


def _ago(m: re.Match[str], setting: Setting) -> Reading | None:
    return _counted(m, setting.reference, -1)


def _ahead(m: re.Match[str], setting: Setting) -> Reading | None:
    return _counted(m, setting.reference, 1)


def _in_so_many(m: re.Match[str], setting: Setting) -> Reading | None:
    """*in two weeks*, unless the verb is past; *within two weeks* is any day until then."""
    if m["in"].lower() == "in":
        return _ahead(m, setting) if setting.tense(m.start(), m.end()) >= 0 else None
    letter, count, at = unit(m["u"]), number(m["n"]), setting.reference
    if letter in ("S", "MIN", "H", "WE") or count is None or at is None or count > MOST:
        return None
    value = f"P{count}{letter}" if len(letter) == 1 and letter != "Q" else ""
    return Reading("DURATION", value, calendar.between(at, shifted(at, letter, count)), "interval", anchors=False)


def _earlier(m: re.Match[str], setting: Setting) -> Reading | None:
    """From the day told of before: *met on Friday; two days earlier he had …*."""
    back = m["way"].lower() in ("earlier", "before", "previously")
    at = setting.around if unit(m["u"]) in ("M", "Q", "Y", "10Y", "100Y") else setting.told
    return _counted(m, at, -1 if back else 1)


def _counted(m: re.Match[str], at: date | None, sign: int) -> Reading | None:
    letter, count = unit(m["u"]), number(m["n"])
    if letter in ("S", "MIN", "H"):
        return dated(calendar.day(at)) if at and letter != "H" else None
    if count is None or letter == "WE":
        return None
    if at is None:
        return dated(None)
    if not 1 < shifted_year(at, letter, sign * count) < 9999:
        return None
    return _grained(shifted(at, letter, sign * count), letter)


def shifted_year(at: date, letter: str, count: int) -> int:
    """The year that a shift leads to, about: a text may say *2,000 years ago*."""
    return at.year + count * {"Y": 1, "10Y": 10, "100Y": 100}.get(letter, 0)


def _near(m: re.Match[str], setting: Setting) -> Reading | None:
    """*in the coming days*, *in recent weeks*: some units from the day of publication, with blurred ends."""
    letter = unit(m["u"])
    ahead = m["way"].lower() in ("coming", "next", "following", "upcoming")
    value = {"H": "PTXH", "MIN": "PTXM"}.get(letter, f"PX{letter[-1]}")
    at = setting.reference
    if at is None or letter in ("S", "MIN", "H", "WE"):
        return approximate(None, value, "DURATION")
    far = shifted(at, letter, 7 if letter == "D" else 4 if letter == "W" else 3)
    back = shifted(at, letter, -7 if letter == "D" else -4 if letter == "W" else -3)
    return approximate(calendar.between(at + DAY, far) if ahead else calendar.between(back, at), value, "DURATION")


def _last_so_many(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the past two months*, *the next five days*: a length, with the days it covers."""
    letter, count, at = unit(m["u"]), number(m["n"]), setting.reference
    if count is None or letter in ("S", "MIN", "H", "WE"):
        return None
    value = f"P{count * int(letter[:-1] or 1)}{letter[-1]}" if letter != "Q" else f"P{3 * count}M"
    if at is None:
        return Reading("DURATION", value, anchors=False)
    ahead = words().steps[m["step"].lower()] > 0
    if m["work"] and letter == "D":
        return Reading("DURATION", value, _working(at, count if ahead else -count), "interval", anchors=False)
    whole = letter in ("Q", "Y", "10Y") or (letter in ("W", "M") and m["step"].lower() in ("last", "next"))
    if whole and m.start("step") < m.start("n"):
        return Reading("DURATION", value, _calendar(letter, count, ahead, at), "interval", anchors=False)
    covers = (
        calendar.between(at + DAY, shifted(at, letter, count))
        if ahead
        else calendar.between(shifted(at, letter, -count), at)
    )
    return Reading("DURATION", value, covers, "interval", anchors=False)


def _working(at: date, count: int) -> Stretch:
    """So many days from Monday to Friday, after or before a day."""
    step, days = (DAY if count > 0 else -DAY), [at]
    while len(days) <= abs(count):
        at += step
        if at.isoweekday() < 6:
            days.append(at)
    return calendar.between(min(days[1], at), max(days[1], at))


def _calendar(letter: str, count: int, ahead: bool, at: date) -> Stretch | None:
    """*the last two months*: whole ones, before or after the one that holds today."""
    near, far = period(letter, at, 1 if ahead else -1), period(letter, at, count if ahead else -count)
    if near is None or far is None:
        return None
    return calendar.between(min(near.first, far.first), max(near.last, far.last))


RESOLVERS: Mapping[str, Resolve] = {
    "ago": _ago,
    "from now": _ahead,
    "in so many": _in_so_many,
    "earlier": _earlier,
    "near": _near,
    "last so many": _last_so_many,
}
