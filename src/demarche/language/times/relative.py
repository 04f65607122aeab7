"""Days counted from the day of publication or the day told of before: *yesterday*, *last month*, *two days earlier*."""

import re
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.calendar import DAY, Stretch
from demarche.language.times.rule import Reading, Rule, approximate, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import number, unit, words

GRAINS = {"D": "days", "W": "weeks", "2W": "weeks", "M": "months", "Q": "quarters", "Y": "years", "10Y": "years"}


def _day(m: re.Match[str], setting: Setting) -> Reading | None:
    if setting.reference is None:
        return dated(None)
    shift = words().days[" ".join(m["d"].lower().split())]
    return dated(calendar.day(setting.reference + shift * DAY))


def period(letter: str, at: date, step: int) -> Stretch | None:
    """The day, week, month … that holds a day, or one before or after it."""
    match letter:
        case "D":
            return calendar.day(at + step * DAY)
        case "W":
            return calendar.week(at + 7 * step * DAY)
        case "WE":
            return calendar.weekend(at + 7 * step * DAY)
        case "M":
            of = calendar.add_months(at.replace(day=1), step)
            return calendar.month(of.year, of.month)
        case "Q":
            of = calendar.add_months(at.replace(day=1), 3 * step)
            return calendar.quarter(of.year, (of.month + 2) // 3)
        case "Y":
            return calendar.year(at.year + step)
        case "10Y":
            first = at.year // 10 * 10 + 10 * step
            return calendar.years(first, first + 9, f"{first // 10}X")
        case "100Y":
            first = (at.year - 1) // 100 * 100 + 1 + 100 * step
            return calendar.years(first, first + 99, f"{first // 100}")
    return None


def _stepped(m: re.Match[str], setting: Setting) -> Reading | None:
    """*last week*, *this month*, *next year*; a year counts from the day of publication, *the following* one from before."""
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


def _earlier(m: re.Match[str], setting: Setting) -> Reading | None:
    """From the day told of before: *met on Friday; two days earlier he had …*."""
    back = m["way"].lower() in ("earlier", "before", "previously")
    return _counted(m, setting.told, -1 if back else 1)


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


def _told(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the next day*, *the same week*, *that year*, *the previous month*."""
    letter, word = unit(m["u"]), m["which"].lower()
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
    return approximate(calendar.between(at, far) if ahead else calendar.between(back, at), value, "DURATION")


def _last_so_many(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the past two months*, *the next five days*: a length, with the days it covers."""
    letter, count, at = unit(m["u"]), number(m["n"]), setting.reference
    if count is None or letter in ("S", "MIN", "H", "WE"):
        return None
    value = f"P{count * int(letter[:-1] or 1)}{letter[-1]}" if letter != "Q" else f"P{3 * count}M"
    if at is None:
        return Reading("DURATION", value, anchors=False)
    ahead = words().steps[m["step"].lower()] > 0
    if letter in ("Q", "Y", "10Y") or (letter in ("W", "M") and m["step"].lower() in ("last", "next")):
        return Reading("DURATION", value, _calendar(letter, count, ahead, at), "interval", anchors=False)
    covers = calendar.between(at + DAY, shifted(at, letter, count)) if ahead else calendar.between(shifted(at, letter, -count), at)
    return Reading("DURATION", value, covers, "interval", anchors=False)


def _calendar(letter: str, count: int, ahead: bool, at: date) -> Stretch | None:
    """*the last two months*: whole ones, before or after the one that holds today."""
    near, far = period(letter, at, 1 if ahead else -1), period(letter, at, count if ahead else -count)
    if near is None or far is None:
        return None
    return calendar.between(min(near.first, far.first), max(near.last, far.last))


def _this_unit(m: re.Match[str], setting: Setting) -> Reading | None:
    """*the end of the year*: the unit that holds the day of publication."""
    return dated(period(unit(m["u"]), setting.reference, 0)) if setting.reference else dated(None)


ABOUT = r"(?:(?:more|less|fewer)\s+than\s+|at\s+least\s+|(?:about|nearly|almost|over|some|just|around)\s+)?"
RULES = (
    Rule("day", r"(?P<d>%days%)", _day),
    Rule("stepped unit", r"(?:the\s+)?(?P<step>%step%)\s+(?P<u>%unit%)", _stepped),
    Rule("stepped season", r"(?P<step>last|this|next|past|coming)\s+(?P<s>%season%)", _season),
    Rule("season", r"(?:(?<=\bin\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\buntil\s))the\s+(?P<s>%season%)(?P<step>)(?!\s+of)", _season),
    Rule("ago", ABOUT + r"(?P<n>%number%)\s+(?P<u>%unit%s?)\s+ago", _ago),
    Rule("from now", r"(?:in\s+)?(?P<n>%number%)\s+(?P<u>%unit%s?)(?:\s+from\s+now|\s+hence|['’]s?\s+time)", _ahead),
    Rule("in so many", r"(?P<in>in|within)\s+(?P<n>%number%)\s+(?P<u>%unit%s?)", lambda m, s: _ahead(m, s) if s.tense(m.start(), m.end()) >= 0 else None),
    Rule("earlier", r"(?P<n>%number%)\s+(?P<u>%unit%s?)\s+(?P<way>earlier|later|before(?=[,.;:]|\Z)|previously)", _earlier),
    Rule("told unit", r"(?:the|that|this)\s+(?:very\s+)?(?P<which>same|next|following|previous|preceding)\s+(?P<u>day|week|month|year|night)(?:\s+%tod%)?", _told),
    Rule("told unit", r"(?P<which>that|(?:later|earlier)\s+that)\s+(?P<u>day|week|month|year|night)", _told),
    Rule("day beside", r"the\s+day\s+(?P<way>before|after)(?=\s*(?:[,.;:?!]|\Z))", _day_beside),
    Rule("vague", r"(?P<v>%vague%)(?!\s+that\b|-)", _vague),
    Rule("near", r"(?:the\s+)?(?P<way>coming|next|following|recent|past|last|upcoming)\s+(?:few\s+|several\s+|couple\s+of\s+)?(?P<u>%unit%s)", _near),
    Rule("last so many", r"(?:the\s+|these\s+)?(?P<step>%step%)\s+(?P<n>%number%)\s+(?P<u>%unit%s?)", _last_so_many),
    Rule("last so many", r"(?P<n>%number%)\s+(?P<step>upcoming|coming|next|past|last)\s+(?P<u>%unit%s)", _last_so_many),
    Rule("this unit", r"(?:(?<=\bend\sof\s)|(?<=\bbeginning\sof\s)|(?<=\bstart\sof\s)|(?<=\bmiddle\sof\s)|(?<=\bin\s)|(?<=\bof\s))the\s+(?P<u>week|month|year|quarter)(?!\s+(?:of|to|since|before|after|that|when)\b|\s+\d)", _this_unit),
    Rule("weekend", r"(?:the|over\s+the)\s+(?P<u>weekend)", _this_unit),
)  # fmt: skip
