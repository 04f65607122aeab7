"""Do those who stand in an act fit it? What a word means hangs on who does it to whom ("*hit* by a car").

Selectional preferences (Resnik 1996, doi:10.1016/S0010-0277(96)00722-6), set by hand: each kind says in its file what
standing its sides must have, which of its words tell of it only between two, and whether it is done to people.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.acts.clause import is_passive, patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.people import is_human
from demarche.claims.acts.senses import is_another_sense
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
from demarche.claims.status.form import is_infinitive
from demarche.lexicon.acts import classed
from demarche.model import Mention, Participant
from demarche.model.values import Status

Side = Sequence[Participant]
SUFFERED = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "SANCTION", "COERCE", "REJECT"})
"""Types that are told of a state without saying who does it: "was urged", "was recognised"."""
UNSURE: frozenset[Status] = frozenset({
    "planned", "expected", "proposed", "denied", "refused", "hypothetical", "threatened", "cancelled", "postponed",
})  # fmt: skip
"""What did not happen is told of states, or between two; of others it is talk."""
WISHES = frozenset({
    "look", "keen", "keenness", "hope", "desire", "wish", "interest", "interested", "eager", "eagerness", "want", "try",
    "like", "love",
})  # fmt: skip
ABILITIES = frozenset({
    "ability", "capability", "capacity", "preparedness", "readiness", "power", "right", "chance", "opportunity",
    "potential",
})  # fmt: skip
PEACE = frozenset({"retreat_ceasefire", "support_sign", "cooperate"})
"""What everybody says they are for."""
HARMS = frozenset({"ASSAULT", "THREATEN", "CONCEDE", "REQUEST"})
SAYINGS = frozenset({"ACCUSE", "SUPPORT"})
"""Types of what somebody says: of what is left unsaid there is no news."""
DONE = frozenset({"ASSAULT", "RETREAT", "COERCE"})
"""Types of deeds that are demanded and threatened of anybody."""
WORLDLY = frozenset({"IGO", "EUR", "REB", "MIL"})
"""Sectors that deal with others than their own countrymen."""
MEANS = ("@decrees", "@bands", "@violence", "@arms", "@containers")
OPINIONS = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT"})
"""Types that are of something: "applauded" alone is none."""
ALIVE = frozenset({"PROPN", "NUM"})
"""Words that may stand for people though no list has them."""
TOGETHER = frozenset({"AGREE", "SUPPORT", "RETREAT", "COOPERATE"})
"""Types of what two nations do with each other."""
SITES = frozenset({"in", "at", "near", "across", "against", "on"})
PERSONS = frozenset({"they", "we", "he", "she", "both"})
THINGS = frozenset({"it", "that", "which", "this", "what", "itself"})


def fits(scene: Scene, h: Happening, actors: Side, targets: Side, status: Status, events: frozenset[int]) -> bool:
    """Can it be meant? `events` are the words of the sentence's acts, which may themselves do something.

    Somebody of whom only "they" is said, and nothing known, does it to a state or to nobody.
    """
    if _is_faint(scene, h, actors) or _is_of_nothing(h):
        return False
    if not actors and any(scene.tokens[j].upos == "PRON" for j in h.actors):
        return any(scene.lower(j) in PERSONS for j in h.actors) and any(map(speaks_for_state, targets))
    if h.actors and not any(_may_act(scene, h, j, events) for j in h.actors):
        return False
    if h.hit.kind.upon == "people" and not _upon_people(scene, h):
        return False
    if is_another_sense(scene, h, actors, targets):
        return False
    if status in UNSURE and (_is_wished(scene, h) or not _is_weighty(scene, h, actors, targets)):
        return False
    if _is_aim(scene, h, status):
        return False
    if status == "denied" and _is_no_news(h, actors, targets):
        return False
    return _has_standing(scene, h, actors, targets)


def _is_no_news(h: Happening, actors: Side, targets: Side) -> bool:
    """ "Will *not interfere*", "did *not* take the *threat* seriously", "has *no objection*": not done, to nobody."""
    kind = h.hit.kind
    if kind.type == "REJECT":
        return not h.hit.is_verb
    if kind.type in SAYINGS and not kind.mutual and h.governor is None:
        return not any(map(speaks_for_state, actors))
    if kind.id == "coerce_misinformation":
        return not any(p.country for p in targets)
    return not h.targets and kind.type in HARMS


def _is_wished(scene: Scene, h: Happening) -> bool:
    """ "*Looks forward to* strengthening ties", "an army's *ability to fight*": no word is given by it."""
    own = h.hit.anchor
    while scene.tokens[own].deprel == "conj" and scene.tokens[own].upos == "VERB" and not scene.children(own, "nsubj"):
        own = scene.tokens[own].head
    above, relation = scene.tokens[own].head, scene.tokens[own].deprel.partition(":")[0]
    if above < 0 or relation not in ("xcomp", "acl", "advcl", "ccomp", "obl", "nmod"):
        return False
    if relation == "acl" and scene.lemma(above) in ABILITIES:
        return h.governor is None or h.hit.kind.type in HARMS
    return h.hit.kind.type in ("SUPPORT", "COOPERATE", "AID") and scene.lemma(above) in WISHES


def _is_aim(scene: Scene, h: Happening, status: Status) -> bool:
    """ "Discussed efforts *to end* the conflict", "should *urge* them": what somebody would see done, no more."""
    if h.governor is not None or status not in ("planned", "expected", "proposed"):
        return False
    if h.hit.kind.type == "REQUEST":
        return status == "proposed"
    purpose = scene.tokens[h.hit.anchor].deprel in ("acl", "advcl", "csubj") and is_infinitive(scene, h.hit.anchor)
    return purpose and h.hit.is_verb and h.hit.kind.id in PEACE


def _is_weighty(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """Is it more than talk that it will be, might be or is not? What somebody agrees to or demands has been weighed."""
    if any(speaks_for_state(p) or p.sector in WORLDLY for p in actors) or h.hit.kind.type == "PROTEST":
        return True
    if h.hit.kind.type in DONE:
        return h.governor is not None or highest(scene, actors) == POLITICAL
    return _between(scene, h, actors, targets)


def _is_faint(scene: Scene, h: Happening, actors: Side) -> bool:
    """Does the word only lead to others? What two *decide* is as good as agreed."""
    together = scene.lemma(h.hit.token) == "decide" and len({p.country for p in actors if p.country}) > 1
    return scene.lemma(h.hit.token) in h.hit.kind.faint and not together


def _is_of_nothing(h: Happening) -> bool:
    verb = h.hit.verb
    return verb is not None and h.hit.kind.type in OPINIONS and not (h.targets or h.what or verb.objects or verb.near)


def _may_act(scene: Scene, h: Happening, j: int, events: frozenset[int]) -> bool:
    """Is what does it somebody, or a weapon, a deed, a decree?"""
    if scene.mention(j) is not None or is_human(scene, j):
        return True
    if h.hit.verb is not None and scene.lemma(j) in classed(h.hit.verb.subjects):
        return True
    means = ("@decrees",) if h.hit.kind.standing in ("actor", "state") else MEANS
    strikes = j in events and h.hit.kind.type == "ASSAULT"
    return strikes or scene.lemma(j) in classed(means)


def _upon_people(scene: Scene, h: Happening) -> bool:
    """Is it done to somebody, where it is said to what?"""
    return not h.targets or any(_is_somebody(scene, j) or scene.case(j) in SITES for j in h.targets)


def _is_somebody(scene: Scene, j: int) -> bool:
    named = (scene.mention(c) for c in scene.children(j, "appos", "flat", "nmod:desc"))
    return any(m is not None and m.kind == "person" for m in named) or _is_alive(scene, j)


def _is_alive(scene: Scene, j: int) -> bool:
    if scene.lemma(j) in classed(("@bands", "@arms")):
        return False
    personal = scene.tokens[j].upos in ("PRON", "DET") and scene.lower(j) not in THINGS
    mention = scene.mention(j)
    if mention is not None and _is_land(scene, j, mention):
        return False
    named = mention is not None and mention.kind != "organisation"
    return personal or named or scene.tokens[j].upos in ALIVE or is_human(scene, j)


def _is_land(scene: Scene, j: int, mention: Mention) -> bool:
    """A place or a state by its name: neither is arrested, killed or dismissed; "two *Americans*" are."""
    named = mention.kind in ("place", "state") and scene.tokens[j].upos == "PROPN"
    return named and scene.feature(j, "Number") != "Plur"


def _has_standing(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """Does somebody of standing stand where the kind, and this word of it, wants one?"""
    kind = h.hit.kind
    if kind.type in TOGETHER and _are_nations(scene, actors):
        return True
    if kind.standing == "state" and not any(speaks_for_state(p) or p.sector in WORLDLY for p in actors):
        return False
    if scene.lemma(h.hit.token) in kind.between:
        return _between(scene, h, actors, targets)
    if _is_loose(scene, h):
        return any(is_state(p) for p in actors) or _between(scene, h, actors, targets)
    if kind.standing in ("any", "state"):
        return True
    does, bears = highest(scene, actors), highest(scene, targets)
    if kind.standing == "actor":
        return _does_it(scene, h, targets, does, bears)
    if (kind.upon == "people" or kind.type == "ASSAULT") and does != POLITICAL and bears == NATIONAL:
        return any(_is_people(scene, p) for p in targets) or _is_abroad(scene, h, targets)
    return max(does, bears) == POLITICAL


def _are_nations(scene: Scene, side: Side) -> bool:
    """ "*Israelis and Palestinians* promised": two nations by their own names stand for their states."""
    return len({p.country for p in side if p.country}) > 1 and all(_is_people(scene, p) for p in side)


def _does_it(scene: Scene, h: Happening, targets: Side, does: Standing, bears: Standing) -> bool:
    """Does one of standing do it? Where nobody is said to, the verb must be passive ("was urged")."""
    if does == PRIVATE and not h.actors:
        if h.hit.kind.upon == "people" and bears == NATIONAL:
            return any(_is_people(scene, p) for p in targets) or _is_abroad(scene, h, targets)
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
    if h.hit.kind.type == "THREATEN" and not targets:
        return False
    if len({_side(p) for p in known} - {None}) > 1:
        return True
    if not known:
        passive = h.hit.kind.type in SUFFERED and h.hit.is_verb and is_passive(scene, h.hit.token)
        borne = any(_is_borne(scene, j) for j in h.targets)  # not "the *effect* in Egypt was limited"
        return not h.actors and passive and borne and any(is_state(p) for p in targets)
    told = targets if h.hit.kind.type == "THREATEN" else (*targets, *_spoken_of(scene, h))
    return any(_is_other(scene, p, known) for p in told)


def _is_borne(scene: Scene, j: int) -> bool:
    """Is it somebody, or somebody's: "*Syria's membership* was suspended"?"""
    return any(scene.mention(c) for c in (j, *scene.children(j, "nmod:poss")))


def _side(p: Participant) -> str | None:
    """The country or body of states it stands for; those of whom no country is told are one, but for armed bands."""
    body = p.actor if (p.actor or "").startswith("org:") else None
    return p.country or body or (p.sector if p.sector in WORLDLY else None)


def _is_other(scene: Scene, p: Participant, ours: Side) -> bool:
    """Is it of another side than some? Where the country of one of the two is not told, a state must be the other."""
    countries = {q.country for q in ours}
    if p.country and countries != {None}:
        return p.country not in countries
    if standing(scene, p) != POLITICAL or (p.sector == "MIL" and any(q.sector == "MIL" for q in ours)):
        return False  # two officers of whom no country is told are of one army
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
