"""Dates that name their year: *2022-07-29*, *29 July 2022*, *July 2022*, *the 1990s*, *Q3 2019*, *the week of 10 January 2022*."""

import re
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.rule import Reading, Rule, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, number, ordinal, words


def _iso(m: re.Match[str], _: Setting) -> Reading | None:
    when = calendar.valid(int(m["y"]), int(m["m"]), int(m["d"]))
    return dated(calendar.day(when)) if when else None


def _numeric(m: re.Match[str], _: Setting) -> Reading | None:
    """American order, unless the first number is no month or full stops part them (European)."""
    a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
    year = y if y > 99 else 2000 + y if y < 50 else 1900 + y
    order = ((b, a), (a, b)) if m["sep"] == "." else ((a, b), (b, a))
    when = next((d for mm, dd in order if mm <= 12 and (d := calendar.valid(year, mm, dd))), None)
    return dated(calendar.day(when)) if when else None


def _full(m: re.Match[str], _: Setting) -> Reading | None:
    when = calendar.valid(int(m["y"]), month(m["m"]), ordinal(m["d"]))
    return dated(calendar.day(when)) if when else None


def _named(m: re.Match[str], _: Setting) -> Reading | None:
    return dated(calendar.month(int(m["y"]), month(m["m"])))


def _year(m: re.Match[str], _: Setting) -> Reading | None:
    return dated(calendar.year(int(m["y"])))


def _decade(m: re.Match[str], _: Setting) -> Reading | None:
    written = m["y"].strip("'’")
    if len(written) == 2 and len(m["y"]) == 2 and not m[0].lower().startswith("the"):
        return None  # a man in his 30s
    first = int(written) if len(written) == 4 else (1900 if int(written) > 20 else 2000) + int(written)
    return dated(calendar.years(first, first + 9, f"{first // 10}X")) if first % 10 == 0 else None


def _quarter(m: re.Match[str], _: Setting) -> Reading | None:
    year = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
    return dated(calendar.quarter(year, _which(m["q"])))


def _half(m: re.Match[str], _: Setting) -> Reading | None:
    which = _which(m["h"])
    return dated(calendar.half(int(m["y"]), which)) if which <= 2 else None


def _which(text: str) -> int:
    return number(text) or ordinal(text)


def _season(m: re.Match[str], _: Setting) -> Reading | None:
    name = m["s"].lower()
    return dated(calendar.season(int(m["y"]), words().seasons[name], words().season_names[name]))


def _century(m: re.Match[str], _: Setting) -> Reading | None:
    n = ordinal(m["n"])
    return dated(calendar.years(100 * n - 99, 100 * n, f"{n - 1:02d}")) if 10 <= n <= 22 else None


def _week_number(m: re.Match[str], setting: Setting) -> Reading | None:
    year = int(m["y"]) if m["y"] else setting.reference.year if setting.reference else None
    if year and m["step"]:
        year += words().steps[m["step"].lower()]
    n = int(m["n"])
    if year is None or not 1 <= n <= 53:
        return None
    return dated(calendar.week(date(year, 1, 4) + (n - 1) * 7 * calendar.DAY))


def dateline(text: str) -> date | None:
    """The day in a line of its own among the first lines of a text (*September 1, 2007*)."""
    for line in text[:HEAD].split("\n")[:5]:
        for rule in (r for r in RULES if r.name in ("iso day", "day month year", "month day year")):
            m = rule.pattern.fullmatch(line.strip())
            reading = rule.resolve(m, Setting(None, lambda start, end: 0)) if m else None
            if reading and reading.stretch:
                return reading.stretch.first
    return None


HEAD = 600
"""Characters of a text among which a dateline stands."""

RULES = (
    Rule("iso day", r"(?P<y>%year%)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01]|[1-9])", _iso),
    Rule("compact day", r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])", _iso),
    Rule("numeric day", r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})", _numeric),
    Rule("day month year", r"(?:%anyday%\s+)?(?:the\s+)?(?P<d>%day%)(?:\s+of)?[\s/-]+(?P<m>%month%),?(?:\s+of|\s+in)?[\s/-]+(?P<y>%year%)", _full),
    Rule("month day year", r"(?:%anyday%\s+)?(?P<m>%month%)\s+(?:the\s+)?(?P<d>%day%)(?:,\s*|\s+of\s+|\s+)(?P<y>%year%)", _full),
    Rule("year month day", r"(?P<y>%year%)[\s/-](?P<m>%month%)[\s/-](?P<d>%day%)", _full),
    Rule("month year", r"(?P<m>%month%)(?:,?\s+(?:of\s+|in\s+)?(?:the\s+year\s+)?|[/-])(?P<y>%year%)", _named),
    Rule("year", r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bof\s)|(?<=\bduring\s)"
         r"|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\band\s)|(?<=\bto\s)|(?<=\bthe\s)|(?<=\ba\s)|(?<=\bmid\s)|(?<=\bfor\s)|(?<=\bbetween\s)|(?<=\byear\s)"
         r"|(?<=\bthan\s)|(?<=’s\s)|(?<='s\s)|(?<=\()|(?<=\blate\s)|(?<=\bearly\s)|(?<=\bmid-)|(?<=\bits\s)|(?<=\btheir\s)"
         r"|(?<=\bthrough\s)|(?<=\bof\sthe\s)|(?<=,\s)|(?<=\btill\s)|(?<=\bthis\s)|(?<=\bpost-)|(?<=\bpre-)|(?<=\bthroughout\s))"
         r"(?P<y>%year%)(?!\s*(?:%|percent|per\s+cent|people|troops|soldiers|dollars|euros|meters|metres|miles|km|kilomet|tons|tonnes|men|women|members|[-–]?\w*hour|,\d|\.\d))", _year),
    Rule("year alone", r"(?:the\s+)?year\s+(?P<y>%year%)", _year),
    Rule("decade", r"(?:the\s+)?(?P<y>(?:1[5-9]|20)\d0|['’]?[1-9]0)['’]?s", _decade),
    Rule("quarter of year", r"(?:the\s+)?(?P<q>%ordinal%)\s+(?:quarter|qtr)(?:\s+of|,|\s+in)?\s+(?P<y>%year%)", _quarter),
    Rule("q of year", r"q(?P<q>[1-4])(?:\s+of)?[\s/-]+(?P<y>%year%)", _quarter),
    Rule("year q", r"(?P<y>%year%|\d\d)[\s/-]?q(?P<q>[1-4])", _quarter),
    Rule("half of year", r"(?:the\s+)?(?P<h>first|second)\s+half(?:\s+of)?\s+(?P<y>%year%)", _half),
    Rule("season of year", r"(?:the\s+)?(?P<s>%season%)(?:\s+of|,)?\s+(?P<y>%year%)", _season),
    Rule("century", r"(?:the\s+)?(?P<n>%ordinal%)[\s-]century", _century),
    Rule("week number", r"(?:the\s+)?week\s+(?P<n>\d{1,2})(?:\s+(?:of\s+|in\s+)?(?:(?P<y>%year%)|(?P<step>%step%)\s+year))?", _week_number),
)  # fmt: skip
