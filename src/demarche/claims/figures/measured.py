"""A number -> a measured number: its range, its unit or currency, and what it is per."""

from collections.abc import Iterator

import msgspec

from demarche.claims.figures.numbers import Number, beginnings, glued, number
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import Unit, quantities

_DASHES = frozenset({"-", "–", "—", "‑"})
SHARE = "share"
WIDEST = 200
"""A range whose ends are further apart is none: *in 2002 to 24.3 billion*."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what belongs to its own words, from `first` to `last`; `digits` are the places of the number alone.

    `unit` null: something is counted. `period` is the stretch that it is per (*a day*), by its first and last word.
    """

    first: int
    last: int
    digits: tuple[int, int]
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_word: int | None = None
    per: tuple[int, int] | None = None
    is_plain: bool = False
    is_share: bool = False


def measured(scene: Scene) -> Iterator[Measured]:
    """Every number of a sentence with its unit, in the order of the text."""
    begun = beginnings(map(scene.lower, range(len(scene.tokens))))
    i = 0 if True in begun else len(begun)
    while i < len(scene.tokens):
        if True not in begun[i : i + 3]:  # a sign before it has one word or two
            i += 1
            continue
        sign = _sign(scene, i)
        found = number(scene, sign[1] if sign else i)
        if found is None:
            i += 1
            continue
        made = _made(scene, i, found, sign[0] if sign else None)
        yield made
        i = made.last + 1


def _sign(scene: Scene, i: int) -> tuple[Unit, int] | None:
    """A currency written before a number, and where the number begins: *US$*, *€*, *Rs*."""
    signs = quantities().signs
    if i + 2 < len(scene.tokens) and glued(scene, i + 1) and (unit := signs.get(scene.lower(i) + scene.lower(i + 1))):
        return unit, i + 2
    unit = signs.get(scene.lower(i))
    return (unit, i + 1) if unit and i + 1 < len(scene.tokens) else None


def _made(scene: Scene, first: int, one: Number, sign: Unit | None) -> Measured:
    other, low, last = _range(scene, one, sign)
    whole = other or one
    unit, unit_first, unit_last = _unit(scene, last) if whole.value is not None else _unit_of(scene, last)
    if sign is not None:
        unit, unit_last = sign, last
    last = max(last, unit_last)
    per_unit, per_time, last = _per(scene, last) if unit else (None, _per_time(scene, last), last)
    name = unit.unit if unit else SHARE if whole.is_share else None
    return Measured(
        first=first,
        last=last,
        digits=(one.first, whole.last),
        value=whole.value if other is None else None,
        low=low,
        high=other.value if other else None,
        unit=f"{name} per {per_unit}" if per_unit and name else name,
        unit_word=unit_first if unit and sign is None else None,
        per=per_time,
        is_plain=one.is_plain and whole.is_plain and unit is None,
        is_share=whole.is_share,
    )


def _range(scene: Scene, one: Number, sign: Unit | None) -> tuple[Number | None, float | None, int]:
    """*30 to 40*, *10-12*, *between $300 million and $400 million*: the second number, the low end, the last word."""
    alone = (None, None, one.last)
    at = one.last + 1
    if at + 1 >= len(scene.tokens) or one.value is None:
        return alone
    if (passed := _unit(scene, one.last))[0] and scene.lower(
        passed[2] + 1 if passed[2] + 1 < len(scene.tokens) else 0
    ) in ("and", "to"):
        at = passed[2] + 1
    between = _lead(scene, one.first, sign is not None)
    if not (
        scene.lower(at) in _DASHES
        or (scene.lower(at) in ("to", "or") and between != "from")
        or (scene.lower(at) == "and" and between == "between")
    ):
        return alone
    second = _sign(scene, at + 1) if at + 1 < len(scene.tokens) else None
    start = second[1] if second else at + 1
    other = number(scene, start) if start < len(scene.tokens) else None
    if other is None or other.value is None or (second and not sign):
        return alone
    low = one.value
    if one.base is None and other.base and one.value < other.base:
        low = one.value * other.value / other.base
    first_unit, second_unit = _unit(scene, one.last)[0], _unit(scene, other.last)[0]
    if first_unit and second_unit and first_unit.unit != second_unit.unit:
        return alone  # *by 0.1 percentage points to 1.8 percent*
    return (other, low, other.last) if low < other.value <= WIDEST * low else alone


def _lead(scene: Scene, first: int, signed: bool) -> str:
    """The preposition before a number, over its sign and a qualifier."""
    for k in range(first - 1, max(first - 5, -1), -1):
        if scene.lower(k) in ("between", "from"):
            return scene.lower(k)
    return ""


def _unit(scene: Scene, last: int) -> tuple[Unit | None, int, int]:
    """The unit after a number, the longest that fits; a hyphen may stand between (*1,500-km*)."""
    start = last + 1
    if start + 1 < len(scene.tokens) and scene.lower(start) in _DASHES:
        start += 1
    for length in (3, 2, 1):
        if start + length > len(scene.tokens):
            continue
        unit = quantities().units.get(tuple(scene.lower(k) for k in range(start, start + length)))
        end = start + length - 1
        if unit and scene.tokens[end].upos not in ("VERB", "AUX"):
            return _weighed(scene, unit, end), start, end
    return None, last, last


def _weighed(scene: Scene, unit: Unit, last: int) -> Unit:
    """Pounds of something are a weight, pounds alone are money."""
    is_weight = unit.unit == "GBP" and last + 1 < len(scene.tokens) and scene.lower(last + 1) in ("of", "(")
    return msgspec.structs.replace(unit, unit="pound", sort="mass") if is_weight else unit


def _unit_of(scene: Scene, last: int) -> tuple[Unit | None, int, int]:
    """*billions **of dollars***: a number that is not given takes its unit with "of"."""
    found = (
        _unit(scene, last + 1) if last + 1 < len(scene.tokens) and scene.lower(last + 1) == "of" else _unit(scene, last)
    )
    return found if found[0] else (None, last, last)


def _per(scene: Scene, last: int) -> tuple[str | None, tuple[int, int] | None, int]:
    """What a measured number is per: a unit (*$100 a barrel*), or a stretch of time (*60 barrels a day*)."""
    if time := _per_time(scene, last):
        return None, time, last
    if last + 2 < len(scene.tokens) and scene.lower(last + 1) in ("a", "an", "per", "each", "/"):
        unit, _, end = _unit(scene, last + 1)
        if unit:
            return unit.unit, None, end
    return None, None, last


def _per_time(scene: Scene, last: int) -> tuple[int, int] | None:
    words = quantities().words
    near = last + 2 < len(scene.tokens) and scene.lower(last + 1) in words.per and scene.lower(last + 1) != "the"
    if not near or scene.lower(last + 2) not in words.times:
        return None
    is_past = last + 3 < len(scene.tokens) and scene.lower(last + 3) in ("earlier", "ago", "before", "later")
    return None if is_past else (last + 1, last + 2)
