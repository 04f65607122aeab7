"""Do those who stand in an act fit it? What a word means hangs on who does it to whom ("*hit* by a car").

Selectional preferences (Resnik 1996, doi:10.1016/S0010-0277(96)00722-6), set by hand: each kind says in its file what
standing its sides must have, which of its words tell of it only between two, and whether it is done to people.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.acts.clause import is_passive, patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.people import is_human
from demarche.claims.acts.standing import (
    NATIONAL,
    POLITICAL,
    PRIVATE,
    Standing,
    highest,
    is_state,
    speaks_for_state,
    standing,
)
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Participant

Side = Sequence[Participant]
WORLDLY = frozenset({"IGO", "EUR", "REB", "MIL"})
"""Sectors that deal with others than their own countrymen."""
MEANS = ("@decrees", "@bands", "@violence", "@arms", "@containers")
CROWDED = frozenset({"protest_demo", "protest_riot", "protest_obstruct", "protest_strike"})
"""What takes many."""
WORDS = frozenset({"AGREE", "REQUEST", "SUPPORT", "CONCEDE", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE"})
"""Types whose nouns alone tell of it only with both sides: "*his request* for rest"."""
OPINIONS = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT"})
"""Types that are of something: "applauded" alone is none."""
NAMED = frozenset({"war", "massacre", "genocide", "revolution", "uprising"})
ALIVE = frozenset({"PRON", "PROPN", "NUM", "DET"})
"""Words that may stand for people though no list has them."""


def fits(scene: Scene, h: Happening, actors: Side, targets: Side, events: frozenset[int]) -> bool:
    """Can it be meant? `events` are the words of the sentence's acts, which may themselves do something.

    Somebody of whom only "they" is said, and nothing known, does it to a state or to nobody.
    """
    if scene.lemma(h.hit.token) in h.hit.kind.faint or _is_of_nothing(h):
        return False
    if not actors and any(scene.tokens[j].upos == "PRON" for j in h.actors):
        return any(speaks_for_state(p) for p in targets)
    if h.actors and not any(_may_act(scene, h, j, events) for j in h.actors):
        return False
    if h.hit.kind.upon == "people" and not _upon_people(scene, h):
        return False
    if _is_accident(scene, h, actors) or _is_named_event(scene, h) or _is_lone(scene, h, actors, targets):
        return False
    return _has_standing(scene, h, actors, targets)


def _is_of_nothing(h: Happening) -> bool:
    verb = h.hit.verb
    return verb is not None and h.hit.kind.type in OPINIONS and not (h.targets or h.what or verb.objects)


def _may_act(scene: Scene, h: Happening, j: int, events: frozenset[int]) -> bool:
    """Is what does it somebody, or a weapon, a deed, a decree?"""
    if scene.mention(j) is not None or is_human(scene, j):
        return True
    means = ("@decrees",) if h.hit.kind.standing in ("actor", "state") else MEANS
    return (j in events and means is MEANS) or scene.lemma(j) in classed(means)


def _upon_people(scene: Scene, h: Happening) -> bool:
    """Is it done to somebody, where it is said to what?"""
    return not h.targets or any(_is_somebody(scene, j) for j in h.targets)


def _is_accident(scene: Scene, h: Happening, actors: Side) -> bool:
    """ "Injured *as a result of an accident*", "an explosion *caused by a gas leak*": nobody's doing."""
    if actors or h.hit.kind.type != "ASSAULT":
        return False
    return any(t.upos == "NOUN" and scene.lemma(j) in classed(("@accidents",)) for j, t in enumerate(scene.tokens))


def _is_named_event(scene: Scene, h: Happening) -> bool:
    """ "Opposed the *Iraq War*": a name out of history, no news."""
    token = scene.tokens[h.hit.token]
    return h.hit.noun is not None and token.upos == "PROPN" and scene.lemma(h.hit.token) in NAMED


