"""How likely an engagement is one: its `confidence`, as a share of such claims that are right.

Two things tell it: how it was found (by a verb with its sides, or guessed from afar) and how likely the network thinks
its words a telling in this text (`odds.py`). They are weighed by a logistic function fitted on our own paragraphs, so
that of the claims with .9 nine in ten are right there; what that is worth in other texts stands in docs/held-out.md.
"""

import math
from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.engagements.odds import best, set_right, telling_share
from demarche.claims.scene import Scene
from demarche.lexicon.links import sure
from demarche.model import Engagement


def with_confidence(found: Sequence[Engagement], scenes: Sequence[Scene]) -> Iterator[Engagement]:
    """The engagements of a text, each with how likely it is one."""
    at = {scene.sentence.start: scene for scene in scenes}
    frequency = telling_share(scenes) if found else 0.0
    for e in found:
        scene = at.get(e.sentence.start) if e.sentence else None
        told = set_right(best(scene, e), frequency) if scene else 0.0
        yield msgspec.structs.replace(e, confidence=round(likely(e.confidence, told), 3))


def likely(found: float, told: float) -> float:
    """The share of right claims that were found so, and whose words are so likely a telling."""
    weights = sure()
    return 1 / (1 + math.exp(-weights[""] - weights["found"] * found - weights["told"] * told))
