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
_CLITIC = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m)(?![^\W_])"
# Most words are letters before a blank or a comma: told first, they need none of the rest.
# Every repetition that could run on and then fail has a limit: a file of one endless line must not cost its square.
_WORDS = rf"""
      (?P<plain>    [A-Za-z]{{1,400}}(?=[ ,]) )
    | (?P<address>  (?:https?://|ftp://|www\.)[^\s<>"“”()\[\]]{{1,500}}(?<![.,;:!?'’])
                  | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}}
                  | \b[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,4}}\.(?:com|org|net|gov|edu|mil|int|info|co\.uk|ru|ua|ir|cn)\b
                    (?:/[^\s<>"“”()\[\],;]{{0,300}}[\w/])? )
    | (?P<file>     [\w-]{{1,63}}\.(?:doc|docx|xls|xlsx|pdf|txt|html|htm|zip|jpg|png)\b )
    | (?P<smiley>   [:;=]-?[)(DP](?![\w)(]) )
    | (?P<handle>   (?<!\w)[@\#]\w{{1,100}} )
    | (?P<clitic>   (?<=[^\W_]){_CLITIC} | (?<=[^\W_]\.){_CLITIC} )
    | (?P<phone>    \d{{3}}-(?:\d{{3}}-)?\d{{4}}(?![\d-]) )
    | (?P<clock>    \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d) )
    | (?P<ordinal>  \d{{1,12}}(?:,\d{{3}}){{0,6}}(?:st|nd|rd|th|s)\b )
    | (?P<number>   \d{{1,400}}(?:[.,]\d{{1,400}}){{0,20}}(?:/\d{{1,4}}(?:/\d{{1,4}})?)? )
    | (?P<initials> (?:[^\W\d_]\.){{2,10}}(?=\W|$) | (?:[^\W\d_]\.){{1,10}}[^\W\d_](?=\W|$) )
    | (?P<letters>  (?-i:[A-Z]{{1,3}}&[A-Z]{{1,3}})(?!\w) | Ph\.D\. )
    | (?P<prefixed> (?:PREFIXES)-[^\W_]{{1,100}} )
    | (?P<word>     [^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d]){{0,400}} )
    | (?P<dots>     \.{{2,40}} | …{{1,40}} )
    | (?P<dash>     -{{2,40}} | [–—―]{{1,40}} )
    | (?P<quote>    `` | '' )
    | (?P<repeat>   [!?]{{2,40}} | \*{{2,40}} | ={{2,40}} | _{{2,40}} | <<|>> | ~{{2,40}} | \#{{2,40}} )
    | (?P<mark>     \S )
    """
_STARTS_CLITIC = re.compile(_CLITIC, re.IGNORECASE)
_NOT = re.compile(rf"(?<=[a-z])n{_APOSTROPHE}t$", re.IGNORECASE)
_INNER = re.compile(rf"[^\W\d_]{_APOSTROPHE}[^\W\d_]")
_LETTERS = re.compile(r"[^\W_]{1,400}")


def cuts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cut]:
    """Half-open offsets of each word between `start` and `end`, in order."""
    stop = len(text) if end is None else end
    at = start
    pattern, contracted = _pattern(), _contractions()
    while found := pattern.search(text, at, stop):
        at = found.end()
        if found.lastgroup == "plain":
            if found[0].lower() in contracted:
                yield from _parts(text, found.start(), at)
            else:
                yield found.span()
        elif found.lastgroup in ("word", "prefixed"):
            at = _whole(text, found.start(), at, stop)
            yield from _parts(text, found.start(), at)
        else:
            yield found.start(), at


def _whole(text: str, start: int, end: int, stop: int) -> int:
    """The end of a word with what belongs to it: an inner apostrophe (O'Neal, don't), an abbreviation's stop."""
    while _INNER.match(text, end - 1, stop) and not _STARTS_CLITIC.match(text, end, stop):
        following = _LETTERS.match(text, end + 1, stop)
        if following is None or following.end() - start > 400:
            break
        end = following.end()
    if end < stop and text[end] == "." and _takes_stop(text[start:end], end + 1 == stop):
        return end + 1
    return end


def _takes_stop(word: str, last: bool) -> bool:
    """Whether a full stop after the word is part of it: an abbreviation or an initial."""
    if len(word) == 1 and word.isupper():
        return word != "I"
    kind = mapping("en", "abbreviations").get(word.lower())
    return kind is not None and not (last and kind == "loose")


def _parts(text: str, start: int, end: int) -> Iterator[Cut]:
    """One written word -> its syntactic words."""
    word = text[start:end]
    found = _NOT.search(word)
    if found and found.start():
        yield start, start + found.start()
        yield start + found.start(), end
        return
    for width in _contractions().get(word.lower(), (end - start,)):
        yield start, start + width
        start += width


@cache
def _pattern() -> re.Pattern[str]:
    prefixes = "|".join(sorted(words("en", "prefixes")))
    return re.compile(_WORDS.replace("PREFIXES", prefixes), re.VERBOSE | re.IGNORECASE)


@cache
def _contractions() -> dict[str, tuple[int, ...]]:
    return {whole: tuple(len(p) for p in parts.split()) for whole, parts in mapping("en", "contractions").items()}
