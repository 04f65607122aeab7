"""An attribution: a content with the cue and the source that the text gives it, before anybody is looked up."""

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.speech import Sort
from demarche.model import Stretch
from demarche.model.values import Stance


class Attributed(msgspec.Struct, frozen=True):
    """Words of the text in three roles, as told: the content with its "that" and its quotation marks.

    `at` and `whose` are the head words of cue and source in the scene, null where none stands there; `by` names the
    frame that gave the content. `parts` of a content that its cue interrupts stand in the order of the text; the
    first `told` of them are the cue's own, later ones are quotations that go on in further sentences (null: all).
    """

    scene: Scene
    parts: tuple[Stretch, ...]
    cue: Stretch
    sort: Sort
    trust: float
    by: str
    at: int | None = None
    source: Stretch | None = None
    whose: int | None = None
    stance: Stance | None = None
    told: int | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.parts[0].start
