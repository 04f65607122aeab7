"""The network's shares, set right for a text: in one that tells of little, a word must be surer.

The network was taught on passages in which every other sentence tells of an engagement; of news on everything one in
ninety does. What it says of a sentence is corrected for the text's own frequency, which its shares over the text tell
(Saerens, Latinne, Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities", Neural
Computation 14, 2002), counted together with some sentences such as those it was taught with.
"""

from collections.abc import Sequence

from demarche.claims.scene import Scene
from demarche.model import Engagement

TAUGHT = 0.5
"""How many of the sentences that the network was taught with tell of an engagement."""
STEADY = 8
"""Sentences as frequent in tellings as those, counted beside a text's own: two sentences are no sample."""
ROUNDS, NEAR = 30, 1e-4
"""Rounds of estimation at most, and the step from which it stands still."""
SUREST = 0.999


def telling_share(scenes: Sequence[Scene]) -> float:
    """The share of a text's sentences that tell of an engagement, as far as the network sees."""
    shares = [best(scene) for scene in scenes]
    known = TAUGHT
    for _ in range(ROUNDS):
        told = sum(set_right(s, known) for s in shares)
        new = (told + STEADY * TAUGHT) / (len(shares) + STEADY)
        if abs(new - known) < NEAR:
            break
        known = new
    return known


def set_right(share: float, frequency: float) -> float:
    """A share as it is where tellings are so frequent."""
    share = min(share, SUREST)
    odds = frequency / (1 - frequency) * (1 - TAUGHT) / TAUGHT
    return share * odds / (share * odds + 1 - share)


def best(scene: Scene, e: Engagement | None = None) -> float:
    """The share of a sentence's surest word of a telling; of those of one engagement alone."""
    signs = [s for s in scene.sentence.signs if s.kind != "party"]
    if e is not None:
        signs = [s for s in signs if e.start <= scene.tokens[s.token].start < e.end]
    return max((s.share for s in signs), default=0.0)
