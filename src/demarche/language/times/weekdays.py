"""Days by the name of the weekday: *Friday*, *last Tuesday*, *Wednesday night*, *Monday of next week*, *Mondays*."""

import re
from datetime import date

import msgspec

from demarche.language.times import calendar
from demarche.language.times.rule import Reading, Rule, dated
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
    """*last*: the latest before today. *this*: of this week. *next*: of next week. *coming*: the first after today."""
    today, step = reference.isoweekday(), words().steps[word]
    if step < 0:
        return reference - ((today - n - 1) % 7 + 1) * calendar.DAY
    if word in ("coming", "upcoming", "following"):
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
    if m["way"].lower() == "ago":
        when = reference - ((today - n - 1) % 7 + 1 + 7 * (count - 1)) * calendar.DAY
    else:
        when = reference + ((n - today - 1) % 7 + 1 + 7 * (count - 1)) * calendar.DAY
    return dated(calendar.day(when))


def _short(m: re.Match[str], setting: Setting) -> Reading | None:
    return _plain(m, setting) if m["w"][0].isupper() or len(m.string) < 20 else None


def _each(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("SET", f"XXXX-WXX-{weekday(m['w'])}", anchors=False)


_CLOCK = r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap])\.?m\.?(?:\s+(?:EDT|EST|GMT|local\s+time))?,?\s+(?:on\s+)?"
RULES = (
    Rule("weekday", r"(?P<w>%weekday%)(?:\s+%tod%)?", _plain),
    Rule("weekday with hour", _CLOCK + r"(?P<w>%weekday%)", _plain),
    Rule("short weekday", r"(?P<w>(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.)", _short),
    Rule("stepped weekday", r"(?:on\s+)?(?:the\s+|this\s+)?(?P<step>%step%)\s+(?P<w>%weekday%)(?:\s+%tod%)?", _stepped),
    Rule("weekday of a week", r"(?P<w>%weekday%),?\s+(?:of\s+)?(?:the\s+)?(?P<step>%step%)\s+week", _of_week),
    Rule("weekday of a week", r"(?P<step>%step%)\s+week(?:,|\s+on|\s*-)?\s+(?P<w>%weekday%)", _of_week),
    Rule("counted weekdays", r"(?P<n>%number%)\s+(?P<w>%weekday%|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\s+(?P<way>ago|from\s+now)", _counted),
    Rule("every weekday", r"(?:every|each)\s+(?P<w>%weekday%)", _each),
    Rule("weekdays", r"(?P<w>mon|tues|wednes|thurs|fri|satur|sun)days(?!['’])", lambda m, _: Reading("SET", f"XXXX-WXX-{weekday(m['w'] + 'day')}", anchors=False)),
)  # fmt: skip
