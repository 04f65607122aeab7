"""The event words of a sentence that vie for its days: what one of them has nearer is not another's."""

from collections.abc import Sequence, Set

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.where import where
from demarche.claims.scene import Scene


def rivals(scene: Scene, every: Sequence[Trigger], found: Set[int]) -> frozenset[int]:
    """The event words that may have a day of their own: those that tell an engagement, and journeys to a place."""
    gone = {t.token for t in every if t.verb and t.verb.place and where(scene, t, t.verb.place)}
    return frozenset(gone | found)


def own_words(scene: Scene, trigger: Trigger) -> set[int]:
    """The event words that are the event's own: "told him in a telephone *call* on Friday" is one call."""
    by_medium = trigger.verb is not None and (trigger.verb.by_medium or bool(trigger.verb.near_words))
    below = {k for c in scene.children(trigger.token, "obl") for k in scene.subtree(c)} if by_medium else set()
    return {trigger.token, *below}
