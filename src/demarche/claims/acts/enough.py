"""Is enough told for an act: somebody known or at least human in it, and no mere matter that is spoken of?"""

from collections.abc import Sequence

from demarche.claims.acts.happening import Happening
from demarche.claims.acts.people import is_human
from demarche.claims.scene import Scene
from demarche.model import Participant

DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
"""Types of which it is news that they happened, though only one side is told, and nobody known is in it."""
MATTERS = frozenset({"war", "occupation", "annexation", "ban", "liberation", "partnership", "commerce"})
"""What goes on for years, and is mostly only spoken of."""


def says_enough(scene: Scene, h: Happening, actors: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Somebody known or at least human must be in it; a noun that nothing carries must name a side of its own."""
    if not actors and not targets:
        return False
    if not any(is_known(p) for p in (*actors, *targets)):
        human = any(is_human(scene, j) for j in (*h.actors, *h.targets))
        both = bool(actors and targets) and not (h.hit.verb is not None and h.hit.verb.must)
        return human and (both or ((h.hit.is_verb or h.hit.light is not None) and h.hit.kind.type in DEEDS))
    if _is_alone(scene, h, actors, targets):
        return False
    bare = is_bare(h) and h.governor is None
    if _is_matter(scene, h, actors, targets):
        return False
    return not (bare and h.hit.noun is not None and h.hit.noun.carried)


def _is_alone(scene: Scene, h: Happening, actors: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """ "Is working *with a view* to …": with whom?"""
    if not h.hit.mutual or h.hit.kind.type != "COOPERATE" or len(actors) + len(targets) > 1:
        return False
    others = [j for j in h.targets if scene.mention(j) or is_human(scene, j) or scene.tokens[j].upos == "PRON"]
    return not h.hit.is_verb or ("with" in h.hit.frame.needs and not others)


def _is_matter(scene: Scene, h: Happening, actors: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """ "Said that *the war in Ukraine* shows": a matter spoken of, told by nobody as news."""
    carried = h.hit.light is not None and h.hit.relation in ("obj", "subj")
    if h.hit.noun is None or carried or scene.times_in(scene.subtree(h.hit.token)):
        return False
    lemma, kind = scene.lemma(h.hit.token), h.hit.kind.id
    return lemma in MATTERS or (is_bare(h) and kind == "assault" and not (targets and actors) and len(actors) < 2)


def is_abroad(actors: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Is somebody of another side helped? What a state spends at home is no aid."""
    ours = {p.side for p in actors}
    return not targets or any((p.country or p.organisation or p.actor) and p.side not in ours for p in targets)


def is_known(p: Participant) -> bool:
    return bool(p.actor or p.country or p.organisation)


def is_bare(h: Happening) -> bool:
    """A noun that no verb carries."""
    return h.hit.noun is not None and h.hit.light is None
