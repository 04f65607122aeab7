"""The status of an engagement: what its light verb does to it ("*cancelled* the visit"), else how any event is read."""

from demarche.claims.engagements.somewhere import is_due
from demarche.claims.engagements.trigger import Trigger, undone
from demarche.claims.scene import Scene
from demarche.claims.status.form import is_nobody, negated
from demarche.claims.status.nouns import by_adjective
from demarche.claims.status.own import is_asked
from demarche.claims.status.reading import clause_status, noun_status, status_at
from demarche.lexicon.events import event_lexicon
from demarche.model.values import Status

__all__ = ["status_at", "status_of"]


def status_of(scene: Scene, trigger: Trigger) -> Status:
    """The status of an event from the words around it, dates left aside."""
    if is_asked(scene, trigger.token):
        return "hypothetical"
    if trigger.light and (gone := undone(scene, trigger, event_lexicon())):
        return gone
    if trigger.light and trigger.light.effect:
        return _effect(scene, trigger)
    if trigger.verb is not None and "be" in trigger.verb.lemmas and is_due(scene, trigger.token):
        return "denied" if negated(scene, trigger.token) else "planned"
    if trigger.kind.mode == "visit" and _is_later(scene, trigger.token):
        return "planned"
    if trigger.noun is None:
        told = clause_status(scene, trigger.anchor)
        return trigger.verb.effect if told == "happened" and trigger.verb and trigger.verb.effect else told
    own = by_adjective(scene, trigger.token)
    if own:
        return own
    if is_nobody(scene, trigger.token):
        return "denied"
    told = (
        noun_status(scene, trigger.token) if trigger.anchor == trigger.token else clause_status(scene, trigger.anchor)
    )
    return trigger.noun.effect if told == "happened" and trigger.noun.effect else told


def _is_later(scene: Scene, i: int) -> bool:
    """ "Flies to Cairo *later*": the present of a timetable."""
    present = scene.feature(i, "Tense") == "Pres" and scene.feature(i, "VerbForm") == "Fin"
    return present and any(
        scene.lower(c) in ("later", "tomorrow", "soon", "afterwards", "next") for c in scene.children(i)
    )


def _effect(scene: Scene, trigger: Trigger) -> Status:
    """ "cancelled the visit" cancels it; "may cancel", "did not cancel" and "refused to cancel" do not."""
    light = trigger.light
    assert light is not None
    assert light.effect is not None
    if negated(scene, trigger.anchor) or is_nobody(scene, trigger.token):
        conjoined = _conjoined_effect(scene, trigger.anchor)
        return conjoined or ("denied" if light.effect in ("planned", "expected", "proposed") else "planned")
    governing = clause_status(scene, trigger.anchor)
    if _had_to(scene, trigger.anchor):
        return light.effect
    if light.effect in ("cancelled", "postponed", "refused") and governing in ("hypothetical", "proposed", "expected"):
        return "planned"
    return light.effect


def _had_to(scene: Scene, anchor: int) -> bool:
    """ "*Had to be* postponed": what had to be done in the past was done."""
    head = scene.tokens[anchor].head
    if scene.tokens[anchor].deprel != "xcomp" or head < 0:
        return False
    return scene.lemma(head) == "have" and scene.feature(head, "Tense") == "Past"


def _conjoined_effect(scene: Scene, anchor: int) -> Status | None:
    """ "The call is not planned, but is expected": the positive half counts."""
    for c in scene.children(anchor, "conj"):
        if scene.lemma(c) in ("expect", "anticipate"):
            return "expected"
    return None
