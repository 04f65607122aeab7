"""Words of a sentence -> a number: *1,200*, *1.2bn*, *forty-four*, *half a million*, *two-thirds*, *hundreds*.

Only the digits and number words themselves; units, ranges and what is counted come after.
"""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.quantities import NumberWord, quantities

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,18}(?:\.\d+)?\Z")
_SEVERAL = frozenset({"several", "few"})
_DASHES = frozenset({"-", "–", "‑"})
_OPENING = frozenset({"a", "an", "half", "one"}) | _SEVERAL
MOST = 12
"""Words that one number may be made of."""


class Number(msgspec.Struct, frozen=True):
    """A number from its first to its last word. `value` is null where the words give none (*dozens*).

    `base` is the value before a last multiplier (2 in *2 million*); `is_share` is a part of something (*a third*);
    `is_plain` is a bare digit string or word, which may as well be the number of an article, a flight, a page.
    """

    first: int
    last: int
    value: float | None
    base: float | None = None
    is_share: bool = False
    is_plain: bool = False


def begins(word: str) -> bool:
    """Can a number begin with a word?"""
    return word in _openings() or word[:1].isdigit()


def beginnings(words: Iterable[str]) -> list[bool]:
    """Of each of some words, whether a number can begin with it."""
    openings = _openings()
    return [word in openings or word[:1].isdigit() for word in words]


@cache
def _openings() -> frozenset[str]:
    return _OPENING | quantities().numbers.keys()


def number(scene: Scene, i: int) -> Number | None:
    """The number that begins at a word; most words can begin none, and are passed over at once."""
    if not begins(scene.lower(i)):
        return None
    return _share(scene, i) or _vague(scene, i) or _digits(scene, i) or _spelt(scene, i)


def _word(scene: Scene, i: int) -> NumberWord | None:
    return quantities().numbers.get(scene.lower(i)) if 0 <= i < len(scene.tokens) else None


def _is(scene: Scene, i: int, *lower: str) -> bool:
    return 0 <= i < len(scene.tokens) and scene.lower(i) in lower


def glued(scene: Scene, i: int) -> bool:
    """Does a word stand right behind the one before it, without a blank?"""
    return 0 < i < len(scene.tokens) and scene.tokens[i - 1].end == scene.tokens[i].start


def _digits(scene: Scene, i: int) -> Number | None:
    """Digits and the multipliers after them: *2.8 billion*, *26,000*, *2.3mn*."""
    if not _DIGITS.match(scene.lower(i)):
        return None
    base = value = float(scene.lower(i).replace(",", ""))
    last = i
    while (w := _word(scene, last + 1)) and w.value and _multiplies(scene, last + 1, w):
        base, value, last = value, value * w.value, last + 1
    is_plain = last == i and "," not in scene.lower(i) and "." not in scene.lower(i)
    return Number(i, last, value, base if last > i else None, is_plain=is_plain)


def _multiplies(scene: Scene, i: int, word: NumberWord) -> bool:
    if word.sort == "short":
        return glued(scene, i) or word.word not in ("m", "b", "k")
    return word.sort == "times"


def _spelt(scene: Scene, i: int) -> Number | None:
    """Number words: *one hundred and forty-four*, *two and a half million*, *half a dozen*, *a million*."""
    opened = _opening(scene, i)
    if opened is None:
        return None
    total, current, j = 0.0, opened[0], opened[1]
    last, base = j - 1, None
    while j < min(i + MOST, len(scene.tokens)):
        word = _word(scene, j)
        if word is None or word.value is None or word.sort not in ("small", "ten", "times"):
            if not _joins(scene, j, last):
                break
            j += 1
            continue
        if word.sort == "times":
            base, current = current, (current or 1) * word.value
            if word.value >= 1000:
                total, current = total + current, 0.0
        else:
            base, current = None, current + word.value
        last, j = j, j + 1
    value = total + current
    return Number(i, last, value, base, is_plain=base is None) if last >= i and value else None


