"""Words of an act that mean something else where they stand: accidents, names out of history, attacks in words.

What no list of objects can hold, because it hangs on who does it and on what stands beside.
"""

from collections.abc import Sequence

from demarche.claims.acts.clause import patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.people import is_human
from demarche.claims.acts.phrasing import qualifiers, wrapped
from demarche.claims.acts.standing import POLITICAL, highest, is_state, speaks_for_state
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Participant

Side = Sequence[Participant]
CROWDED = frozenset({"protest_demo", "protest_riot", "protest_obstruct", "protest_strike"})
"""What takes many."""
WORDS = frozenset({"AGREE", "REQUEST", "SUPPORT", "CONCEDE", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE"})
"""Types whose nouns alone tell of it only with both sides: "*his request* for rest"."""
FAULTS = frozenset({"damage", "outage", "fault", "failure", "breakdown", "glitch"})
""" "The internet is *disrupted due to damage* of cables": by nobody."""
DRIVES = frozenset({"operation", "campaign", "strike", "raid", "war", "offensive", "attack", "blitz", "mission"})
"""What may be made on nobody."""
ASKED = frozenset({"how", "why", "whether", "if", "what", "when", "who", "where"})
STRUCK = classed(("@struck",))
LABOUR = frozenset({"labour", "labor", "work", "sales", "market"})
TALKERS = frozenset({"PTY", "LEG", "OPP", "ELI"})
"""Sectors whose attacks are words, where no victim is told."""
ORDERS = frozenset({"tell", "instruct", "direct", "command", "ask", "remind", "advise", "encourage", "press"})
OURS = frozenset({"his", "her", "its", "their", "our"})
MENTAL = frozenset(
    {"believe", "think", "know", "see", "understand", "imagine", "remember", "realise", "realize", "learn"}
)
""" "Refused *to believe* them": in the mind alone."""
ARMY = frozenset({"army", "military", "navy", "troop", "soldier", "force", "agency", "ministry", "cabinet"})
AGAINST = frozenset({"protest", "demand", "denounce", "oppose", "condemn", "call", "urge", "decry", "chant", "reject"})
MEETING = frozenset({"gather", "assemble"})
""" "Employees *gathered* outside": for nothing that is said."""
RACES = frozenset({"poll", "election", "vote", "ballot", "race", "runoff", "run-off", "primary", "round", "final"})
AHEAD = frozenset({"will", "would", "should", "must", "shall", "ought"})
COMING = classed(("@meet_verbs",)) | {"come", "attend", "join", "go", "sit", "take", "pay", "participate"}
"""What one is invited to, and what an engagement tells."""
STATES = frozenset({"unrest", "uprising"})
""" "Discussed the *unrest* in the north": a state of things."""
WORKS = frozenset({"operation", "campaign"})
""" "The company's *operations* in India"."""
FIGHTERS = frozenset({"MIL", "REB", "PRM", "GOV"})
NAMED = frozenset({"war", "massacre", "genocide", "revolution", "uprising"})


def is_another_sense(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """Is no such act meant by the words?"""
    if _is_accident(scene, h, actors) or _is_named_event(scene, h) or _is_attribute(scene, h):
        return True
    return (
        _is_question(scene, h, targets)
        or _is_peaceful(scene, h, actors)
        or _is_of_things(scene, h)
        or _is_lone(scene, h, actors, targets)
        or _is_one_sided(scene, h, actors, targets)
        or _is_own_order(scene, h, actors, targets)
        or _is_for_oneself(scene, h, actors, targets)
    )


def _is_question(scene: Scene, h: Happening, targets: Side) -> bool:
    """ "*Asked how* it could go on", "*called on* the mayor", "*challenged* him *to come*", "*fired into the air*"."""
    lemma, v = scene.lemma(h.hit.token), h.hit.token
    if lemma in MEETING and h.hit.kind.id == "protest_demo" and patients(scene, v):
        return True
    if lemma == "beat" and h.hit.is_verb:
        return _is_race(scene, v)
    if lemma in ("refuse", "fail", "decline"):
        return bool(h.what) and all(scene.lemma(j) in MENTAL for j in h.what)
    if lemma == "invite":
        return _is_to_meet(scene, h)
    if lemma == "ask":
        inner = [j for c in scene.children(v, "ccomp") for j in scene.children(c, "advmod", "mark", "obj", "nsubj")]
        said = [max(scene.subtree(c)) for c in scene.children(v, "ccomp", "parataxis")]
        asked = any(scene.lower(k) == "?" for j in said for k in (j, min(j + 1, len(scene.tokens) - 1)))
        return asked or any(scene.lower(j) in ASKED for j in inner)
    if lemma == "appeal" and any(p.sector == "JUD" for p in targets):
        return True
    if lemma == "call" and h.hit.kind.id == "appeal":
        return not h.what
    if lemma == "challenge":
        return bool(scene.children(v, "xcomp"))
    if lemma == "execute":
        return not any(is_human(scene, j) or scene.mention(j) for j in h.targets)
    if lemma == "agree" and h.hit.kind.id == "agree":
        return _is_opinion(scene, v)
    return h.hit.kind.id == "assault_firearms" and any(scene.lemma(j) == "air" for j in h.targets)


def _is_opinion(scene: Scene, v: int) -> bool:
    """ "*Agreed that* the threats *are* irresponsible": of one mind, and nothing promised."""
    said = [c for c in scene.children(v, "ccomp") if scene.lower(min(scene.subtree(c))) == "that"]
    return any(
        scene.children(c, "cop") and not any(scene.lower(a) in AHEAD for a in scene.children(c, "aux")) for c in said
    )


def _is_race(scene: Scene, v: int) -> bool:
    """ "*Beat* him *at the polls*", "beat her *to* Fiji", "beat the party *by* ten points"."""
    phrases = [c for c in scene.children(v, "obl") if scene.tokens[c].deprel != "obl:agent"]
    return any(scene.case(c) == "to" or scene.lemma(c) in RACES for c in phrases)


def _is_to_meet(scene: Scene, h: Happening) -> bool:
    """ "*Invited* him to visit", "to Delhi", "for talks": that is told as the visit that it proposes."""
    return not any(scene.tokens[c].upos == "VERB" and scene.lemma(c) not in COMING for c in h.what)


def _is_of_things(scene: Scene, h: Happening) -> bool:
    """ "Questioned the *approach*", "the shooting of the *film*", "issued an *executive* order"."""
    lemma, kind = scene.lemma(h.hit.token), h.hit.kind.id
    if kind == "accuse_allege" and "behind" in h.hit.frame.near:  # "were *behind the blast*", not "lagged behind"
        return not any(t.deprel == "case" and scene.lower(j) == "behind" for j, t in enumerate(scene.tokens))
    if kind == "request":
        heads = patients(scene, h.hit.token) if h.hit.is_verb else []
        return any(scene.lemma(j) == "order" and "executive" in qualifiers(scene, j) for j in heads)
    if kind == "assault_destroy" and not h.hit.is_verb and h.targets:
        return not any(_is_struck(scene, j) for j in h.targets)
    if kind == "coerce_seize" and h.hit.is_verb:
        return any(
            scene.lower(c) in OURS for j in h.what for k in wrapped(scene, [j]) for c in scene.children(k, "nmod:poss")
        )
    asked = kind == "accuse_investigate" and lemma in ("question", "grill")
    shot = kind == "assault_firearms" and not h.hit.is_verb
    if not (asked or shot) or not h.targets:
        return False
    return not any(is_human(scene, j) or scene.mention(j) or scene.lemma(j) in STRUCK for j in h.targets)


def _is_struck(scene: Scene, j: int) -> bool:
    owners = (j, *scene.children(j, "nmod:poss", "compound", "amod"))
    named = any(scene.mention(c) is not None or scene.tokens[c].upos == "PROPN" for c in owners)
    return named or is_human(scene, j) or scene.lemma(j) in STRUCK


def _is_accident(scene: Scene, h: Happening, actors: Side) -> bool:
    """ "Injured *as a result of an accident*", "an explosion *caused by a gas leak*": nobody's doing."""
    if actors or h.hit.kind.type not in ("ASSAULT", "COERCE"):
        return False
    causes = classed(("@accidents",)) | (FAULTS if h.hit.kind.type == "COERCE" else frozenset())
    return any(t.upos == "NOUN" and scene.lemma(j) in causes for j, t in enumerate(scene.tokens))


def _is_named_event(scene: Scene, h: Happening) -> bool:
    """ "Opposed the *Iraq War*": a name out of history, no news."""
    token = scene.tokens[h.hit.token]
    return h.hit.noun is not None and token.upos == "PROPN" and scene.lemma(h.hit.token) in NAMED


def _is_attribute(scene: Scene, h: Happening) -> bool:
    """ "The *exiled* leader", "the *detained* president": what somebody is called, no news."""
    bare = not scene.children(h.hit.token, "obl", "obj", "nsubj")
    return h.hit.is_verb and scene.tokens[h.hit.token].deprel == "amod" and bare


def _is_peaceful(scene: Scene, h: Happening, actors: Side) -> bool:
    """ "Launched a *search* operation", "a *sales* campaign", "the labour *force*"."""
    if any(scene.lemma(j) == "force" and qualifiers(scene, j) & LABOUR for j in h.actors):
        return True
    if h.hit.kind.type != "ASSAULT" and h.hit.kind.id != "retreat_ceasefire":
        return False
    heads = patients(scene, h.hit.token) if h.hit.is_verb else [h.hit.token]
    if any(scene.lemma(j) in WORKS and not qualifiers(scene, j) & classed(("@warlike",)) for j in heads):
        return not any(is_state(p) or p.sector in FIGHTERS for p in actors)
    return any(scene.lemma(j) in DRIVES and qualifiers(scene, j) & classed(("@peaceful",)) for j in heads)


def _is_lone(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """A protest of one; police raids on a shop; one man's "attacks on moderators", or his crime."""
    kind = h.hit.kind
    if kind.id == "protest_demo" and scene.lemma(h.hit.token) in MEETING and not _is_to_protest(scene, h):
        return True
    if kind.id in CROWDED and actors and all(p.sector in FIGHTERS - {"GOV"} for p in actors):
        return True  # "their *march* on the capital"
    if kind.id in CROWDED and len(actors) == 1:
        return _is_one(scene, actors[0])
    if kind.id == "assault_crowd" and h.targets and not any(_is_crowd(scene, j) for j in h.targets):
        return not ({p.country for p in targets} - {p.country for p in actors} - {None})  # boats of another state

    if scene.lemma(h.hit.token) == "demonstration" and not h.actors and not _is_against(scene, h):
        return True  # of a device
    if kind.id == "protest_demo" and scene.lemma(h.hit.token) in STATES and not h.actors and h.hit.light is None:
        return True
    if kind.id == "assault" and actors and all(p.sector in TALKERS for p in actors):
        return True
    talk = actors and all(_is_one(scene, p) for p in actors)
    if kind.id == "assault" and talk and highest(scene, targets) != POLITICAL and not (h.hit.is_verb and targets):
        return True
    if kind.type != "ASSAULT" or highest(scene, targets) == POLITICAL:
        return kind.id == "assault" and not h.hit.is_verb and not actors and _are_criticised(scene, targets)
    if kind.id == "assault" and actors and all(p.sector == "COP" for p in actors):
        return True
    return len(actors) == 1 and _is_one(scene, actors[0]) and not speaks_for_state(actors[0])


def _is_own_order(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """ "Told *his ministers* to be on guard": what one orders one's own is no plea; to an opposition, a court it is."""
    if h.hit.kind.type != "REQUEST" or not h.hit.is_verb or scene.lemma(h.hit.token) not in ORDERS:
        return False
    ours = {p.country for p in actors if p.country}
    theirs = {p.country for p in targets}
    own = all(_is_ones_own(scene, j) for j in h.targets) if h.targets else False
    return own or (len(ours) == 1 and theirs == ours and all(p.sector in ("GOV", "MIL") for p in targets))


def _is_for_oneself(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """ "Defended *the government's performance*": whoever governs backs their own."""
    ours = {p.country for p in actors if p.country}
    if h.hit.kind.type != "SUPPORT" or h.hit.kind.mutual or not (len(ours) == 1 and all(map(speaks_for_state, actors))):
        return False
    if targets:
        return all(p.country in ours and p.sector == "GOV" for p in targets) and not h.hit.kind.upon
    owners = [c for j in h.what for c in scene.children(j, "nmod:poss")]
    return bool(owners) and all(scene.lower(c) in OURS or scene.lemma(c) == "government" for c in owners)


def _is_ones_own(scene: Scene, j: int) -> bool:
    """ "*Their officials*", "*the military*", "*state companies*"."""
    if any(scene.lower(c) in OURS for c in scene.children(j, "nmod:poss")):
        return is_human(scene, j) or scene.mention(j) is not None
    return scene.lemma(j) in ARMY or "state" in qualifiers(scene, j)


def _is_to_protest(scene: Scene, h: Happening) -> bool:
    """ "Gathered *to demand* his release", "*against* the law"; "will assemble to review the plan" is a meeting."""
    against = any(scene.case(j) in ("against", "over", "outside") for j in (*h.targets, *h.what))
    return against or any(scene.lemma(j) in AGAINST for j in h.what)


def _is_against(scene: Scene, h: Happening) -> bool:
    """Does a demonstration say against what, or before whose door?"""
    return any(scene.case(j) in ("against", "over", "outside") for j in (*h.targets, *h.what))


def _is_crowd(scene: Scene, j: int) -> bool:
    """ "Cracked down on *fishing*": force is used on people and what they stage."""
    return is_human(scene, j) or scene.mention(j) is not None or scene.lemma(j) in classed(("@unrest",))


def _are_criticised(scene: Scene, targets: Side) -> bool:
    """ "Warren was *under attack*": of one politician, in words."""
    return len(targets) == 1 and _is_one(scene, targets[0])


def _is_one(scene: Scene, p: Participant) -> bool:
    """Is it one human being?"""
    if p.start is not None and scene.document.text[p.start : p.end].lower() in ("he", "she", "him", "her", "his"):
        return True
    here = [m for m in scene.mentions if (m.start, m.end) == (p.start, p.end)]
    return any(m.kind in ("person", "office") and not m.plural for m in here)


def _is_named(scene: Scene, p: Participant) -> bool:
    """Is it a person, or an office?"""
    here = [m for m in scene.mentions if p.start is not None and m.start < (p.end or 0) and p.start < m.end]
    return bool(p.role or p.sector) or any(m.kind in ("person", "office") for m in here)


def _is_one_sided(scene: Scene, h: Happening, actors: Side, targets: Side) -> bool:
    """A bare "loan to Iceland", "his appointment", help of whom nobody says to whom."""
    kind, bare = h.hit.kind, h.hit.noun is not None and h.hit.light is None
    if kind.id == "aid" and not targets:
        return True
    if kind.id in ("appointment", "dismissal"):
        return not targets or (highest(scene, targets) != POLITICAL and not any(_is_named(scene, p) for p in targets))
    two = len(actors) > 1 or (actors and targets)
    named = any(scene.tokens[j].upos != "PRON" for j in h.actors) and any(speaks_for_state(p) for p in actors)
    return bare and kind.type in WORDS and not two and not named
