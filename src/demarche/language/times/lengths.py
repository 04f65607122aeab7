"""Lengths and repeated times, which name no day: *for three days*, *16-hour*, *years*, *every week*, *daily*."""

import re
from collections.abc import Mapping

from demarche.language.times.rule import Reading, Resolve
from demarche.language.times.setting import Setting
from demarche.language.times.words import number, unit, words


def _value(letter: str, count: int | str) -> str:
    many = int(letter[:-1]) if letter[:-1].isdecimal() else 1
    plain = letter[-1] if letter[:-1].isdecimal() else letter
    if plain == "Q":
        plain, many = "M", 3
    total = count if isinstance(count, str) else count * many
    if plain in ("S", "MIN", "H"):
        return f"PT{total}{plain[0]}"
    return f"P{total}{'D' if plain == 'WE' else plain}"


def _length(m: re.Match[str], _: Setting) -> Reading | None:
    count = number(m["n"])
    if m["u"][0].isupper() and not m["n"][0].isupper() and not m[0].isupper():
        return None  # the programme *60 Minutes*
    if m["n"].lower() in ("a", "an") and _RATE.search(m.string, max(0, m.start() - 12), m.start()):
        return None  # *24 hours a day*
    if count and m["half"]:
        return Reading("DURATION", _and_a_half(unit(m["u"]), count), anchors=False)
    if m["u"].lower() == "second" and m["n"].lower() in ("a", "an"):
        return None  # *a second betrayal*
    return Reading("DURATION", _value(unit(m["u"]), count), anchors=False) if count else None


_RATE = re.compile(r"(?:\d|hours?|days|times|once|twice|cent|%)\s+\Z", re.IGNORECASE)


def _long(m: re.Match[str], _: Setting) -> Reading | None:
    """*day-long*, *a decades-long dispute*."""
    many = m["u"].lower().endswith("s")
    return Reading("DURATION", _value(unit(m["u"]), "X" if many else 1), anchors=False)


def _midday(m: re.Match[str], setting: Setting) -> Reading | None:
    """*at midday*: of the day told of; which that is, other words say."""
    at = setting.told
    hour = "24:00" if m["t"].lower() == "midnight" else "12:00"
    return Reading("TIME", f"{at.isoformat() if at else 'XXXX-XX-XX'}T{hour}", anchors=False)


def _and_a_half(letter: str, count: int) -> str:
    """*5 1/2 hours* as PT5H30M, *two and a half years* as P2.5Y."""
    return f"PT{count}H30M" if letter == "H" else _value(letter, f"{count}.5")


def _some(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("DURATION", _value(unit(m["u"]), "X"), anchors=False)


def _clock(m: re.Match[str], setting: Setting) -> Reading | None:
    """*at 3 p.m.*, *08:30 UTC*: the hour of the day told of; which day that is, other words say."""
    hour, minute = int(m["h"] or m["h2"][:2]), int(m["m"] or (m["h2"] or "0000")[2:])
    half = (m["half"] or "").lower()
    if hour > 24 or minute > 59 or (half and hour > 12) or not (half or m["zone"]):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = "Z" if m["zone"] and m["zone"].upper() in ("UTC", "GMT") else ""
    at = setting.told
    return Reading("TIME", f"{at.isoformat() if at else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}{zone}", anchors=False)


def _each(m: re.Match[str], _: Setting) -> Reading | None:
    count = number(m["n"]) if m["n"] else 1
    return Reading("SET", _value(unit(m["u"]), count or 1), anchors=False)


def _set(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("SET", words().sets[m["s"].lower()], anchors=False)


RESOLVERS: Mapping[str, Resolve] = {
    "clock": _clock,
    "length": _length,
    "long": _long,
    "midday": _midday,
    "some length": _some,
    "every": _each,
    "set": _set,
}
