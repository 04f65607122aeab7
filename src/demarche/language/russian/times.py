"""Expressions of time in a Russian text, resolved to calendar days against the day of publication."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from demarche.model import Document, Sentence, Time
from demarche.model.values import Precision

MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
DAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
NEAR = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}

_MONTH = r"(?P<month>(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яье]|ма[йяе]|(?:март|август)[ае]?)"
_YEAR = r"(?:\s+(?P<year>\d{4})(?:\s+(?:года?|году|г\.))?)?"
_SHIFT = r"(?P<shift>прошл|минувш|следующ|будущ|эт|текущ|ближайш)\w+"
DAY = timedelta(1)


class Days(NamedTuple):
    """A stretch of days, both included."""

    first: date
    last: date
    precision: Precision


Resolve = Callable[[re.Match[str], date, bool], "Days | None"]


def find(document: Document, sentences: Sequence[Sentence]) -> tuple[Time, ...]:
    """The expressions of time of a document; without a day of publication only those that need none."""
    today = date.fromisoformat(document.published) if document.published else None
    return tuple(time for sentence in sentences for time in _sentence(document.text, sentence, today))


def _sentence(text: str, sentence: Sentence, today: date | None) -> Iterator[Time]:
    ahead = any("Tense=Fut" in t.feats or t.lemma in AHEAD for t in sentence.tokens)
    taken = sentence.start
    found = ((m, name, resolve) for name, p, resolve in RULES for m in p.finditer(text, sentence.start, sentence.end))
    for match, name, resolve in sorted(found, key=lambda f: (f[0].start(), -f[0].end())):
        if match.start() < taken:
            continue
        days = resolve(match, today or date.min, ahead) if today or match.groupdict().get("year") else None
        if days is not None:
            taken = match.end()
            yield _time(match, name, days)


AHEAD = frozenset({"планировать", "планироваться", "запланировать", "ожидаться", "намечать", "наметить", "предстоять"})
"""Words that make *в понедельник* the next one."""


def _time(match: re.Match[str], rule: str, days: Days) -> Time:
    first, last = days.first.isoformat(), days.last.isoformat()
    return Time(
        start=match.start(), end=match.end(), type="DATE", value=first if first == last else f"{first}/{last}",
        first=first, last=last, precision=days.precision, rule=f"ru {rule}",
    )  # fmt: skip


def _month(match: re.Match[str]) -> int:
    word = match["month"].lower()
    return max((len(stem), n) for n, stem in enumerate(MONTHS, 1) if word.startswith(stem))[1]


def _near(match: re.Match[str], day: int, today: date) -> date | None:
    """The day of that month in the year given, else in the year that brings it nearest to publication."""
    years = [int(match["year"])] if match["year"] else [today.year - 1, today.year, today.year + 1]
    month = _month(match)
    days = [date(y, month, day) for y in years if 1 <= y <= 9999 and 1 <= day <= monthrange(y, month)[1]]
    return min(days, key=lambda d: abs(d - today), default=None)


def _day(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    day = _near(match, int(match["day"]), today)
    return Days(day, day, "day") if day else None


def _span(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    last = _near(match, int(match["last"]), today)
    first = last.replace(day=int(match["day"])) if last and 0 < int(match["day"]) <= last.day else None
    return Days(first, last, "interval") if first and last else None


def _digits(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    try:
        day = date(int(match["year"]), int(match["number"]), int(match["day"]))
    except ValueError:
        return None
    return Days(day, day, "day")


def _whole_month(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    first = _near(match, 1, today)
    return Days(first, first.replace(day=monthrange(first.year, first.month)[1]), "month") if first else None


def _year(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    year = int(match["year"])
    return Days(date(year, 1, 1), date(year, 12, 31), "year") if 1800 <= year <= 2200 else None


def _word(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    day = today + NEAR[match["near"].lower()] * DAY
    return Days(day, day, "day")


def _weekday(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    """The last one, today's among them; the next where the sentence looks ahead or says so."""
    wanted = next(n for n, stem in enumerate(DAYS) if match["weekday"].lower().startswith(stem))
    shift = (match["shift"] or "").lower()
    gap = (wanted - today.weekday()) % 7
    if shift in ("следующ", "будущ", "ближайш"):
        gap = gap or 7
    elif shift in ("прошл", "минувш"):
        gap = gap - 7
    elif gap and not ahead:
        gap -= 7
    day = today + gap * DAY
    return Days(day, day, "day")


def _week(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    monday = today - today.weekday() * DAY + 7 * _sign(match) * DAY
    return Days(monday, monday + 6 * DAY, "week")


def _month_from(match: re.Match[str], today: date, ahead: bool) -> Days | None:
    number = today.year * 12 + today.month - 1 + _sign(match)
    year, month = divmod(number, 12)
    return Days(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), "month")


def _sign(match: re.Match[str]) -> int:
    return {"прошл": -1, "минувш": -1, "эт": 0, "текущ": 0}.get(match["shift"].lower(), 1)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


RULES: tuple[tuple[str, re.Pattern[str], Resolve], ...] = (
    (
        "days of month",
        _rule(rf"(?:с\s+)?(?P<day>\d{{1,2}})\s*(?:-|–|—|и|по)\s*(?P<last>\d{{1,2}})\s+{_MONTH}{_YEAR}"),
        _span,
    ),
    ("day month", _rule(rf"(?P<day>\d{{1,2}})(?:-го)?\s+{_MONTH}{_YEAR}"), _day),
    ("digits", _rule(r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})"), _digits),
    ("month", _rule(rf"(?:в|на|за)\s+{_MONTH}{_YEAR}"), _whole_month),
    ("year", _rule(r"в\s+(?P<year>\d{4})\s+году"), _year),
    ("near day", _rule(rf"(?P<near>{'|'.join(NEAR)})"), _word),
    ("weekday", _rule(rf"во?\s+(?:{_SHIFT}\s+)?(?P<weekday>(?:{'|'.join(DAYS)})\w*)"), _weekday),
    ("week", _rule(rf"на\s+{_SHIFT}\s+неделе"), _week),
    ("month from now", _rule(rf"в\s+{_SHIFT}\s+месяце"), _month_from),
)
"""Name, pattern, and what reads a match; at one place the longest counts."""
