"""Part of a period, and one date counted from another: *early June*, *the end of the year*, *two weeks after 3 May*."""

import re
from datetime import date

import msgspec

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY, Stretch
from demarche.language.times.rule import Reading
from demarche.language.times.setting import Setting
from demarche.language.times.shifts import shifted, shifted_year
from demarche.language.times.words import number, pattern, unit, words

REACH = 40
"""Characters before an expression that may belong to it."""
_PART = r"(?:at\s+|by\s+|in\s+|from\s+)?(?:the\s+)?(?:very\s+)?(?P<p>%part%)(?:[\s-]+|-)(?:around\s+)?(?:the\s+)?\Z"
_COUNT = (
    r"(?:(?P<n>%number%)\s+(?P<u>%unit%s?)|the\s+(?P<one>day|week|month|year)|(?P<bare>day))\s+"
    r"(?P<way>before|after|from|following|prior\s+to)\s+(?:the\s+)?\Z"
)


def opened(text: str, start: int, reading: Reading, setting: Setting) -> tuple[int, Reading] | None:
    """A reading with the words just before it that narrow or move it, and where these begin."""
    if reading.stretch is None or reading.type != "DATE":
        return None
    left = text[max(0, start - REACH) : start]
    return (
        _narrowed(left, start, reading, reading.stretch, setting)
        or _moved(left, start, reading, reading.stretch)
        or _after(left, start, reading, reading.stretch)
    )


def _narrowed(left: str, start: int, reading: Reading, whole: Stretch, setting: Setting) -> tuple[int, Reading] | None:
    m = _ending(_PART, left)
    if m is None or whole.last == whole.first:
        return None
    word = " ".join(m["p"].lower().split())
    narrow = part(whole, words().parts[word], word, setting.reference)
    begin = start - len(left) + m.start("p")
    return begin, msgspec.structs.replace(reading, stretch=narrow, precision=narrow.precision)


def _moved(left: str, start: int, reading: Reading, at: Stretch) -> tuple[int, Reading] | None:
    m = _ending(_COUNT, left)
    if m is None or reading.precision != "day":
        return None
    letter, count = unit(m["u"] or m["one"] or m["bare"]), number(m["n"]) if m["n"] else 1
    if count is None or letter in ("S", "MIN", "H", "WE") or not 1 < shifted_year(at.first, letter, count) < 9000:
        return None
    sign = -1 if m["way"].lower() in ("before", "prior to") else 1
    moved = calendar.day(shifted(at.first, letter, sign * count))
    return start - len(left) + m.start(), Reading("DATE", moved.value, moved, "day")


_AFTER = re.compile(
    r"(?<!day )(?<!days )(?<!s )\b(?:after|later\s+than|greater\s+than)\s+(?:the\s+year\s+)?\Z", re.IGNORECASE
)


def _after(left: str, start: int, reading: Reading, whole: Stretch) -> tuple[int, Reading] | None:
    """*after 2018* begins with 2019 and has no end; *after Monday's talks* may well be Monday."""
    if whole.precision not in ("year", "month", "quarter") or not _AFTER.search(left) or whole.last.year > 9990:
        return None
    later = Stretch(whole.last + DAY, whole.last + DAY, "approx", whole.value)
    return start, msgspec.structs.replace(reading, stretch=later, precision="approx", open=True)


def _ending(template: str, left: str) -> re.Match[str] | None:
    """The pattern where it reaches the end of a text."""
    return next((m for m in pattern(template).finditer(left) if m.end() == len(left)), None)


def part(whole: Stretch, which: str, word: str, reference: date | None) -> Stretch:
    """*Earlier this month* ends today, *later this month* begins tomorrow; *early*, *mid*, *late* are a third each."""
    inside = reference is not None and whole.first <= reference <= whole.last
    if inside and reference and word.startswith("earlier"):
        return Stretch(whole.first, reference, "approx", whole.value)
    if inside and reference and word.startswith("later"):
        return Stretch(min(reference + DAY, whole.last), whole.last, "approx", whole.value)
    if which == "rest":
        first = reference if inside and reference else whole.first
        return Stretch(first, whole.last, "approx", whole.value)
    first, last = _third(whole, which)
    return Stretch(first, last, "approx", whole.value)


def _third(whole: Stretch, which: str) -> tuple[date, date]:
    length = (whole.last - whole.first).days + 1
    if whole.precision == "month":
        cuts = (10, 20)
    elif whole.precision == "week":
        cuts = (1, 4) if which == "mid" else (3, 4)
    elif (whole.first.month, whole.first.day, length) in ((1, 1, 3652), (1, 1, 3653)):  # years 0-3, 4-6, 7-9
        year = whole.first.year
        cuts = ((date(year + 4, 1, 1) - whole.first).days, (date(year + 7, 1, 1) - whole.first).days)
    elif whole.precision == "year":
        cuts = ((date(whole.first.year, 5, 1) - whole.first).days, (date(whole.first.year, 9, 1) - whole.first).days)
    else:
        cuts = (length // 3, 2 * length // 3)
    match which:
        case "early":
            return whole.first, whole.first + (cuts[0] - 1) * DAY
        case "mid":
            first = whole.first + (cuts[0] - (whole.precision == "month")) * DAY
            return first, whole.first + (max(cuts[1], cuts[0] + 1) - 1) * DAY
    return whole.first + cuts[1] * DAY, whole.last
