"""From one day to another: *from 26 to 28 July*, *July 5-7*, *2014-2018*."""

import re
from collections.abc import Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.partial import this_year
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, ordinal, written_year


def _in_month(m: re.Match[str], setting: Setting) -> Reading | None:
    mm, first, last = month(m["m"]), ordinal(m["d"]), ordinal(m["e"])
    if last <= first or (m.groupdict().get("pair") and last > first + 1):
        return None

    def make(year: int) -> date | None:
        return calendar.valid(year, mm, first) if calendar.valid(year, mm, last) else None

    start = make(written_year(m["y"])) if m["y"] else this_year(setting, m, make)
    unknown = f"XXXX-{mm:02d}-{first:02d}/XXXX-{mm:02d}-{last:02d}"
    return dated(calendar.between(start, start.replace(day=last)) if start else None, unknown)


def _years(m: re.Match[str], _: Setting) -> Reading | None:
    first, last = written_year(m["y"]), int(m["z"])
    last = last if last > 99 else first // 100 * 100 + last
    return dated(calendar.years(first, last, f"{first}/{last}")) if first < last <= first + 200 else None


def _months(m: re.Match[str], setting: Setting) -> Reading | None:
    """*May to October*, *Nov.-Feb. 2017*: a year belongs to the end, and the start is before it."""
    first, last = month(m["m"]), month(m["n"])
    if m["y"]:
        end = calendar.month(written_year(m["y"]), last)
    elif setting.reference is None:
        return dated(None, f"XXXX-{first:02d}/XXXX-{last:02d}")
    else:
        near = this_year(setting, m, lambda y: date(y, last, 15))
        end = calendar.month(near.year if near else setting.reference.year, last)
    start = calendar.month(end.first.year - (first > last), first)
    return dated(calendar.between(start.first, end.last, f"{start.value}/{end.value}"))


def _slashed(m: re.Match[str], setting: Setting) -> Reading | None:
    """*from 10/1 to 11/7*: American order."""
    (a, b), (c, d) = (int(m["a"]), int(m["b"])), (int(m["c"]), int(m["d"]))
    first = calendar.valid(int(m["y"]), a, b) if m["y"] else this_year(setting, m, lambda y: calendar.valid(y, a, b))
    last = calendar.valid(first.year + ((c, d) < (a, b)), c, d) if first else None
    return dated(calendar.between(first, last)) if first and last and first < last else None


RESOLVERS: Mapping[str, Resolve] = {
    "days of a month": _in_month,
    "months": _months,
    "years": _years,
    "slashed days": _slashed,
}
