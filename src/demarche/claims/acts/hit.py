"""An act word and the frame that fits it, and how frames are asked whether they fit."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLight, ActNoun, ActType, ActVerb, classed
from demarche.model.values import Status

Fills = Callable[["Hit", Sequence[str]], list[int]]
"""What fills some slots of an act: the head words there."""


class Hit(msgspec.Struct, frozen=True):
    """A word and the frame that fits it. `token` is the word itself, `carrier` the head of its wrapping ("a *series* of
    attacks"), `anchor` the verb whose tense and subject count, `relation` how the carrier hangs on a light verb.
    """

    kind: ActType
    token: int
    carrier: int
    anchor: int
    verb: ActVerb | None = None
    noun: ActNoun | None = None
    light: ActLight | None = None
    relation: str = ""

    @property
    def is_verb(self) -> bool:
        """Is the word a verb or a predicate, and no noun?"""
        return self.verb is not None

    @property
    def frame(self) -> ActVerb | ActNoun:
        """The frame, of whichever kind."""
        frame = self.verb or self.noun
        assert frame is not None
        return frame

    @property
    def cameo(self) -> str | None:
        """The CAMEO code of the act as it happened."""
        return self.frame.cameo or self.kind.cameo

    @property
    def effect(self) -> Status | None:
        """What the act does to an event embedded in it."""
        return self.frame.effect or self.kind.effect

    @property
    def mutual(self) -> bool:
        """Do both sides do the same?"""
        return self.kind.mutual if self.frame.mutual is None else self.frame.mutual

    def tops(self, scene: Scene) -> list[int]:
        """The words on which the phrases of the act may hang."""
        return list(dict.fromkeys((self.token, self.carrier, self.anchor)))


def is_near(scene: Scene, frame: ActVerb | ActNoun, tops: Sequence[int]) -> bool:
    """Does one of the words that a frame wants nearby hang on the act's words?"""
    if not frame.near:
        return True
    wanted = classed(frame.near)
    inside = {j for top in tops for j in scene.subtree(top)}
    if isinstance(frame, ActVerb):
        inside -= {j for top in tops for c in _asides(scene, top) for j in scene.subtree(c)}
    return any(scene.lemma(j) in wanted or scene.lower(j) in wanted for j in inside)


def _asides(scene: Scene, v: int) -> Iterator[int]:
    """What hangs on a verb aside: "the ministry, *which is biased*, called it …, *citing an attack*"."""
    for subject in scene.children(v, "nsubj"):
        yield from scene.children(subject, "acl", "appos")
    for c in scene.children(v, "advcl", "parataxis"):
        first = min(scene.subtree(c))
        if first > 0 and scene.lower(first - 1) == ",":
            yield c


def has_slots(hit: Hit, needs: tuple[str, ...], not_with: tuple[str, ...], fills: Fills) -> bool:
    """Is a slot filled that must be, and none that must not? Of what one receives, oneself is the target."""
    received = hit.light is not None and hit.light.subject == "target" and not set(needs) & {"for", "clause"}
    if needs and not received and not any(fills(hit, (slot,)) for slot in needs):
        return False
    return not any(fills(hit, (slot,)) for slot in not_with)


def weight(frame: ActVerb | ActNoun) -> tuple[bool, ...]:
    """Of two frames that fit, the one that asks for more."""
    near, needs = bool(frame.near), bool(frame.needs)
    if isinstance(frame, ActVerb):
        return frame.particle is not None, near, bool(frame.objects), bool(frame.subjects), needs
    return bool(frame.qualified_by), near, needs
