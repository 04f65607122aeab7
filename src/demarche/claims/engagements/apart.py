"""Several engagements in one plural: "held *bilateral meetings* with the premiers of Barbados and Dominica"."""

from collections.abc import Iterator

import msgspec

from demarche.claims.engagements.found import Found
from demarche.claims.scene import Scene
from demarche.model.values import Mode

EACH = frozenset({"bilateral", "separate", "individual", "one-on-one", "back-to-back"})
"""Before a plural: one engagement with each."""
SINGLY = frozenset({"separately", "individually"})
SPLIT: frozenset[Mode] = frozenset({"meeting", "call", "talks", "virtual_meeting"})


def apart(scene: Scene, f: Found) -> Iterator[Found]:
    """Each engagement of a plural by itself; any other as it is."""
    partners = [r for r in f.roles if _is_partner(scene, f, r.token)]
    sides = list(dict.fromkeys(r.mention.country or r.mention.organisation for r in partners))
    others = [p for p in f.people if p.side not in sides]
    if f.mode not in SPLIT or len(sides) < 2 or None in sides or not others or not _are_several(scene, f):
        yield f
        return
    for side in sides:
        people = [*others, *(p for p in f.people if p.side == side)]
        yield msgspec.structs.replace(f, people=people)


def _is_partner(scene: Scene, f: Found, i: int) -> bool:
    """Does a word stand under "with", below the event: "meetings *with the premiers of Barbados* and *Dominica*"?"""
    for a in (i, *scene.ancestors(i)):
        if a in (f.trigger.token, f.trigger.anchor):
            return False
        if scene.case(a) == "with":
            return True
    return False


def _are_several(scene: Scene, f: Found) -> bool:
    t = f.trigger
    if t.noun is not None:
        plural = scene.feature(t.token, "Number") == "Plur"
        return plural and any(scene.lower(c) in EACH for c in scene.children(t.token, "amod", "compound"))
    return any(scene.lower(c) in SINGLY for c in scene.children(t.token, "advmod"))
