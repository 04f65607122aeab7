"""A paragraph -> its sentences, by rule: where a stop ends one and where it belongs to an abbreviation.

A dateline ("KYIV, Ukraine (AP) —") is a sentence of its own, because what follows it is parsed better alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from demarche.lexicon.languages import mapping, words

Stretch = tuple[int, int]

_STOP = re.compile(
    r"""
    (?P<stop> [.!?…]{1,20} | [。！？] )
    (?P<closing> ["'”’»)\]]{0,4} (?:\ ?\[\d{1,3}\]){0,4} )
    (?P<gap> \s{1,400} | $ | (?=[“"'(]{0,2}[A-Z]) )
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"[\w.&'’-]{1,40}$")
_OPENING = "\"'“‘«([-–—•*"
_DATELINE = re.compile(
    r"""
    (?: [A-Z][A-Z.'’ -]{2,40} (?:,\ (?:(?:[A-Z][\w.'’-]{1,20}|of|the|and)\ ?){1,6})?
      | (?:[A-Z][\w.'’-]{1,20}\ ?){1,3} (?=,\ [A-Z][a-z]{2,8}\.?\ \d|\ ?\() )
    (?:,?\ [A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,\ \d{4})?)?
    (?:,?\ ?[(/][A-Z][\w .,/&-]{1,40}[)/])?
    \ ?(?:—|–|--|-|:|\.\ /[A-Z]+/\.)\s{1,4}(?=\S)
    """,
    re.VERBOSE,
)


def sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Half-open offsets of the sentences of a paragraph, blanks around them left out."""
    at = _skip_blanks(text, start, end)
    dateline = _DATELINE.match(text, at, min(end, at + 160))
    if dateline and _is_dateline(dateline[0]):
        yield at, _trimmed(text, at, dateline.end())
        at = dateline.end()
    opened = at
    for found in _STOP.finditer(text, at, end):
        if found.end() < end and _ends(text, opened, found, end):
            yield opened, _trimmed(text, opened, found.end())
            opened = _skip_blanks(text, found.end(), end)
    if opened < end:
        yield opened, _trimmed(text, opened, end)


def _is_dateline(words_: str) -> bool:
    """A place in capitals, or an agency in brackets: not just any heading with a colon."""
    place = re.match(r"[A-Z][A-Z.'’ -]{2,}", words_)
    return (
        "(" in words_
        or bool(place and len(place[0].strip()) >= (3 if "," in words_ else 4))
        or re.search(r"[A-Z][a-z]+\.? \d", words_) is not None
    )


def _ends(text: str, opened: int, found: re.Match[str], end: int) -> bool:
    """Whether this stop ends the sentence that was opened."""
    following = _skip(text, found.end(), min(end, found.end() + 6), _OPENING)
    if following >= end:
        return True
    if text[following] in ".,:;!?)]":
        return False  # a stop typed apart, a smiley
    if not found["gap"]:
        return _glued(text, found, following)
    if text[following].islower() and not text[opened].islower():
        return False  # someone who opens sentences small writes all of them so
    if found["stop"] != ".":
        return not (found["stop"][0] in "…" or ".." in found["stop"]) or text[following].isupper()
    before = _BEFORE.search(text, max(opened, found.start() - 41), found.start())
    return before is None or _after_word(text, before[0], before.start() == opened, following, bool(found["closing"]))


def _glued(text: str, found: re.Match[str], following: int) -> bool:
    """Stop and capital without a blank: *said.The*, but not *U.S.A*, *Node.JS* or a web address."""
    before = text[max(0, found.start() - 3) : found.start()]
    after = text[following : following + 2]
    bare = not found["closing"] and not (before.isalpha() and before.islower() and len(before) == 3)
    return not bare and found["stop"][0] != "…" and len(after) == 2 and (after[1].islower() or after[1].isspace())


def _after_word(text: str, word: str, first: bool, following: int, closed: bool) -> bool:
    """Whether a stop after this word ends a sentence, given what follows."""
    if closed:
        return True
    if first and (word.isdigit() or len(word) == 1):
        return False  # a number in a list
    if len(word) == 1 and (word.isupper() or text[following].isdigit()):
        return word == "I"
    if word.lower() in ("e.g", "i.e"):
        return False
    kind = mapping("en", "abbreviations").get(word.lower().rsplit("-", 1)[-1])
    if kind == "title" or (kind == "month" and text[following].isdigit()):
        return False
    if word.lower() in ("no", "art", "sec", "fig", "al") and text[following].isdigit():
        return False
    if kind is not None or "." in word:
        return _starter(text, following)
    return True


def _starter(text: str, at: int) -> bool:
    """Whether the word is one that opens sentences far more often than names."""
    found = re.compile(r"[A-Za-z]+").match(text, at)
    return found is not None and found[0] in _starters()


@cache
def _starters() -> frozenset[str]:
    return words("en", "starters")


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _skip(text: str, at: int, end: int, marks: str) -> int:
    while at < end and (text[at] in marks or text[at].isspace()):
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
