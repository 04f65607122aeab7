"""One name written two ways: *Sergei*, *Sergey*; *ASEAN*, *Asean*; *UN*, *United Nations*; *Feb.*, *February*."""

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.families.changes.words import cues
from demarche.model import Difference

_ADJECTIVES = ("ian", "ians", "an", "ans", "ese", "ish", "ic")
CLOSE, CLOSER = 0.85, 0.88
"""Likeness (Jaro-Winkler) from which two letters, or three, may differ."""


def names(sides: Sides) -> Iterator[Difference]:
    """The variants at the same place of two aligned sentences."""
    for left, right in sides.replaced():
        for a, b in variants(left, right):
            yield sides.said("name_variant", _field(a, b), stretch(a), stretch(b), 0.9)
    for tag, i, j, k, _ in sides.parts:
        if tag == "equal":
            for one, other in zip(sides.left[i:j], sides.right[k:], strict=False):
                if _recased(one, other, sides):
                    yield sides.said("name_variant", "name", stretch([one]), stretch([other]), 0.8)


def variants(left: list[Word], right: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """The words of one run that are spellings of words of the other."""
    if _same_letters(left, right) or _initials(left, right) or _initials(right, left):
        yield left, right
        return
    for a in left:
        for b in right:
            if variant(a, b):
                yield [a], [b]
    for one, many, flip in ((left, right, False), (right, left, True)):
        for word in one:
            spelt = next((run for run in _pairs(many) if _initials([word], run)), None)
            if spelt and len(one) + len(many) > 3:
                yield (spelt, [word]) if flip else ([word], spelt)


def _pairs(words: list[Word]) -> Iterator[list[Word]]:
    for size in (2, 3, 4):
        yield from (words[i : i + size] for i in range(len(words) - size + 1))


def variant(a: Word, b: Word) -> bool:
    """Are two capitalised words one name in two spellings?"""
    if not (a.surface[0].isupper() and b.surface[0].isupper()) or a.plain == b.plain:
        return False
    if _month(a.plain, b.plain) or _month(b.plain, a.plain):
        return True
    one, other = (w.plain.removesuffix("'s") for w in (a, b))
    if min(len(one), len(other)) < 5 or one[0] != other[0] or _inflected(one, other):
        return False
    near = JaroWinkler.similarity(one, other)
    return near >= CLOSE and DamerauLevenshtein.distance(one, other) <= (2 if near < CLOSER else 3)


def _inflected(a: str, b: str) -> bool:
    """*Russia* and *Russian*, *Ukraine* and *Ukrainian* are words of one family, not spellings."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or (long.startswith(short[:-1]) and long.endswith(_ADJECTIVES))


def _month(short: str, long: str) -> bool:
    return long in cues().months and len(short) in (3, 4) and short != long and long.startswith(short)


def _same_letters(left: list[Word], right: list[Word]) -> bool:
    """*G-20* and *G20*, *el-Sissi* and *el Sissi*."""
    a, b = ("".join(w.surface for w in words) for words in (left, right))
    squeezed = a.casefold().replace("-", ""), b.casefold().replace("-", "")
    return a[:1].isupper() and b[:1].isupper() and squeezed[0] == squeezed[1] and len(left) != len(right)


def _initials(one: list[Word], many: list[Word]) -> bool:
    """*UN* for *United Nations*."""
    if len(one) != 1 or len(many) < 2 or not all(w.surface[0].isupper() for w in many):
        return False
    short = one[0].surface.replace(".", "")
    return short.isupper() and short == "".join(w.surface[0] for w in many)


def _recased(a: Word, b: Word, sides: Sides) -> bool:
    """*ASEAN* and *Asean*: both hold capitals, but not the same ones."""
    if a.surface.replace(".", "") == b.surface.replace(".", "") or not (a.capital and b.capital):
        return False
    one, other = (w.surface.removesuffix("’s").removesuffix("'s") for w in (a, b))
    if one == other or one.casefold() != other.casefold() or len(one) < 3 or a is sides.left[0]:
        return False
    return not any(all(w.surface.isupper() for w in side) for side in (sides.left, sides.right))


def full_names(a: Told, b: Told) -> Iterator[tuple[list[Word], list[Word]]]:
    """Full names anywhere in two texts of which one part is the same and the other nearly so (*Brittany Griner*)."""
    left, right = _fulls(a), _fulls(b)
    for name, words in left.items():
        if name in right:
            continue
        for other, found in right.items():
            if other in left or name[1] != other[1]:
                continue
            if variant(words[0], found[0]):
                yield words, found


def _fulls(told: Told) -> dict[tuple[str, str], list[Word]]:
    """Pairs of capitalised words side by side, by their plain forms; the first of each."""
    found: dict[tuple[str, str], list[Word]] = {}
    for words in told.sentences:
        for a, b in pairwise(words):
            if a.surface[0].isupper() and b.surface[0].isupper() and told.gap(a, b) == " ":
                found.setdefault((a.plain, b.plain.removesuffix("'s")), [a, b])
    return found


def _field(a: list[Word], b: list[Word]) -> str:
    return "date" if {a[0].plain, b[0].plain} & cues().months else "name"
