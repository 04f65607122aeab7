"""A stretch of text -> the words in it, cut as English Universal Dependencies cuts them.

Clitics stand alone (*does|n't*, *Russia|'s*), and so does each part of a hyphenated word and its hyphen
(*Franco|-|German*), as in the EWT and GUM treebanks since 2023; figures, addresses and abbreviations stay whole.
"""

import re
from collections.abc import Iterator
from functools import cache

from demarche.lexicon.languages import mapping, words

Cut = tuple[int, int]

_APOSTROPHE = "['’ʼ`´]"
_MARKS = re.compile(
    r"""
      (?P<address>  (?:https?://|ftp://|www\.)[^\s<>"“”()\[\]]+[^\s<>"“”()\[\].,;:!?'’]
                  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
                  | \b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|int|info|co\.uk|ru|ua|ir|cn)\b(?:/[^\s<>"“”()\[\],;]*[\w/])? )
    | (?P<handle>   (?<![\w])[@\#]\w+ )
    | (?P<clock>    \d{1,2}:\d{2}(?::\d{2})? )
    | (?P<ordinal>  \d+(?:,\d{3})*(?:st|nd|rd|th|s)\b )
    | (?P<number>   \d+(?:[.,]\d+)*(?:/\d+(?:/\d+)?)? )
    | (?P<initials> (?:[^\W\d_]\.){2,}(?=\W|$|s\b) | (?:[^\W\d_]\.)+[^\W\d_](?=\W|$) )
    | (?P<word>     [^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])* )
    | (?P<dots>     \.{2,} | …+ )
    | (?P<dash>     -{2,} | [–—―]+ )
    | (?P<quote>    ``|''|"" )
    | (?P<repeat>   [!?]{2,} | \*{2,} | ={2,} | _{2,} | ~{2,} | \#{2,} )
    | (?P<mark>     \S )
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(rf"{_APOSTROPHE}(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)(?![^\W_])")
_NOT = re.compile(rf"(?<=[a-zA-Z])n{_APOSTROPHE}t$", re.IGNORECASE)
_INNER = re.compile(rf"[^\W\d_]{_APOSTROPHE}[^\W\d_]")


def cuts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cut]:
    """Half-open offsets of each word between `start` and `end`, in order."""
    stop = len(text) if end is None else end
    at = start
    while found := _MARKS.search(text, at, stop):
        at = found.end()
        if found.lastgroup == "word":
            at = _whole(text, found.start(), found.end(), stop)
            yield from _parts(text, found.start(), at)
        else:
            yield found.start(), at


def _whole(text: str, start: int, end: int, stop: int) -> int:
    """The end of a word with what belongs to it: an inner apostrophe (O'Neal, don't), an abbreviation's stop."""
    while end + 1 < stop and _INNER.match(text, end - 1, stop) and not _CLITIC.match(text, end, stop):
        following = re.compile(r"[^\W_]+").match(text, end + 1, stop)
        if following is None:
            break
        end = following.end()
    if text.startswith(".", end) and end < stop and text[start:end].lower() in _abbreviations():
        return end + 1
    if text.startswith(".", end) and end < stop and end - start == 1 and text[start].isupper() and text[start] != "I":
        return end + 1
    return end


def _parts(text: str, start: int, end: int) -> Iterator[Cut]:
    """One written word -> its syntactic words."""
    word = text[start:end]
    found = _NOT.search(word)
    if found and found.start():
        yield start, start + found.start()
        yield start + found.start(), end
        return
    widths = _contractions().get(word.lower())
    if widths:
        for width in widths:
            yield start, start + width
            start += width
        return
    yield start, end


@cache
def _abbreviations() -> frozenset[str]:
    return words("en", "abbreviations")


@cache
def _contractions() -> dict[str, tuple[int, ...]]:
    return {whole: tuple(len(p) for p in parts.split()) for whole, parts in mapping("en", "contractions").items()}
