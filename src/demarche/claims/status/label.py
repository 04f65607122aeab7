"""How sure it is that an event took place, from -3 (certainly not) to 3 (certainly): the scale of UDS-IH2.

The status words give the reading; a small table of fitted weights (`lexicon/data/status/weights.toml`, made by
`training/status_weights.py`) turns the signs of the sentence into a number. The status itself is never taken from it.
"""

from math import tanh

from demarche.claims.scene import Scene
from demarche.claims.status.signs import signs
from demarche.lexicon.status_words import weights

EDGE = 3.0


def factuality(scene: Scene, i: int) -> float:
    """The label of an event word: the sum of the weights of its signs, bent onto the scale."""
    table = weights()
    return on_scale(table.get("", 0.0) + sum(table.get(sign, 0.0) for sign in signs(scene, i)))


def on_scale(total: float) -> float:
    """A sum of weights between the ends of the scale. People answer at the ends: bending lowers the error by a
    twentieth and leaves the correlation as it is.
    """
    return round(EDGE * tanh(total / 2), 2)
