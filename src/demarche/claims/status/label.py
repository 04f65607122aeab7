"""How sure it is that an event took place, from -3 (certainly not) to 3 (certainly): the scale of UDS-IH2.

The status words give the reading; a small table of fitted weights (`lexicon/data/status/weights.csv`, made by
`training/status_weights.py`) turns the signs of the sentence into a number.
"""

from demarche.claims.scene import Scene
from demarche.claims.status.signs import signs
from demarche.lexicon.status_words import weights

LOWEST, HIGHEST = -3.0, 3.0


def factuality(scene: Scene, i: int) -> float:
    """The label of an event word: the sum of the weights of its signs, kept on the scale."""
    table = weights()
    total = table.get("", 0.0) + sum(table.get(sign, 0.0) for sign in signs(scene, i))
    return round(min(HIGHEST, max(LOWEST, total)), 2)