def _opening(scene: Scene, i: int) -> tuple[float, int] | None:
    """What a spelt number opens with, and the word that goes on from it."""
    after = _word(scene, i + 2)
    if _is(scene, i, "half") and _is(scene, i + 1, "a") and after and after.sort == "times":
        return 0.5, i + 2
    following = _word(scene, i + 1)
    if _is(scene, i, "a") and following and following.sort == "group" and following.value and _is(scene, i + 2, "of"):
        return following.value, i + 2
    if _is(scene, i, "a", "an") and following and following.sort == "times" and not _is(scene, i + 2, "of"):
        return 1.0, i + 1
    word = _word(scene, i)
    if word is None or word.sort not in ("small", "ten"):
        return None
    if [_is(scene, i + k, w) for k, w in enumerate(("and", "a", "half"), start=1)] == [True] * 3 and word.value:
        return word.value + 0.5, i + 4
    return 0.0, i


def _joins(scene: Scene, j: int, last: int) -> bool:
    """*forty-four*, *one hundred and two*: a dash after a ten, an *and* after a multiplier, before a smaller word."""
    before, after = _word(scene, last), _word(scene, j + 1)
    if j != last + 1 or before is None or after is None or after.sort not in ("small", "ten"):
        return False
    if scene.lower(j) in _DASHES:
        return before.sort == "ten" and after.sort == "small"
    return _is(scene, j, "and") and before.sort == "times" and before.word != "dozen"


def _vague(scene: Scene, i: int) -> Number | None:
    """*hundreds of thousands*, *several dozen*, *scores of*: a number that the text does not give."""
    word = _word(scene, i)
    if word and word.sort == "vague":
        last, following = i, _word(scene, i + 2)
        if _is(scene, i + 1, "of") and following and following.sort == "vague":
            last = i + 2
        needs_of = word.word in ("scores", "tens", "billions", "trillions")
        return None if needs_of and last == i and not _is(scene, i + 1, "of") else Number(i, last, None)
    times = _word(scene, i + 1)
    if scene.lower(i) in _SEVERAL and times and times.sort == "times":
        return Number(i, i + 1, None)
    return None


def _share(scene: Scene, i: int) -> Number | None:
    """*half of*, *a third of*, *two-thirds*, *by a quarter*, *one in five*."""
    word = _word(scene, i)
    whole = _word(scene, i + 2)
    if word and word.sort == "share" and _is(scene, i + 1, "a", "an") and not (whole and whole.sort == "times"):
        return Number(i, i + 1, word.value)  # *half a percentage point*, *half a tonne*
    if word and word.sort == "share" and (_is(scene, i + 1, "of", "the") or _is(scene, i - 1, "by", "than")):
        return Number(i, i, word.value, is_share=True)
    count = 1.0 if _is(scene, i, "a", "one") else word.value if word and word.sort == "small" else None
    if not count:
        return None
    at = i + 2 if i + 1 < len(scene.tokens) and scene.lower(i + 1) in _DASHES else i + 1
    part = _word(scene, at)
    if (
        part
        and part.sort == "part"
        and part.value
        and (_is(scene, at + 1, "of") or _is(scene, i - 1, "by") or at > i + 1)
    ):
        return Number(i, at, round(count * part.value, 4), is_share=True)
    out_of = i + 3 if _is(scene, i + 1, "out") and _is(scene, i + 2, "of") else i + 2 if _is(scene, i + 1, "in") else 0
    among = _digits(scene, out_of) or _spelt(scene, out_of) if 0 < out_of < len(scene.tokens) else None
    if among and among.is_plain and among.value and count < among.value <= 100 and not _is_time(scene, among.last + 1):
        return Number(i, among.last, round(count / among.value, 4), is_share=True)
    return None


def _is_time(scene: Scene, i: int) -> bool:
    return i < len(scene.tokens) and scene.lower(i) in quantities().words.times
