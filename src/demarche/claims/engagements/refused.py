"""What looks like an engagement of two and is none: they met a challenge, spoke to the press, both attended."""

from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon, VerbFrame, discourse

OTHERS = frozenset(
    {"press", "reporter", "journalist", "medium", "media", "audience", "crowd", "student", "troop", "soldier"}
)
"""People and things that are no side of an engagement."""


def _has_object(frame: VerbFrame, roles: list[Role]) -> bool:
    """ "Hosted" and "called" need somebody who is hosted or called: two subjects are no engagement of the two."""
    if frame.object in (None, frame.subject) or "plural_subject" in frame.needs or frame.place:
        return True
    return any(r.part != frame.subject for r in roles)


def _without_partner(scene: Scene, v: int, frame: VerbFrame, roles: list[Role]) -> bool:
    """ "Walked *with* X": a scene that wants somebody beside the subject has nobody there."""
    if not frame.subject_kinds or "partner" not in frame.needs or "plural_subject" in frame.needs or frame.object:
        return False
    beside = {k for c in scene.children(v, "obl", "nmod", "obj") for k in scene.subtree(c)}
    return not any(r.token in beside for r in roles)


def _of_a_thing(scene: Scene, v: int, frame: VerbFrame, roles: list[Role]) -> bool:
    """ "Will *meet the challenges* of the century": two who meet something have not met each other by that."""
    if frame.object != frame.subject or any(r.token > v for r in roles):
        return False
    return any(scene.tokens[c].upos == "NOUN" and scene.mention(c) is None for c in scene.children(v, "obj"))


def _of_a_sum(scene: Scene, v: int) -> bool:
    """ "*Received two million euros*, and Chile as much": sums are no guests."""
    return any(scene.tokens[c].upos in ("NUM", "SYM") and scene.mention(c) is None for c in scene.children(v, "obj"))


def _for_private_ends(scene: Scene, trigger: Trigger) -> bool:
    """ "His *medical* visits", "was in Spain *on holiday*", "flew there *for treatment*": nobody was sent."""
    own = scene.children(trigger.token, "amod", "compound") if trigger.noun else ()
    ends = [c for c in scene.children(trigger.token, "obl", "nmod") if scene.case(c) in ("on", "for")]
    return any(scene.lemma(c) in discourse().private for c in (*own, *ends))


def _with_others(scene: Scene, v: int, frame: VerbFrame, roles: list[Role]) -> bool:
    """ "The ministers met with reporters", "spoke to the press": those named have not met each other by that."""
    if any(r.token > v for r in roles):
        return False
    beside = [c for c in scene.children(v, "obl", "obj") if scene.lemma(c) in OTHERS]
    return any(scene.tokens[c].deprel == "obj" or scene.case(c) in frame.partners for c in beside)


def _only_attends(scene: Scene, trigger: Trigger, roles: list[Role], lexicon: EventLexicon) -> bool:
    """Two who attend one gathering have not met each other by that."""
    if trigger.light is None or scene.lemma(trigger.anchor) not in lexicon.attendance:
        return False
    if trigger.carried.startswith("obl") and scene.children(trigger.anchor, "obj"):
        return False  # "will join the two presidents for talks"
    return not any(r.token > trigger.token for r in roles)


def is_refused(scene: Scene, trigger: Trigger, roles: list[Role], lexicon: EventLexicon) -> bool:
    """Does something in the sentence speak against an engagement of those in these roles?"""
    frame, v = trigger.verb, trigger.token
    if trigger.kind.mode == "visit" and _for_private_ends(scene, trigger):
        return True
    if frame is None:
        return _only_attends(scene, trigger, roles, lexicon)
    if _of_a_sum(scene, v) or _of_a_thing(scene, v, frame, roles) or not _has_object(frame, roles):
        return True
    return _without_partner(scene, v, frame, roles) or _with_others(scene, v, frame, roles)
