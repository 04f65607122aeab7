"""Holidays by name: *Christmas Eve*, *last Easter*, *Thanksgiving 2019*, in the year named or the one that fits."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from demarche.language.times import calendar
from demarche.language.times.partial import this_year
from demarche.language.times.rule import Reading, Resolve, dated
from demarche.language.times.setting import Setting
from demarche.language.times.words import words, written_year

_NTH = re.compile(r"(?P<month>\d\d)-(?P<n>-?\d)-(?P<weekday>\d)(?P<more>[+-]\d+)?")
_EASTER = re.compile(r"easter(?P<more>[+-]\d+)")


def on(kind: str, year_: int) -> date | None:
    """The day of a holiday in a year; `kind` is written as in `times.toml`."""
    if m := _EASTER.fullmatch(kind):
        return easter(year_) + int(m["more"]) * calendar.DAY
    if m := _NTH.fullmatch(kind):
        whole = calendar.month(year_, int(m["month"]))
        days = [whole.first + k * calendar.DAY for k in range((whole.last - whole.first).days + 1)]
        fitting = [d for d in days if d.isoweekday() == int(m["weekday"])]
        n = int(m["n"])
        return fitting[n if n < 0 else n - 1] + int(m["more"] or 0) * calendar.DAY
    return calendar.valid(year_, *map(int, kind.split("-")))


@cache
def easter(year_: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Butcher's Ecclesiastical Calendar, 1876)."""
    a, (b, c) = year_ % 19, divmod(year_, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + i - 7 * ((a + 11 * h + 22 * i) // 451) + 114, 31)
    return date(year_, month, day + 1)


def _holiday(m: re.Match[str], setting: Setting) -> Reading | None:
    name = " ".join(m["h"].lower().split())
    kind, reference = words().holidays[name], setting.reference
    if not m["h"][0].isupper() and len(m.string) > len(m[0]) + 1 and name in _WORDS:
        return None
    if m["y"]:
        when = on(kind, written_year(m["y"]))
    elif reference is None:
        when = None
    elif m["step"] and (step := words().steps[m["step"].lower()]):
        days = [d for k in range(-1, 2) if (d := on(kind, reference.year + k))]
        when = max(d for d in days if d < reference) if step < 0 else min(d for d in days if d > reference)
    else:
        when = this_year(setting, m, lambda y: on(kind, y))
    return (
        dated(calendar.day(when))
        if when
        else dated(None, f"XXXX-{kind}" if kind[2:3] == "-" and len(kind) == 5 else "")
    )


_WORDS = frozenset({"may day", "election day", "independence day", "victory day", "epiphany"})
"""Names that are common words without a capital: every country has an independence day."""

RESOLVERS: Mapping[str, Resolve] = {"holiday": _holiday}
