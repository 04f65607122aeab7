"""The day that a text carries on: "X landed in Rome on Monday. His host gave him a dinner." - on Monday too.

A reader dates what is told in the plain past by the day named just before, where the text says that the day goes on
("then", "in the evening", "twice within hours"). "Later" does not say so, nor does a mere next sentence: own paragraphs
annotated by hand left those without a date more often than not.
"""

from collections.abc import Iterator

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.model import Time, When

ON = frozenset({
    "then", "evening", "afternoon", "morning", "night", "dinner", "lunch", "breakfast", "hours", "minutes", "same",
    "midnight", "noon", "dawn", "overnight",
})  # fmt: skip
"""Words by which a story goes on within one day."""
BACK = 3
"""Sentences back in which the day may stand."""


def narrated(scene: Scene, trigger: Trigger) -> When | None:
    """The one day named in the nearest sentence before that names any, where the story goes on from there."""
    if not _is_told_on(scene, trigger.anchor):
        return None
    if not goes_on(scene, trigger):
        return None
    for earlier in list(_before(scene))[:BACK]:
        days = _days(earlier)
        if days:
            return date_of(earlier, days[0]) if len({d.first for d in days}) == 1 else None
        if any(t.first for t in earlier.times):
            return None
    return None


def goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Does the clause say that it is the same day still?"""
    return any(scene.lower(i) in ON for i in _clause(scene, trigger))


def _is_told_on(scene: Scene, v: int) -> bool:
    """Is the clause in the plain past, on its own or beside another, and neither question nor condition?"""
    token = scene.tokens[v]
    helpers = scene.children(v, "aux", "aux:pass", "cop")
    if any(scene.lemma(c) in ("have", "will", "would", "could", "may", "might", "should") for c in helpers):
        return False
    past = any(scene.feature(c, "Tense") == "Past" and scene.feature(c, "VerbForm") == "Fin" for c in (v, *helpers))
    return past and token.deprel.partition(":")[0] in ("root", "conj", "parataxis", "ccomp")


def _clause(scene: Scene, trigger: Trigger) -> list[int]:
    return [k for c in scene.children(trigger.anchor, "advmod", "obl", "obj") for k in scene.subtree(c)]


def _before(scene: Scene) -> Iterator[Scene]:
    while scene.before is not None:
        scene = scene.before
        yield scene


def _days(scene: Scene) -> list[Time]:
    return [t for t in scene.times if t.type in ("DATE", "TIME") and t.precision == "day" and t.first]
