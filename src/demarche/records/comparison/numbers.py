"""Numbers in words and figures, with what they count: *60 aircraft*, *$500 billion*, *about two hours*."""

import re
from collections.abc import Iterator

import msgspec

from demarche.records.comparison.words import content

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SPELLED = {w: float(n) for n, w in enumerate(_SMALL)} | {w: float(n) for w, n in _TENS.items()}
SPELLED |= {"a dozen": 12.0, "a hundred": 100.0, "half": 0.5, "a": 1.0, "an": 1.0}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mln": 1e6}
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "ruble", "₹": "rupee"}
_NAMED = {"dollars": "dollar", "euros": "euro", "pounds": "pound", "yen": "yen", "yuan": "yuan", "rubles": "ruble",
          "roubles": "ruble", "rupees": "rupee", "dollar": "dollar", "euro": "euro"}  # fmt: skip
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_WORDS = "|".join(sorted((*_SMALL[2:], *_TENS, "a dozen", "a hundred"), key=len, reverse=True))
_FIGURES = r"\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<currency>(?:US)?[$€£¥₽₹])\s?)?(?P<n>{_FIGURES}|\b(?:{_WORDS})\b)"
    rf"(?:[\s\u00a0-](?P<scale>hundred|thousand|million|billion|trillion|bn|mln)\b)?"
    rf"(?:\s?(?P<percent>%|per ?cent\b|percent\b))?(?P<after>(?:[\s-]+[^\W\d_][\w'’-]*){{0,3}})",
    re.IGNORECASE,
)
_NUMBERED = f"{_MONTHS}|article|resolution|page|no|number|chapter|paragraph"
_DATE_BEFORE = re.compile(rf"\b(?:{_NUMBERED})\.?\s*\Z", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"\A[\s-]*(?:{_MONTHS})\b", re.IGNORECASE)
_IDLE = frozenset(
    {"of", "the", "new", "more", "other", "its", "their", "his", "her", "and", "to", "in", "on", "for", "at", "by",
     "from", "with", "sides", "presidents", "leaders", "ministers", "countries", "parties", "states", "nations",
     "governments", "issues", "points", "rounds"}
)  # fmt: skip
_PARTIES = frozenset(
    {"sides", "presidents", "leaders", "ministers", "countries", "parties", "states", "nations", "governments", "teams",
     "men", "capitals", "delegations", "diplomats", "heads", "peoples", "officials", "chiefs", "colleagues", "had",
     "last", "also", "then", "agreed", "discussed", "spoke", "met", "exchanged"}
)  # fmt: skip
"""After a number, words that name those who met, and count nothing."""
TIME = re.compile(r"hour|minute", re.IGNORECASE)


class Amount(msgspec.Struct, frozen=True):
    """A number at `[start, end)` of a text, the unit or the thing that it counts, and the words around it."""

    start: int
    end: int
    value: float
    unit: str
    around: frozenset[str]


def amounts(text: str) -> Iterator[Amount]:
    """The numbers that count something; days of the month, years, hours and clauses are left out."""
    for m in _AMOUNT.finditer(text):
        after = m["after"] or ""
        if _DATE_BEFORE.search(text[: m.start()]) or _DATE_AFTER.match(after) or _is_year(m):
            continue
        unit = _unit(m)
        value = number(m["n"])
        if not unit or value is None or TIME.match(unit):
            continue
        scale = _SCALE.get((m["scale"] or "").lower(), 1.0)
        end = m.end() - len(after) + _length(after, unit)
        yield Amount(m.start(), end, value * scale, unit, content(text) - content(m.group()))


def number(words: str) -> float | None:
    """A number as it is written: *200,000*, *2.5*, *twelve*."""
    bare = words.lower().strip()
    if bare in SPELLED:
        return SPELLED[bare]
    try:
        return float(re.sub(r"[, \u00a0]", "", bare))
    except ValueError:
        return None


def _is_year(m: "re.Match[str]") -> bool:
    plain = m["n"].isdigit() and len(m["n"]) == 4 and 1900 <= int(m["n"]) <= 2100
    return plain and not (m["currency"] or m["scale"] or m["percent"])


def _unit(m: "re.Match[str]") -> str:
    if m["percent"]:
        return "percent"
    if m["currency"]:
        return _CURRENCY[m["currency"][-1]]
    words = [w.lower() for w in re.findall(r"[^\W\d_][\w'’-]*", m["after"] or "")]
    named = next((_NAMED[w] for w in words[:2] if w in _NAMED), None)
    if named:
        return named
    counted = [w for w in words if w not in _IDLE]
    if not words or words[0] in ("and", "to", "in", "on", "at", "by") or not counted or set(words[:2]) & _PARTIES:
        return ""
    if not m["n"][0].isdigit() and not m["scale"] and not counted[0].endswith("s"):
        return ""
    first: str = counted[0]
    return first.rstrip("s")


def _length(after: str, unit: str) -> int:
    found = re.search(re.escape(unit), after, re.IGNORECASE)
    return found.end() + (after[found.end() : found.end() + 1] == "s") if found else 0


_PIECE = re.compile(
    rf"(?P<n>\d+(?:\.\d+)?|half(?: an?)?|an?|{_WORDS}|one)(?P<half> and a half)?[\s-]+(?P<unit>hours?|minutes?|days?)"
    rf"(?P<tail> and a half| and a quarter)?",
    re.IGNORECASE,
)
_MINUTES = {"hour": 60.0, "minute": 1.0, "day": 1440.0}


def minutes(words: str) -> float | None:
    """A length of time in minutes: *two and a half hours*, *90 minutes*, *an hour and twenty minutes*."""
    total = 0.0
    for m in _PIECE.finditer(words):
        value = 0.5 if m["n"].lower().startswith("half") else number(m["n"]) or 0.0
        value += 0.5 if m["half"] or "half" in (m["tail"] or "") else 0.25 if m["tail"] else 0.0
        total += value * _MINUTES[m["unit"].lower().rstrip("s")]
    return total or None
