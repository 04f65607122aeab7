"""Numbers, days and names that stand in the same place of two versions, and are not the same."""

from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from demarche.families.changes.names import variant, variants
from demarche.families.changes.sides import Sides
from demarche.families.changes.telling import Word
from demarche.families.changes.words import cues
from demarche.families.fluency import attested
from demarche.families.stems import codes
from demarche.lexicon import languages
from demarche.model import Difference

SAME = 0.5
"""How alike two sentences must be before a different word in one place is a different fact."""
SHORT = 3
"""Words that may stand in place of one another and still be one fact against another."""
UNLIKE = 0.65
"""Two names more alike than this may be one name in two transcriptions: *Hagia*, *Ayia*."""
CENTURY = 100
_SHORT_FORMS = frozenset({"US", "UK", "EU", "UN", "USA", "UAE"})


def facts(sides: Sides) -> Iterator[Difference]:
    """The changed facts of two aligned sentences."""
    if sides.link.score >= SAME:
        for left, right in sides.replaced():
            field = _field(left, right, sides) if max(len(left), len(right)) <= SHORT else None
            if field:
                yield sides.said("fact_change", field, sides.around(left, "a", 3), sides.around(right, "b", 3), 0.8)


def dated(sides: Sides) -> Iterator[Difference]:
    """A day that one version gives and the other leaves out: *two days earlier*."""
    for left, right in sides.alone():
        if sides.link.score >= SAME and _is_time(left or right) and not _elsewhere(left, right, sides):
            if left:
                yield sides.said("dropped", "date", sides.around(left, "a", 8), sides.whole("b"), 0.7)
            else:
                yield sides.said("added", "date", sides.whole("a"), sides.around(right, "b", 8), 0.7)


def _elsewhere(left: list[Word], right: list[Word], sides: Sides) -> bool:
    """Has the other sentence the day in another place?"""
    other = {w.plain for w in (sides.right if left else sides.left)}
    return any(w.plain in other for w in _days(left or right))


def _is_time(words: list[Word]) -> bool:
    plain = {w.plain for w in words}
    shifted = bool(plain & cues().shifts and plain & cues().units)
    return len(words) <= SHORT + 1 and (shifted or any(w.plain in cues().days and w.capital for w in words))


def _field(a: list[Word], b: list[Word], sides: Sides) -> str | None:
    """What kind of fact differs, if one does."""
    one, other = _value(a), _value(b)
    if one is not None and other is not None:
        return "number" if one != other and not _short_year(one, other) else None
    if _days(a) and _days(b):
        return "date" if not any(variants(a, b)) and not _shared(a, b, sides) else None
    return "name" if _names(a) and _names(b) and not _same_name(a, b, sides) else None


def _short_year(one: float, other: float) -> bool:
    """*1900-85* and *1900-1985*."""
    short, long = sorted((one, other))
    return 0 <= short < CENTURY <= 1000 <= long < 2100 and long % CENTURY == short


def _days(words: list[Word]) -> list[Word]:
    return [w for w in words if w.capital and (w.plain in cues().days or w.plain in cues().months)]


def _names(words: list[Word]) -> bool:
    return all(w.surface[0].isupper() and len(w.plain) > 2 for w in words) and not all(map(_generic, words))


def _generic(word: Word) -> bool:
    """A word that English puts *the* and *a* before is part of a title at most: *Coast*, *Foreign*, *Daily*."""
    code = codes("en")[word.surface.lower()]
    return attested(codes("en")["the"], code) and any(attested(codes("en")[w], code) for w in ("a", "an"))


def _same_name(a: list[Word], b: list[Word], sides: Sides) -> bool:
    """The same after all: spelt otherwise, the adjective of a country, told elsewhere in the sentence; or not sure."""
    if any(variants(a, b)) or any(variant(x, y) for x in a for y in b):
        return True
    if a[0] is sides.left[0] or b[0] is sides.right[0]:
        return True
    demonyms = languages.words("en", "demonyms")
    if any(w.surface in demonyms or w.surface.replace(".", "") in _SHORT_FORMS for w in (*a, *b)):
        return True
    near = any(JaroWinkler.similarity(x.plain, y.plain) > UNLIKE or x.plain[:3] == y.plain[:3] for x in a for y in b)
    return near or _shared(a, b, sides)


def _shared(a: list[Word], b: list[Word], sides: Sides) -> bool:
    """Does either sentence have the other's words in another place?"""
    left, right = ({w.plain for w in words} for words in (sides.left, sides.right))
    return any(w.plain in right for w in a) or any(w.plain in left for w in b)


def _value(words: list[Word]) -> float | None:
    """*15 thousand*, *15,000* and *fifteen thousand* are one number; null where it takes more than this to read it."""
    value = 1.0
    if sum(word.surface[0].isdigit() for word in words) > 1:
        return None
    for word in words:
        figure = word.surface.replace(",", "").rstrip(".")
        if figure.replace(".", "", 1).isdecimal():
            value *= float(figure)
        elif word.plain in cues().numbers:
            value *= cues().numbers[word.plain]
        else:
            return None
    return value