def _is_lone(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """A protest of one; police raids on a shop; one man's "attacks on moderators"; a bare "loan to Iceland"."""
    kind, bare = h.hit.kind, h.hit.noun is not None and h.hit.light is None
    if kind.id in CROWDED and len(actors) == 1 and not targets:
        return _is_one(scene, actors[0])
    if kind.id == "assault" and actors and all(p.sector == "COP" for p in actors):
        return highest(scene, targets) != POLITICAL
    if kind.id == "assault" and not h.hit.is_verb and len(actors) == 1 and _is_one(scene, actors[0]):
        return highest(scene, targets) != POLITICAL
    two = len(actors) > 1 or (actors and targets)
    named = any(scene.tokens[j].upos != "PRON" for j in h.actors) and any(speaks_for_state(p) for p in actors)
    return bare and kind.type in WORDS and not two and not named


def _is_one(scene: Scene, p: Participant) -> bool:
    """Is it one human being?"""
    here = [m for m in scene.mentions if (m.start, m.end) == (p.start, p.end)]
    return any(m.kind in ("person", "office") and not m.plural for m in here)


def _is_somebody(scene: Scene, j: int) -> bool:
    named = (scene.mention(c) for c in scene.children(j, "appos", "flat", "nmod:desc"))
    return any(m is not None and m.kind == "person" for m in named) or _is_alive(scene, j)


def _is_alive(scene: Scene, j: int) -> bool:
    return scene.mention(j) is not None or scene.tokens[j].upos in ALIVE or is_human(scene, j)


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
        return any(speaks_for_state(p) for p in actors) or (bool(actors) and _between(scene, h, actors, targets))
    if kind.standing == "actor":
        return _does_it(scene, h, does, bears)
    if (kind.upon == "people" or kind.type == "ASSAULT") and does != POLITICAL and bears == NATIONAL:
        return any(_is_people(scene, p) for p in targets) or _is_abroad(scene, h, targets)
    return max(does, bears) == POLITICAL


def _does_it(scene: Scene, h: Happening, does: Standing, bears: Standing) -> bool:
    """Does one of standing do it? Where nobody is said to, the verb must be passive ("was urged")."""
    if does == PRIVATE and not h.actors:
        return bears == POLITICAL and (not h.hit.is_verb or is_passive(scene, h.hit.token))
    return does == POLITICAL or (does == NATIONAL and bears == POLITICAL)


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
    if not known:
        passive = h.hit.is_verb and is_passive(scene, h.hit.token)
        return not h.actors and passive and any(is_state(p) for p in targets)
    told = targets if h.hit.kind.type == "THREATEN" else (*targets, *_spoken_of(scene, h))
    return any(_is_other(scene, p, known) for p in told)


def _is_other(scene: Scene, p: Participant, ours: Side) -> bool:
    """Is it of another side than some? Where the country of one of the two is not told, a state must be the other."""
    countries = {q.country for q in ours}
    if p.country and countries != {None}:
        return p.country not in countries
    if standing(scene, p) != POLITICAL:
        return False
    return (
        speaks_for_state(p)
        or any(is_state(q) or q.sector in WORLDLY for q in ours)
        or (p.actor or "").startswith("org:")
    )


def _is_people(scene: Scene, p: Participant) -> bool:
    """Is it a nation's people by their own name: "two *Americans*"? An "Arkansas woman" is one woman."""
    inside = [j for j, t in enumerate(scene.tokens) if p.start is not None and p.start <= t.start < (p.end or 0)]
    heads = [j for j in inside if scene.tokens[j].head not in inside]
    return any(scene.tokens[j].upos == "PROPN" and scene.feature(j, "Number") == "Plur" for j in heads)


def _is_abroad(scene: Scene, h: Happening, everybody: Side) -> bool:
    """Is one nation's own done to or done by in another's country ("*Americans* held *in Iran*")?"""
    inside = {j for top in h.hit.tops(scene) for j in scene.subtree(top)}
    here = {m.country for m in scene.mentions if any(m.start <= scene.tokens[j].start < m.end for j in inside)}
    ours = {p.country for p in everybody if p.country}
    return bool(ours) and bool(here - ours - {None})


def _spoken_of(scene: Scene, h: Happening) -> Iterator[Participant]:
    """Everybody, and every country, named in what it is about."""
    verb = h.hit.token
    things = [*patients(scene, verb), *scene.children(verb, "obl")] if h.hit.is_verb else []
    inside = {j for head in (*h.what, *h.targets, *things) for j in scene.subtree(head)} - set(h.actors)
    own = {scene.mention(j) for j in things if scene.tokens[j].deprel == "obj"}
    for mention in scene.mentions:
        if mention not in own and any(mention.start <= scene.tokens[j].start < mention.end for j in inside):
            yield party(mention)
