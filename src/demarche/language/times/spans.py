"""From one day to another: *from 26 to 28 July*, *July 5-7*, *2014-2018*."""

import re
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.partial import this_year
from demarche.language.times.rule import Reading, Rule, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, ordinal


def _in_month(m: re.Match[str], setting: Setting) -> Reading | None:
    mm, first, last = month(m["m"]), ordinal(m["d"]), ordinal(m["e"])
    if last <= first:
        return None

    def make(year: int) -> date | None:
        return calendar.valid(year, mm, first) if calendar.valid(year, mm, last) else None

    start = make(int(m["y"])) if m["y"] else this_year(setting, m, make)
    unknown = f"XXXX-{mm:02d}-{first:02d}/XXXX-{mm:02d}-{last:02d}"
    return dated(calendar.between(start, start.replace(day=last)) if start else None, unknown)


def _years(m: re.Match[str], _: Setting) -> Reading | None:
    first, last = int(m["y"]), int(m["z"])
    last = last if last > 99 else first // 100 * 100 + last
    return dated(calendar.years(first, last, f"{first}/{last}")) if first < last <= first + 200 else None


_TO = r"\s*(?:-|–|—|to|through|till|until|thru)\s*(?:the\s+)?"
RULES = (
    Rule("days of a month", r"(?:from\s+|between\s+)?(?:the\s+)?(?P<d>%day%)" + _TO + r"(?P<e>%day%)\s+(?:of\s+)?(?P<m>%month%)(?:,?\s+(?P<y>%year%))?", _in_month),
    Rule("days of a month", r"(?:from\s+|between\s+)?(?P<m>%month%)\s+(?:the\s+)?(?P<d>%day%)" + _TO + r"(?P<e>%day%)(?:,?\s+(?P<y>%year%))?(?!\s+(?:%month%))", _in_month),
    Rule("years", r"(?:from\s+)?(?P<y>1[5-9]\d\d|20\d\d)\s?[-–/]\s?(?P<z>1[5-9]\d\d|20\d\d|\d\d)(?![-–/]\d)", _years),
)  # fmt: skip
