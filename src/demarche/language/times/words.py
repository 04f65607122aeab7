"""The words of time of a language (`languages/en/times.toml`), and patterns made of them.

A pattern names a list between per cent signs: `%month%\\s+%day%`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from demarche.lexicon.tables import data, load_toml


class Tense(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to guess a sentence's tense from its words alone."""

    ahead: frozenset[str]
    behind: frozenset[str]
    before_it: frozenset[str]
    after_it: frozenset[str]
    planning: frozenset[str]
    calling: frozenset[str]
    achieved: frozenset[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists; the file says what each is for."""

    months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    units: dict[str, str]
    decades: dict[str, int]
    seasons: dict[str, int]
    season_names: dict[str, str]
    steps: dict[str, int]
    parts: dict[str, str]
    days: dict[str, int]
    vague: dict[str, str]
    sets: dict[str, str]
    holidays: dict[str, str]
    tense: Tense


class RulePatterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule, what a text must hold for it to be tried, and its patterns."""

    name: str
    needs: tuple[str, ...]
    patterns: tuple[str, ...]


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of patterns: fragments that several of them share, and the rules."""

    fragments: dict[str, str]
    rules: tuple[RulePatterns, ...]


@cache
def words() -> Words:
    """The English lists."""
    return load_toml(data("languages", "en", "times.toml"), Words)


@cache
def grammar() -> Grammar:
    """The English patterns."""
    return load_toml(data("languages", "en", "time_rules.toml"), Grammar)


def templates() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each pattern, its lists not yet filled in, with the name of its rule and what the rule needs."""
    for rule in grammar().rules:
        for template in rule.patterns:
            yield rule.name, template, rule.needs


def literals(need: str) -> Iterator[str]:
    """The words that a need stands for, the first of several."""
    w = words()
    lists: dict[str, Iterable[str]] = {
        "month": w.months, "unit": w.units, "season": w.seasons, "decades": w.decades, "sets": w.sets,
        "holiday": w.holidays, "short": w.short_weekdays, "ordinal": w.ordinals, "digit": "0123456789",
    }  # fmt: skip
    if not need.startswith("%"):
        yield need
        return
    for word in lists[need.strip("%")]:
        yield re.split(r"[\s'’.-]", word)[0]


def _any(values: "dict[str, int] | dict[str, str]") -> str:
    longest = sorted(values, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+").replace(r"\-", r"[\s-]") for w in longest) + ")"


@cache
def _lists() -> dict[str, str]:
    w = words()
    tens = _any({k: v for k, v in w.numbers.items() if v in range(20, 100, 10)})
    ones = _any({k: v for k, v in w.numbers.items() if v < 10 and len(k) > 2})
    full = {k: v for k, v in w.months.items() if len(k) > 4 or k in ("may", "june", "july")}
    short = {k: v for k, v in w.months.items() if k not in full}
    spelt = rf"(?:{tens}[\s-]{ones}|{_any(w.numbers)})"
    return {
        "month": rf"(?:{_any(full)}(?![a-z_])|{_any(short)}(?![a-z_])\.?)",
        "weekday": rf"(?:{_any(w.weekdays)})",
        "anyday": rf"(?:{_any(w.weekdays | w.short_weekdays)}\b\.?,?)",
        "number": rf"(?:\d{{1,3}}|{spelt})",
        "some": r"(?:several|(?:a\s+)?few|many|some|recent|dozens\s+of|a\s+number\s+of)",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_any(w.ordinals)})",
        "day": rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?|{_any(w.ordinals)}|(?:twenty|thirty)[\s-]{ones})",
        "year": rf"(?:1\d{{3}}|20\d{{2}}|{_spelt_year(tens, ones)})",
        "holiday": _any(w.holidays),
        "unit": rf"(?:{_any(w.units)})",
        "decades": _any(w.decades),
        "season": _any(w.seasons),
        "step": _any(w.steps),
        "part": _any(w.parts),
        "days": _any(w.days),
        "vague": _any(w.vague),
        "sets": _any(w.sets),
        "tod": r"(?:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)|noon|midnight|midday)",
    }


def _spelt_year(tens: str, ones: str) -> str:
    """*nineteen eighty-six*, *seventeen hundred thirty three*, *two thousand and fifteen*."""
    teens = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    below = rf"(?:{tens}(?:[\s-]{ones})?|{teens})"
    hundreds = "(?:sixteen|seventeen|eighteen|nineteen)"
    old = rf"{hundreds}(?:\s+hundred(?:\s+and)?)?\s+{below}"
    return rf"{old}|two\s+thousand(?:\s+and)?(?:\s+(?:{below}|{ones}))?|twenty\s+{teens}"


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A template with its lists filled in, between word boundaries."""
    return filled(rf"(?<![\w.])(?:{template})(?!\w)")


@cache
def filled(template: str) -> re.Pattern[str]:
    """A template with its fragments, and then the lists, filled in."""
    lists = {**grammar().fragments, **_lists()}
    for _ in ("fragments", "lists"):
        template = re.sub(r"%(\w+)%", lambda m: lists[m[1]], template)
    return re.compile(template, re.IGNORECASE)


def number(text: str) -> int | None:
    """*14*, *fourteen*, *twenty-one*, *a couple of* as a number."""
    plain = " ".join(text.lower().split())
    if plain.isdecimal():
        return int(plain)
    if plain in words().numbers:
        return words().numbers[plain]
    tens, _, ones = plain.replace("-", " ").partition(" ")
    if tens in words().numbers and ones in words().numbers:
        return words().numbers[tens] + words().numbers[ones]
    return None


def written_year(text: str) -> int:
    """*1998*, *nineteen ninety-eight*, *two thousand and five* as a number."""
    plain = text.lower().replace("-", " ").replace(" and ", " ").split()
    if plain[0].isdecimal():
        return int(plain[0])
    if plain[:2] == ["two", "thousand"]:
        return 2000 + (number(" ".join(plain[2:])) or 0)
    rest = plain[2:] if plain[1:2] == ["hundred"] else plain[1:]
    return 100 * (number(plain[0]) or 0) + (number(" ".join(rest)) or 0)


def ordinal(text: str) -> int:
    """*15th*, *fifteenth*, *15* as a number."""
    plain = "-".join(text.lower().split())
    if plain in words().ordinals:
        return words().ordinals[plain]
    return number(plain.replace("-", " ")) or int(re.sub(r"\D", "", plain) or 0)


def month(text: str) -> int:
    """*Sept.* as 9."""
    return words().months[text.lower().rstrip(".")]


def weekday(text: str) -> int:
    """*Tuesday* or *Tue.* as 2."""
    plain = text.lower().rstrip(".,")
    return {**words().weekdays, **words().short_weekdays}[plain]


def unit(text: str) -> str:
    """*weeks* as W."""
    plain = text.lower()
    return words().units[plain if plain in words().units else plain.removesuffix("s").replace("centurie", "century")]
