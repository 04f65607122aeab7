"""The event named before: "*The call* is expected in the coming days" - whose call, the text said already."""

from collections.abc import Sequence
from functools import partial

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
TOGETHER = frozenset({"participant", "team", "negotiator", "delegation", "side", "leader"})
"""Who meets *again* under a plain "the": those who met."""
NEAR = 2
"""Sentences back in which two people who are no engagement yet may be meant."""
FAR = 3
"""Sentences back in which two sides, or a round of talks, may be meant."""
ROUNDS = frozenset({"talks", "negotiations", "consultations"})


def recalled(
    scene: Scene, trigger: Trigger, mode: Mode, told: Sequence[Engagement], before: Sequence[Scene]
) -> tuple[Participant, ...]:
    """The participants of the engagement that a definite noun goes back to, empty where there is no telling.

    It is the last one told of a like mode; failing that, the two people of two states named just before.
    """
    if trigger.verb is not None:
        return _those_two(scene, trigger, told, before)
    if any(scene.case(c) in ("of", "between") and _both(scene, c) for c in _unnamed(scene, trigger.token)):
        return _told_near(told, before) or _sides(before[-FAR:])
    if trigger.light is None:
        return ()
    if _bare_round(scene, trigger):
        return _told_near(told, before)
    if not _definite(scene, trigger.token):
        return ()
    if trigger.light.effect is None and not trigger.carried.startswith("nsubj"):
        return ()
    for earlier in reversed(told):
        if earlier.mode in ALIKE.get(mode, frozenset()) and not earlier.generic:
            return earlier.participants
    return _pair(before[-NEAR:])


def _those_two(
    scene: Scene, trigger: Trigger, told: Sequence[Engagement], before: Sequence[Scene]
) -> tuple[Participant, ...]:
    """ "*The two presidents* spoke", "*teams of the two countries* are to meet": the two sides named just before."""
    frame = trigger.verb
    if (
        frame is None
        or "plural_subject" not in frame.needs
        or not any(map(partial(_both, scene), _doers(scene, trigger)))
    ):
        return ()
    return _told_near(told, before) or _sides(before[-FAR:])


def _told_near(told: Sequence[Engagement], before: Sequence[Scene]) -> tuple[Participant, ...]:
    """Those who met in the sentences just before; who went where has met nobody by that."""
    start = before[-FAR:][0].sentence.start if before else 0
    for earlier in reversed(told):
        if earlier.sentence and earlier.sentence.start >= start and not earlier.generic and earlier.mode != "visit":
            return earlier.participants
    return ()


def _doers(scene: Scene, trigger: Trigger) -> list[int]:
    """The subjects of a verb that has nobody else beside it, none of them of a state that is named."""
    found = scene.children(trigger.token, "nsubj", "nsubj:pass")
    beside = [k for c in scene.children(trigger.token, "obj", "obl") for k in scene.subtree(c)]
    named = [m for i in [*beside, *(k for s in found for k in scene.subtree(s))] if (m := scene.mention(i))]
    return [] if any(m.country or m.organisation for m in named if m.kind in PEOPLE) else found


def _unnamed(scene: Scene, n: int) -> list[int]:
    """What hangs on an event noun and names no state: "a meeting of *the two presidents*"."""
    below = scene.children(n, "nmod")
    return [c for c in below if not any((m := scene.mention(k)) and m.country for k in scene.subtree(c))]


def _both(scene: Scene, i: int) -> bool:
    """ "The two", "both armies", "delegations from the two countries", "the participants"."""
    words = [scene.lower(k) for k in scene.subtree(i)]
    return bool({"both", "two", "pair"} & set(words)) or (words[0] == "the" and scene.lemma(i) in TOGETHER)


def _sides(before: Sequence[Scene]) -> tuple[Participant, ...]:
    """The two states that act in the nearest sentence that has two; one alone must be of them, three are nobody."""
    seen: set[str] = set()
    for scene in reversed(before):
        sides = {m.country: m for m in reversed(scene.mentions) if m.kind in PEOPLE and m.country}
        seen |= set(sides)
        if len(seen) > 2 or len(sides) == 2:
            return tuple(party(m) for m in reversed(sides.values())) if len(seen) == 2 else ()
    return ()


def _bare_round(scene: Scene, trigger: Trigger) -> bool:
    """ "*Formal talks* are set for Monday", "*negotiations* will resume": the next round of what was just told."""
    n = trigger.token
    if not trigger.carried.startswith("nsubj") or scene.lower(n) not in ROUNDS or _definite(scene, n):
        return False
    return not scene.children(n, "det", "nmod", "nmod:poss") and not any(
        scene.mention(c) for c in scene.children(n, "compound", "amod")
    )


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
