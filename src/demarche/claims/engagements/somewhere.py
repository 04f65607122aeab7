"""Somebody is said to be at a place, to be due there, or on the line."""

from functools import partial

from demarche.claims.engagements.roles import subjects
from demarche.claims.scene import Scene

SENT = frozenset({"delegation", "mission", "envoy", "emissary", "negotiator", "team", "troika"})
"""Those who are sent: where they are they have come to."""


def is_due(scene: Scene, i: int) -> bool:
    """ "Was *due in* Berlin": somebody is expected at a place, whichever of the two the parser makes the head."""
    if scene.lower(i) == "due":
        return i + 1 < len(scene.tokens) and scene.lower(i + 1) == "in"
    return any(scene.lower(j) == "due" and scene.lower(j + 1) == "in" for j in range(max(0, i - 2), i - 1))


def is_on_the_line(scene: Scene, i: int) -> bool:
    """ "Was *on the phone* with him", "were *on the line*"."""
    return scene.has(i, "cop") and scene.lemma(i) in ("phone", "telephone", "line") and scene.case(i) == "on"


def is_due_there(scene: Scene, i: int) -> bool:
    """The same where "due" is the head, of a place and of somebody of rank."""
    if scene.lower(i) != "due" or not is_due(scene, i):
        return False
    places = [m for c in scene.children(i, "obl") if (m := scene.mention(c)) and m.kind in ("place", "state")]
    people = [m for c in scene.children(i, "nsubj") if (m := scene.mention(c))]
    return bool(places) and any(m.kind in ("person", "office") for m in people)


def is_somewhere(scene: Scene, i: int) -> bool:
    """ "The minister was *in New Delhi*": somebody of rank is said to be at a place; an ambassador lives there."""
    if not scene.has(i, "cop") or scene.case(i) not in ("in", "to"):
        return False
    place = scene.mention(i)
    who = [
        (c, m)
        for c in map(partial(_antecedent_of, scene, i), _subjects(scene, i))
        if (m := scene.mention(c)) and m.kind in ("person", "office", "group")
    ]
    ranked = any(m.level in ("head", "minister", "deputy") or scene.lemma(c) in SENT for c, m in who)
    return place is not None and place.kind in ("place", "state") and ranked


def _subjects(scene: Scene, i: int) -> list[int]:
    """Of whom it is said, also where the subject stands with the clause before ("was elected and *has been to*")."""
    own = [c for t in (i, *scene.children(i, "case")) for c in scene.children(t, "nsubj")]
    return own or (subjects(scene, i) if scene.tokens[i].deprel == "conj" else [])


def _antecedent_of(scene: Scene, i: int, c: int) -> int:
    """ "Lavrov, *who* was in Tehran": whom a relative subject stands for."""
    relative = scene.lower(c) == "who" and scene.tokens[i].deprel.startswith("acl:relcl")
    return scene.tokens[i].head if relative else c
