"""Days by the name of the weekday: *Friday*, *last Tuesday*, *Wednesday night*, *Monday of next week*, *Mondays*."""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from demarche.language.times import calendar
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import number, weekday, words


def _plain(m: re.Match[str], setting: Setting) -> Reading | None:
    n = weekday(m["w"])
    when = setting.weekday(n, m.start(), m.end())
    return _clocked(m, dated(calendar.day(when) if when else None, f"XXXX-WXX-{n}"))


def _clocked(m: re.Match[str], reading: Reading) -> Reading:
    """With the hour before it: *9 a.m. Monday*."""
    hour = m.groupdict().get("hour")
    if not hour or reading.stretch is None:
        return reading
    clock = int(hour) % 12 + (12 if m["half"].lower() == "p" else 0)
    value = f"{reading.value}T{clock:02d}:{m['minute'] or '00'}"
    return msgspec.structs.replace(reading, type="TIME", value=value)


def _stepped(m: re.Match[str], setting: Setting) -> Reading | None:
    n, reference = weekday(m["w"]), setting.reference
    if reference is None:
        return dated(None, f"XXXX-WXX-{n}")
    return dated(calendar.day(stepped(m["step"].lower(), n, reference)))


def stepped(word: str, n: int, reference: date) -> date:
    """*last*, *next*: of the week before or after. *this*: of this week. *past*, *coming*: the nearest but today."""
    today, step = reference.isoweekday(), words().steps[word]
    if word == "past":
        return reference - ((today - n - 1) % 7 + 1) * calendar.DAY
    if word in ("coming", "upcoming"):
        return reference + ((n - today - 1) % 7 + 1) * calendar.DAY
    return calendar.week(reference).first + (n - 1 + 7 * step) * calendar.DAY


def _of_week(m: re.Match[str], setting: Setting) -> Reading | None:
    """*Monday of next week*, *next week on Monday*, *Monday last week*."""
    n = weekday(m["w"])
    if setting.reference is None:
        return dated(None, f"XXXX-WXX-{n}")
    step = words().steps[m["step"].lower()]
    return dated(calendar.day(calendar.week(setting.reference).first + (n - 1 + 7 * step) * calendar.DAY))


def _counted(m: re.Match[str], setting: Setting) -> Reading | None:
    """*two Thursdays ago*, *three Fridays from now*."""
    count, n, reference = number(m["n"]), weekday(m["w"].lower().removesuffix("s")), setting.reference
    if count is None or reference is None:
        return None
    today = reference.isoweekday()
    if m["way"].lower() in ("ago", "back"):
        when = reference - ((today - n - 1) % 7 + 1 + 7 * (count - 1)) * calendar.DAY
    else:
        when = reference + ((n - today - 1) % 7 + 1 + 7 * (count - 1)) * calendar.DAY
    return dated(calendar.day(when))


def _after_next(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the Friday after next*: a week after the first one to come."""
    n, reference = weekday(m["w"]), setting.reference
    if reference is None:
        return dated(None)
    return dated(calendar.day(reference + ((n - reference.isoweekday() - 1) % 7 + 8) * calendar.DAY))


def _short(m: re.Match[str], setting: Setting) -> Reading | None:
    """*Fri.*; without its full stop or capital only where nothing else stands."""
    alone = len(m.string.strip()) == len(m["w"])
    return _plain(m, setting) if alone or (m["w"][0].isupper() and m["w"].endswith(".")) else None


def _each(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("SET", f"XXXX-WXX-{weekday(m['w'].lower().removesuffix('s'))}", anchors=False)


RESOLVERS: Mapping[str, Resolve] = {
    "weekday": _plain,
    "weekday with hour": _plain,
    "short weekday": _short,
    "stepped weekday": _stepped,
    "weekday of a week": _of_week,
    "counted weekdays": _counted,
    "weekday after next": _after_next,
    "every weekday": _each,
    "weekdays": _each,
}
