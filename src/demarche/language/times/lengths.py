"""Lengths and repeated times, which name no day: *for three days*, *a 16-hour flight*, *years*, *every week*, *daily*."""

import re

from demarche.language.times.rule import Reading, Rule
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
    if m["u"].lower() == "second" and m["n"].lower() in ("a", "an"):
        return None  # *a second betrayal*
    return Reading("DURATION", _value(unit(m["u"]), count), anchors=False) if count else None


def _some(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("DURATION", _value(unit(m["u"]), "X"), anchors=False)


def _each(m: re.Match[str], _: Setting) -> Reading | None:
    count = number(m["n"]) if m["n"] else 1
    return Reading("SET", _value(unit(m["u"]), count or 1), anchors=False)


def _set(m: re.Match[str], _: Setting) -> Reading | None:
    return Reading("SET", words().sets[m["s"].lower()], anchors=False)


RULES = (
    Rule("length", r"(?:(?:more|less|fewer)\s+than\s+|at\s+least\s+|about\s+|nearly\s+|almost\s+|over\s+|some\s+)?(?P<n>%number%)(?:\s+(?:more|full|whole|straight|consecutive|additional|extra))?[\s-]+(?P<u>%unit%s?)(?![\s-]*old\b)", _length),
    Rule("some length", r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bof\s)|(?<=\btook\s)|(?<=\bwithin\s)|(?<=\bafter\s)|(?<=\bspent\s))(?P<u>%unit%s)(?!\s+of\b|['’])", _some),
    Rule("some length", r"%some%\s+(?P<u>%unit%s)(?!['’])", _some),
    Rule("every", r"(?:every|each)\s+(?:(?P<n>%number%)\s+)?(?P<u>%unit%s?)", _each),
    Rule("set", r"(?P<s>%sets%)", _set),
)  # fmt: skip
