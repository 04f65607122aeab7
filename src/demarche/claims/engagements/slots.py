"""The phrases that have a part in an event by its frame, whether or not they name an actor."""

from collections.abc import Iterator

from demarche.claims.engagements.roles import objects, subjects
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.scene import Scene
from demarche.model.values import Part


def slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    """The phrases that the trigger's frame gives a part to, whoever they name."""
    for i, part in _verb_slots(scene, trigger) if trigger.verb else _noun_slots(scene, trigger):
        yield from ((j, part) for j in scene.conjuncts(i))


def _verb_slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    frame, v = trigger.verb, trigger.token
    assert frame is not None
    passive = bool(scene.children(v, "nsubj:pass"))
    yield from ((i, frame.subject) for i in subjects(scene, v))
    yield from ((i, frame.object) for i in objects(scene, v, passive) if frame.object)
    for c in scene.children(v, "obl", "nmod"):
        part = frame.subject if passive and scene.case(c) == "by" else frame.partners.get(scene.case(c))
        if part:
            yield c, part


def _noun_slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    frame, light, n = trigger.noun, trigger.light, trigger.token
    assert frame is not None
    partners = {**frame.partners, **(light.partners if light else {})}
    for top in dict.fromkeys((n, trigger.anchor)):
        for c in scene.children(top, "nmod", "obl"):
            if c != n and (part := partners.get(scene.case(c))):
                yield c, part
    for top in dict.fromkeys((n, outer(scene, n))):
        yield from ((c, frame.subject) for c in scene.children(top, "nmod:poss"))
    if scene.children(n, "cop"):
        yield from ((c, frame.subject) for c in scene.children(n, "nsubj"))
    if light and trigger.carried.startswith(("obj", "obl")) and light.effect != "proposed":
        yield from ((i, light.subject or frame.subject) for i in subjects(scene, trigger.anchor))
        if trigger.carried.startswith("obl"):
            yield from ((i, "party") for i in scene.children(trigger.anchor, "obj") if scene.tokens[i].upos != "PRON")
