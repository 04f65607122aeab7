"""Spellings -> forms that compare equal: *Çavuşoğlu* and *Cavusoglu*, *al-Assad* and *Assad*, *Sergei* and *Sergey*."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

_WORDS = "al el as ash ad an ar at az bin ibn bint abu de da do dos del della di du la le van von der den ter of"
PARTICLES = frozenset(_WORDS.split())
"""Name parts that a paper may leave out."""

_BESIDE = "jr sr dr mr mrs ms sir lord lady dame sheikh shaikh shaykh hrh he hh prof professor"
TITLES = frozenset(_BESIDE.split())
"""Words that stand beside a name and are no part of it."""

_ALONE = {"ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "t", "Þ": "t",
          "æ": "a", "Æ": "a", "œ": "o", "Œ": "o", "ß": "s", "ə": "a", "Ə": "a", "ŋ": "n", "’": " ", "‘": " ", "ʼ": " ",
          "ʻ": " ", "ħ": "h", "Ħ": "h"}  # fmt: skip


class _Folding(dict[int, str]):
    """Each code point to exactly one other, worked out when first met: offsets of the folded text stay true."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _ALONE.get(letter) or _base(letter)
        self[code] = folded
        return folded


def _base(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return plain if len(plain) == 1 and plain.isalnum() else " "


_FOLDING = _Folding()


def folded(text: str) -> str:
    """The text in small letters without accents, every mark a blank; as long as the text itself."""
    return text.translate(_FOLDING)


_IN_TWO = {"đ": "dj", "Đ": "Dj", "ö": "oe", "Ö": "Oe", "ü": "ue", "Ü": "Ue", "ä": "ae", "Ä": "Ae", "ø": "oe", "Ø": "Oe",
           "å": "aa", "Å": "Aa", "æ": "ae", "Æ": "Ae", "ß": "ss"}  # fmt: skip
_LETTERS_IN_TWO = re.compile("(?<![gqGQ])ü|[{}]".format("".join(_IN_TWO).replace("ü", "")))


def spelled_out(name: str) -> str:
    """The name as wires without these letters write it: *Schuessel* for Schüssel, *Djindjic* for Đinđić."""
    return _LETTERS_IN_TWO.sub(lambda letter: _IN_TWO[letter[0]], unicodedata.normalize("NFC", name))


def key(name: str) -> str:
    """The form under which a name is looked up: folded, single blanks."""
    return " ".join(folded(name).split())


def parts(name: str, spellings: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The words of a name that tell persons apart: no initials, particles or titles, each in its canonical spelling."""
    words = [w for w in folded(name).split() if len(w) > 1 and w not in PARTICLES and w not in TITLES]
    return tuple(spellings.get(w, w) for w in words) if spellings else tuple(words)


def agree(one: Iterable[str], other: Iterable[str]) -> bool:
    """Can two names with these parts be one person's? One holds the other's parts, or they share two and a last one."""
    a, b = tuple(one), tuple(other)
    small, large = (set(a), set(b)) if len(set(a)) <= len(set(b)) else (set(b), set(a))
    if not small:
        return False
    return small <= large or (len(small & large) >= 2 and bool({a[-1], b[-1]} & small & large))
