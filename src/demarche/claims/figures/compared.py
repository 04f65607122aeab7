"""Figures set against each other: *60 million barrels so far in 2022, **against** 12 million in 2021*."""

from collections.abc import Sequence

from demarche.claims.figures.measured import Measured
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities

REACH = 5
"""Words that may stand between the marker and the number (*compared with the record 12 million*)."""


def against(scene: Scene, m: Measured, noun: int | None, before: Sequence[Measured]) -> Measured | None:
    """The earlier figure that this one is set against: of the same unit, or bare (`noun` is what it counts itself)."""
    if not before:
        return None
    last = before[-1]
    alike = m.unit == last.unit or (m.unit is None and noun is None)
    return last if alike and _leads(scene, m, last) else None


def _leads(scene: Scene, m: Measured, last: Measured) -> bool:
    """Does a marker of comparison lead to the number, or do both make *from 10 to 20*?"""
    between = [scene.lower(k) for k in range(last.last + 1, m.first)]
    lead = " ".join(between[-REACH:])
    padded = f" {lead} "
    if any(f" {phrase} " in padded for phrase in quantities().words.against if phrase != "than"):
        return True
    opened = [scene.lower(k) for k in range(max(last.first - 3, 0), last.first)]
    return "from" in opened and "to" in between


def goes_on(scene: Scene, m: Measured, before: Sequence[Measured]) -> bool:
    """A bare number that leans on the figure before it: *by 141 votes **to five***."""
    if not before or m.unit is not None or m.first < 2:
        return False
    last = before[-1]
    words = [scene.lower(k) for k in range(last.last + 1, m.first)]
    return last.unit is None and words[-1:] == ["to"] and len(words) == 2 and words[0].startswith("vote")
