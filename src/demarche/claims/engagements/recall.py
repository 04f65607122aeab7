"""The event named before: "*The call* is expected in the coming days" - whose call, the text said already."""

from collections.abc import Sequence

from demarche.claims.actors import PEOPLE
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.model import Engagement, Participant
from demarche.model.values import Mode

DEFINITE = frozenset({"the", "this", "that", "these", "those", "their"})
ALIKE: dict[Mode, frozenset[Mode]] = {
    "call": frozenset({"call", "talks", "outreach", "virtual_meeting"}),
    "virtual_meeting": frozenset({"virtual_meeting", "call", "talks"}),
    "meeting": frozenset({"meeting", "talks", "summit"}),
    "talks": frozenset({"talks", "meeting", "call", "summit", "virtual_meeting"}),
    "summit": frozenset({"summit", "meeting"}),
    "visit": frozenset({"visit"}),
}
"""Which earlier engagements a later noun may mean."""
NEAR = 2
"""Sentences back in which two people who are no engagement yet may be meant."""


def recalled(
    scene: Scene, trigger: Trigger, mode: Mode, told: Sequence[Engagement], before: Sequence[Scene]
) -> tuple[Participant, ...]:
    """The participants of the engagement that a definite noun goes back to, empty where there is no telling.

    It is the last one told of a like mode; failing that, the two people of two states named just before.
    """
    if trigger.noun is None or trigger.light is None or not _definite(scene, trigger.token):
        return ()
    if trigger.light.effect is None and not trigger.carried.startswith("nsubj"):
        return ()
    for earlier in reversed(told):
        if earlier.mode in ALIKE.get(mode, frozenset()) and not earlier.generic:
            return earlier.participants
    return _pair(before[-NEAR:])


def _definite(scene: Scene, n: int) -> bool:
    return any(scene.lower(c) in DEFINITE for c in scene.children(n, "det", "nmod:poss"))


def _pair(before: Sequence[Scene]) -> tuple[Participant, ...]:
    """Exactly two office-holders of two states in the nearest sentence that has any."""
    for scene in reversed(before):
        people = {m.actor or m.name: m for m in scene.mentions if m.kind in PEOPLE and m.name and m.country}
        known = [m for m in people.values() if m.level != "unknown"]
        if known:
            both = len(known) == 2 and known[0].country != known[1].country
            return tuple(party(m) for m in known) if both else ()
    return ()
