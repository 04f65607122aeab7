"""Of which country somebody is of whom only "the police", "protesters", "the junta" is said: where it takes place.

Only those who act and suffer at home are placed so, and only where one country alone comes into question: that of a
place in the sentence, else the only one spoken of in it, else in the sentence before.
"""

from collections.abc import Iterator

import msgspec

from demarche.claims.acts.phrasing import qualifiers
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Participant

Side = tuple[Participant, ...]
INNER = frozenset({"COP", "JUD", "LEG", "OPP", "CVL", "LAB", "EDU", "REL", "MED", "JRN", "ELI", "PTY", "SPY"})
"""PLOVER sectors of those who deal with their own countrymen."""
ABROAD = frozenset(
    {"foreign", "international", "multinational", "allied", "joint", "un", "u.n.", "western", "coalition"}
)
HERE = frozenset({"in", "near", "at", "outside", "inside", "across", "around", "throughout"})


def at_home(scene: Scene, side: Side, others: Side) -> Side:
    """A side with the country of those in it who are at home."""
    if not any(_is_placeless(scene, p) for p in side):
        return side
    country = _where(scene, others)
    if country is None:
        return side
    return tuple(msgspec.structs.replace(p, country=country) if _is_placeless(scene, p) else p for p in side)


def _is_placeless(scene: Scene, p: Participant) -> bool:
    """Is it one of those at home, of whom no country is told?"""
    if p.country or p.organisation or p.actor or p.start is None:
        return False
    inside = [j for j, t in enumerate(scene.tokens) if p.start <= t.start < (p.end or 0)]
    heads = [j for j in inside if scene.tokens[j].head not in inside]
    if any(qualifiers(scene, j) & ABROAD for j in heads):
        return False
    return p.sector in INNER or any(scene.lemma(j) in classed(("@domestic",)) for j in heads)


def _where(scene: Scene, others: Side) -> str | None:
    """The one country it takes place in."""
    near: Scene | None = scene
    for _ in range(2):
        if near is None:
            return None
        for found in (set(_sites(near)), _countries(near)):
            if found:
                return found.pop() if len(found) == 1 else None
        near = near.before
    return None


def _sites(scene: Scene) -> Iterator[str]:
    """The countries of the places at which something takes place."""
    for m in scene.mentions:
        j = scene.head_of(m)
        if m.country and m.kind in ("place", "state") and scene.case(j) in HERE:
            yield m.country
    for place in scene.places:
        starts = [i for i, t in enumerate(scene.tokens) if t.start == place.start]
        if place.country and any(scene.case(i) in HERE for i in starts):
            yield place.country


def _countries(scene: Scene) -> set[str]:
    """The countries spoken of in a sentence."""
    return {m.country for m in scene.mentions if m.country}
