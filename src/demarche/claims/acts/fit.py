"""Do those who stand in an act fit it? What a word means hangs on who does it to whom ("*hit* by a car").

Selectional preferences (Resnik 1996, doi:10.1016/S0010-0277(96)00722-6), set by hand: each kind says in its file what
standing its sides must have, which of its words tell of it only between two, and whether it is done to people.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.acts.clause import patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.people import is_human
from demarche.claims.acts.standing import NATIONAL, POLITICAL, highest, is_state, speaks_for_state, standing
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Participant

Side = Sequence[Participant]
ALIVE = frozenset({"PRON", "PROPN", "NUM", "DET"})
"""Words that may stand for people though no list has them."""


def fits(scene: Scene, h: Happening, actors: Side, targets: Side, events: frozenset[int]) -> bool:
    """Can it be meant? `events` are the words of the sentence's acts, which may themselves do something."""
    if not actors and h.actors and not _may_act(scene, h, targets, events):
        return False
    if h.hit.kind.upon == "people" and not _upon_people(scene, h, targets):
        return False
    return _has_standing(scene, h, actors, targets)


def _may_act(scene: Scene, h: Happening, targets: Side, events: frozenset[int]) -> bool:
    """Is what does it nobody known, but a weapon, a deed, a decree; or "they", to a state?"""
    if any(scene.tokens[j].upos == "PRON" for j in h.actors):
        return any(speaks_for_state(p) for p in targets)
    if h.hit.kind.standing == "actor":
        return any(scene.lemma(j) in classed(("@decrees",)) for j in h.actors)
    means = classed(("@decrees", "@bands", "@violence", "@arms"))
    return any(j in events or scene.lemma(j) in means for j in h.actors)


def _upon_people(scene: Scene, h: Happening, targets: Side) -> bool:
    """Is it done to somebody, where it is said to what?"""
    if targets or not h.targets:
        return True
    return any(scene.tokens[j].upos in ALIVE or is_human(scene, j) for j in h.targets)


def _has_standing(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """Does somebody of standing stand where the kind, and this word of it, wants one?"""
    kind = h.hit.kind
    if scene.lemma(h.hit.token) in kind.between:
        return _between(scene, h, actors, targets)
    if _is_loose(scene, h):
        return any(is_state(p) for p in actors) or _between(scene, h, actors, targets)
    if kind.standing == "any":
        return True
    does, bears = highest(scene, actors), highest(scene, targets)
    if kind.standing == "state":
        return any(speaks_for_state(p) for p in actors) or _between(scene, h, actors, targets)
    if kind.standing == "actor" and actors:
        return does == POLITICAL or (does == NATIONAL and bears == POLITICAL)
    if max(does, bears) == NATIONAL and kind.standing == "either":
        return _is_abroad(scene, h, (*actors, *targets))
    return max(does, bears) == POLITICAL


def _is_loose(scene: Scene, h: Happening) -> bool:
    """Does the word tell of the act only between two, or of a state?"""
    verb = h.hit.verb
    asks = verb is not None and (verb.objects or verb.near)
    return not asks and scene.lemma(h.hit.token) in h.hit.kind.loose


def _between(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """Does one of standing do it to or about another, or in another's country?"""
    known = [p for p in actors if standing(scene, p) == POLITICAL]
    if len({p.side for p in known}) > 1:
        return True
    if h.actors and not known:
        return False
    ours, countries = {_who(p) for p in known}, {p.country for p in known}
    others = [p for p in targets if standing(scene, p) == POLITICAL]
    inside = list(_spoken_of(scene, h))
    others += [p for p in inside if standing(scene, p) == POLITICAL]
    return any(_who(p) not in ours for p in others) or any(p.country and p.country not in countries for p in inside)


def _is_abroad(scene: Scene, h: Happening, everybody: Side) -> bool:
    """Is one nation's own done to or done by in another's country ("*Americans* held *in Iran*")?"""
    inside = {j for top in h.hit.tops(scene) for j in scene.subtree(top)}
    here = {m.country for m in scene.mentions if any(m.start <= scene.tokens[j].start < m.end for j in inside)}
    ours = {p.country for p in everybody if p.country}
    return bool(ours) and bool(here - ours - {None})


def _who(p: Participant) -> str | None:
    return p.actor or p.name or p.side


def _spoken_of(scene: Scene, h: Happening) -> Iterator[Participant]:
    """Everybody, and every country, named in what it is about."""
    verb = h.hit.token
    things = [*patients(scene, verb), *scene.children(verb, "obl")] if h.hit.is_verb else []
    inside = {j for head in (*h.what, *h.targets, *things) for j in scene.subtree(head)} - set(h.actors)
    for mention in scene.mentions:
        if any(mention.start <= scene.tokens[j].start < mention.end for j in inside):
            yield party(mention)
