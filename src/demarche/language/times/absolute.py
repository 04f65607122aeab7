"""Dates that name their year: *2022-07-29*, *29 July 2022*, *July 2022*, *the 1990s*, *Q3 2019*, *week 31 of 2027*."""

import re
from collections.abc import Mapping
from datetime import date

from demarche.language.times import calendar
from demarche.language.times.rule import NOTHING, Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import month, number, ordinal, words, written_year

_AGE = re.compile(r"\b(?:his|her|their|my|your|our|its)\s+(?:\w+[\s-])?\Z", re.IGNORECASE)
"""A man in *his (early) 70s* names no decade."""


def _iso(m: re.Match[str], _: Setting) -> Reading | None:
    when = calendar.valid(written_year(m["y"]), int(m["m"]), int(m["d"]))
    return dated(calendar.day(when)) if when else None


def _iso_month(m: re.Match[str], _: Setting) -> Reading | None:
    """*2014-10*; but *2009-10* is a season or a budget year."""
    year_, month_ = written_year(m["y"]), int(m["m"])
    if month_ == year_ % 100 + 1:
        return dated(calendar.years(year_, year_ + 1, f"{year_}/{year_ + 1}"))
    return dated(calendar.month(year_, month_))


def _numeric(m: re.Match[str], _: Setting) -> Reading | None:
    """American order, unless the first number is no month or full stops part them (European)."""
    a, b, y = int(m["a"]), int(m["b"]), written_year(m["y"])
    year = y if y > 99 else 2000 + y if y < 50 else 1900 + y
    order = ((b, a), (a, b)) if m["sep"] == "." else ((a, b), (b, a))
    when = next((d for mm, dd in order if mm <= 12 and (d := calendar.valid(year, mm, dd))), None)
    return dated(calendar.day(when)) if when else None


def _full(m: re.Match[str], _: Setting) -> Reading | None:
    when = calendar.valid(written_year(m["y"]), month(m["m"]), ordinal(m["d"]))
    return dated(calendar.day(when)) if when else None


def _named(m: re.Match[str], _: Setting) -> Reading | None:
    if m.start("y") < m.start("m") and m["m"].lower() in ("may", "march"):
        return None  # *in 2017 May said …*
    return dated(calendar.month(written_year(m["y"]), month(m["m"])))


def _year(m: re.Match[str], _: Setting) -> Reading | None:
    return dated(calendar.year(written_year(m["y"])))


def _short_year(m: re.Match[str], setting: Setting) -> Reading | None:
    """*since '82*: of this century if that is past."""
    now = setting.reference.year if setting.reference else 2000
    two = int(m["y"])
    return dated(calendar.year(2000 + two if 2000 + two <= now else 1900 + two))


def _decade(m: re.Match[str], _: Setting) -> Reading | None:
    written = m["y"].strip("'’")
    bare = len(m["y"]) == 2 and not m[0].lower().startswith("the")
    if bare and (_AGE.search(m.string, max(0, m.start() - 20), m.start()) or written < "50"):
        return None
    if written.lower() in words().decades:
        first = words().decades[written.lower()]
        return dated(calendar.years(first, first + 9, f"{first // 10}X"))
    first = int(written) if len(written) == 4 else (1900 if int(written) > 20 else 2000) + int(written)
    return dated(calendar.years(first, first + 9, f"{first // 10}X")) if first % 10 == 0 else None


def _quarter(m: re.Match[str], _: Setting) -> Reading | None:
    year = written_year(m["y"]) if len(m["y"]) == 4 else 2000 + written_year(m["y"])
    return dated(calendar.quarter(year, _which(m["q"])))


def _half(m: re.Match[str], setting: Setting) -> Reading | None:
    which = _which(m["h"])
    year_ = _year_meant(m, setting)
    return dated(calendar.half(year_, which)) if which <= 2 and year_ else None


def _year_meant(m: re.Match[str], setting: Setting) -> int | None:
    """The year written, or the one that *the year*, *last year* mean."""
    if m["y"].lower() != "year":
        return written_year(m["y"])
    step = words().steps[m["step"].lower()] if m["step"] else 0
    return setting.reference.year + step if setting.reference else None


def _which(text: str) -> int:
    return 4 if text.lower() in ("final", "last") else number(text) or ordinal(text)


def _season(m: re.Match[str], _: Setting) -> Reading | None:
    name = m["s"].lower()
    return dated(calendar.season(written_year(m["y"]), words().seasons[name], words().season_names[name]))


def _other_year(m: re.Match[str], _: Setting) -> Reading | None:
    """*fiscal year 2022*, *the 2022/23 season*: whose year that is, the words do not say."""
    return NOTHING


def _century(m: re.Match[str], _: Setting) -> Reading | None:
    n = ordinal(m["n"])
    return dated(calendar.years(100 * n - 99, 100 * n, f"{n - 1:02d}")) if 10 <= n <= 22 else None


def _week_number(m: re.Match[str], setting: Setting) -> Reading | None:
    year = written_year(m["y"]) if m["y"] else setting.reference.year if setting.reference else None
    if year and m["step"]:
        year += words().steps[m["step"].lower()]
    n = int(m["n"])
    if year is None or not 1 <= n <= 53:
        return None
    return dated(calendar.week(date(year, 1, 4) + (n - 1) * 7 * calendar.DAY))


RESOLVERS: Mapping[str, Resolve] = {
    "iso day": _iso,
    "iso month": _iso_month,
    "half": _half,
    "compact day": _iso,
    "numeric day": _numeric,
    "day month year": _full,
    "month day year": _full,
    "year month day": _full,
    "month year": _named,
    "year": _year,
    "year alone": _year,
    "short year": _short_year,
    "numeric month": _iso_month,
    "decade": _decade,
    "quarter of year": _quarter,
    "q of year": _quarter,
    "year q": _quarter,
    "half of year": _half,
    "season of year": _season,
    "century": _century,
    "other year": _other_year,
    "week number": _week_number,
}
