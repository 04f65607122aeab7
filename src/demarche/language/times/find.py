"""A document's expressions of time: found by some forty rules, the longest at each place kept, read in order."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from demarche.language.times.calendar import Stretch, between, day, month, valid
from demarche.language.times.dateline import dateline, spoken_on
from demarche.language.times.nearby import ruled
from demarche.language.times.parts import opened
from demarche.language.times.rule import NOTHING, Reading, Rule
from demarche.language.times.setting import Setting
from demarche.language.times.tense import Tense
from demarche.model import Document, Sentence, Time

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[^\n])[^\n]+)*")
_TO = re.compile(r"\s*(?:-|–|—|\bto|\bthrough|\bthru|\bturning\s+to|\btill|\buntil)\s*(?:the\s+)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?\Z", re.IGNORECASE)

Found = tuple[int, int, str, Reading]
YEARS = frozenset({"year", "year alone"})
YEARLESS = frozenset({"day month", "month day"})
"""Rules of days without a year, which the end of a span brings: *26 June to 28 June 2020*."""
BRIEF = 200
"""Characters of a note: no article is so short."""


def find(document: Document, sentences: Sequence[Sentence]) -> tuple[Time, ...]:
    """The expressions of time of a document, each with the days it names as far as they can be known.

    `sentences` may be empty: then the tense of a date is guessed from the words around it.
    """
    published = date.fromisoformat(document.published) if document.published else None
    reference = spoken_on(document.text, published) if published else dateline(document.text)
    skipped = [(b.start, b.end) for b in document.boilerplate]
    setting = Setting(reference, Tense(document.text, sentences), brief=len(document.text) < BRIEF)
    found = list(_joined(_read(document.text, setting, skipped), document.text, setting))
    return tuple(_time(start, end, rule, reading) for start, end, rule, reading in found)


def _read(text: str, setting: Setting, skipped: Sequence[tuple[int, int]]) -> list[Found]:
    """The expressions in order; what one resolves to is what the next is counted from."""
    kept: list[Found] = []
    for match, rule, reading in _resolved(text, setting, skipped):
        start = match.start()
        wider = opened(text, start, reading, setting)
        if wider and kept and wider[0] < kept[-1][1] and kept[-1][2] == "length":
            wider = (min(wider[0], kept.pop()[0]), wider[1])  # *two weeks* was found first in *two weeks after 3 May*
        if wider and (not kept or wider[0] >= kept[-1][1]):
            start, reading = wider
        if reading.anchors and reading.stretch is not None:
            setting.named(reading.stretch.first, reading.stretch.precision in ("day", "month"))
            if reading.stretch.precision == "day":
                setting.anchor = reading.stretch.first
        kept.append((start, match.end(), rule.name, reading))
    return kept


def _resolved(
    text: str, setting: Setting, skipped: Sequence[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], Rule, Reading]]:
    """The longest matches with their readings, in order; one that cannot be read gives way to the next longest."""
    every = list(_matches(text))
    every.sort(key=lambda x: (x[0].start() - x[0].end(), x[2], x[0].start()))
    taken = bytearray(len(text))
    for a, b in skipped:
        taken[a:b] = b"\x01" * (b - a)
    chosen = _longest(every, taken)
    while chosen:
        match, rule = chosen.pop(0)
        reading = rule.resolve(match, setting)
        if reading is not None:
            if reading is not NOTHING:
                yield match, rule, reading
            continue
        taken[match.start() : match.end()] = bytes(match.end() - match.start())
        every = [x for x in every if x[0] is not match]
        inside = [x for x in every if x[0].start() < match.end() and match.start() < x[0].end()]
        chosen = sorted([*_longest(inside, taken), *chosen], key=lambda x: x[0].start())


def _matches(text: str) -> Iterator[tuple[re.Match[str], Rule, int]]:
    """Every match of every rule, paragraph by paragraph."""
    nearby, of = ruled()
    for paragraph in _PARAGRAPH.finditer(text):
        a = paragraph.start()
        for group, windows in nearby.windows(paragraph[0]).items():
            for n, rule in of[group]:
                for start, end in windows:
                    yield from ((m, rule, n) for m in rule.pattern.finditer(text, a + start, a + end))


def _longest(every: Sequence[tuple[re.Match[str], Rule, int]], taken: bytearray) -> list[tuple[re.Match[str], Rule]]:
    """The longest matches that leave alone what is taken, in the order of the text; of equals, the earlier rule's."""
    kept: list[tuple[re.Match[str], Rule]] = []
    for m, rule, _ in every:
        if not any(taken[m.start() : m.end()]):
            taken[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
            kept.append((m, rule))
    return sorted(kept, key=lambda x: x[0].start())


def _joined(found: Sequence[Found], text: str, setting: Setting) -> Iterator[Found]:
    """Two dates with *to* between them, or *between … and …*, as one stretch."""
    i = 0
    while i < len(found):
        start, end, rule, reading = found[i]
        after = found[i + 1] if i + 1 < len(found) else None
        joined = _span(found[i], after, text, setting) if after else None
        if joined:
            yield joined
            i += 2
        else:
            yield start, end, rule, reading
            i += 1


def _span(one: Found, other: Found, text: str, setting: Setting) -> Found | None:
    """*from May to October 2020*, *between now and 7 July*. Two years stay two dates; *2014-2018* is a rule itself."""
    first, last = _days(one[3], setting), _days(other[3], setting)
    gap, before = text[one[1] : other[0]], _FROM.search(text, max(0, one[0] - 14), one[0])
    tied = _TO.fullmatch(gap) or (before and before[0].lower().startswith("between") and _AND.fullmatch(gap))
    if not tied or first is None or last is None or "quarter" in (first.precision, last.precision):
        return None
    if one[2] in YEARS and other[2] in YEARS and first.precision == last.precision == "year":
        return None
    if one[2] in YEARLESS and other[2].endswith("year") and last.precision in ("day", "month"):
        first = _with_year(first, last.last.year) or first
    if (first.first > last.first and one[2] in ("month", "month day", "day month")) or (
        one[2] == "month" and other[2] == "month year" and first.first.year != last.first.year
    ):
        first = _with_year(first, last.first.year) or first
    if first.first > last.first:
        return None
    whole = between(first.first, last.last, f"{first.value}/{last.value}")
    start = before.start() if before else one[0]
    return start, other[1], "span", Reading("DATE", whole.value, whole, "interval")


def _days(reading: Reading, setting: Setting) -> Stretch | None:
    """The days of one end; *now* is the day of publication."""
    if reading.value == "PRESENT_REF" and setting.reference:
        return day(setting.reference)
    return reading.stretch if reading.type == "DATE" else None


def _with_year(stretch: Stretch, year: int) -> Stretch | None:
    """The same day or month of another year: the end of a span says which."""
    if stretch.precision == "month":
        return month(year, stretch.first.month)
    moved = valid(year, stretch.first.month, stretch.first.day)
    return day(moved) if moved else None


def _time(start: int, end: int, rule: str, reading: Reading) -> Time:
    days = reading.stretch
    last = days.last.isoformat() if days and not reading.open else None
    return Time(
        start=start, end=end, type=reading.type, value=reading.value, rule=rule, precision=reading.precision,
        first=days.first.isoformat() if days else None, last=last,
    )  # fmt: skip
