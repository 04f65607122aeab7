"""Did the act happen? What its own clause says, then what the act above it makes of it.

The clause is read as for any event (`claims.status`); a governor that is an act itself ("refused to release them")
gives its effect.
"""

from demarche.claims.acts.clause import is_passive, patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.hit import Hit
from demarche.claims.scene import Scene
from demarche.claims.status import event_status
from demarche.claims.status.form import is_nobody
from demarche.claims.status.nouns import by_adjective
from demarche.model.values import Status

REAL: frozenset[Status] = frozenset({"happened", "ongoing"})
ONGOING = frozenset({"continue", "keep", "remain", "persist", "maintain"})
CURRENT = frozenset({"ongoing", "continuing", "continued", "current"})
MATTER = frozenset({"on", "about", "towards", "toward", "without", "than"})
"""Prepositions before a gerund that is only spoken of."""
SAID = frozenset({"SUPPORT", "ACCUSE", "PROTEST", "REQUEST", "REJECT"})
"""Types that are done by saying or showing so."""
POLITE = frozenset({"want", "wish", "like"})
AHEAD = frozenset({
    "go", "come", "travel", "fly", "leave", "arrive", "plan", "prepare", "gather", "try", "need", "wait", "head",
    "return", "move", "send", "elect", "choose", "use", "form", "create",
})  # fmt: skip
"""Verbs after which the purpose is still to come."""
ENDS = frozenset({"end", "halt", "stop", "cessation", "suspension", "pause", "termination", "close"})
FORCED = frozenset({"have", "force", "compel", "oblige"})
NOT_YET = frozenset({"will", "would", "may", "might", "could", "should", "not", "n't", "never"})
OPEN: frozenset[Status] = frozenset({"planned", "expected", "proposed"})


def statuses(scene: Scene, found: list[Happening]) -> list[Status]:
    """The status of each of a sentence's acts."""
    out: list[Status | None] = [None] * len(found)
    for n in range(len(found)):
        _settle(scene, found, n, out, 0)
    return [s or "hypothetical" for s in out]


def _settle(scene: Scene, found: list[Happening], n: int, out: list[Status | None], depth: int) -> Status:
    """The status of one act; that of the act it is embedded in is settled first."""
    known = out[n]
    if known is not None:
        return known
    own = own_status(scene, found[n].hit)
    if own in REAL and _is_to_end(scene, found[n].hit):
        out[n] = own
        return own
    if own in OPEN and found[n].hit.kind.type in SAID and _by_deed(scene, found[n].hit.anchor):
        own = "happened"
    above = found[n].governor
    if above is not None and _is_polite(scene, found[n], found[above]):
        above, own = None, "happened"
    if above is not None and depth < len(found):
        outer = _settle(scene, found, above, out, depth + 1)
        if own in OPEN and _leans(scene, found[n].hit) and outer in REAL and found[above].hit.effect is None:
            own = "happened"
        own = _under(own, outer, found[above].hit.effect)
    out[n] = own
    return own


def _is_polite(scene: Scene, h: Happening, outer: Happening) -> bool:
    """ "I *want to thank* you": whoever says so does it."""
    return h.hit.kind.type in SAID and h.hit.is_verb and scene.lemma(outer.hit.token) in POLITE


def _leans(scene: Scene, hit: Hit) -> bool:
    """Does a noun have its status from nothing but the clause it stands in ("to protest *the war*")?"""
    return hit.noun is not None and hit.light is None and by_adjective(scene, hit.token) is None


def _by_deed(scene: Scene, v: int) -> bool:
    """What people did something for that says it is said by the deed: "called him *to congratulate*", "set himself on
    fire *to protest*"; what they only set out for is not.
    """
    if scene.tokens[v].deprel not in ("advcl", "xcomp") or scene.feature(v, "VerbForm") != "Inf":
        return False
    head = scene.tokens[v].head
    if scene.tokens[head].upos != "VERB" or scene.lemma(head) in AHEAD:
        return False
    return scene.tokens[v].deprel == "advcl" and event_status(scene, head) in REAL


def _under(own: Status, outer: Status, effect: Status | None) -> Status:
    """The status of an event inside another act: that act's effect where it happened, something less where not."""
    if effect is None:
        return own if outer in REAL or own not in REAL else "hypothetical" if outer == "hypothetical" else own
    if own in ("denied", "cancelled") and effect in ("planned", "proposed"):
        return "refused" if effect == "planned" else own
    if outer in REAL:
        return effect
    if outer == "denied":
        return "denied" if effect in OPEN else "hypothetical"
    if outer in OPEN:
        return effect if outer == "planned" else "hypothetical" if effect in ("refused", "threatened") else outer
    return "hypothetical" if outer != "refused" else "refused"


def own_status(scene: Scene, hit: Hit) -> Status:
    """The status of an act from its own clause, and of a noun from the words around it."""
    if hit.noun is not None and is_nobody(scene, hit.token):
        return "denied"
    if "longer" in hit.frame.near:
        return "happened"  # "*no longer* recognises"
    if _is_to_end(scene, hit):
        return "ongoing"
    if _had_to(scene, hit) or _is_looked_back_at(scene, hit):
        return "happened"
    if hit.is_verb and _by_nobody(scene, hit.token):
        return "denied"
    if hit.is_verb and _is_talked_of(scene, hit.token):
        return "hypothetical"
    if hit.verb is not None and hit.verb.objects and any(is_nobody(scene, j) for j in patients(scene, hit.token)):
        return "denied"  # "made *no apology*"
    carried = hit.light is not None and hit.relation != "subj"
    own = by_adjective(scene, hit.token) if hit.noun is not None else None
    status = own or event_status(scene, hit.anchor if carried else hit.token)
    if own is None and status == "hypothetical" and hit.light is None and _is_given(scene, hit):
        status = "happened"
    if hit.light is not None and hit.light.effect is not None and status in REAL:
        return hit.light.effect
    if status == "planned" and hit.kind.type in SAID and _is_ongoing(scene, hit):
        return "ongoing"  # "will *continue to stand* with them": whoever says so does
    return "ongoing" if status == "happened" and _is_ongoing(scene, hit) else status


def _is_to_end(scene: Scene, hit: Hit) -> bool:
    """ "Called for an *end to* the attacks": whatever is to end goes on."""
    if hit.noun is None or hit.light is not None:
        return False
    above = scene.tokens[hit.carrier].head
    under = above >= 0 and scene.tokens[hit.carrier].deprel == "nmod" and scene.case(hit.carrier) in ("to", "of", "in")
    return under and scene.tokens[above].upos == "NOUN" and scene.lemma(above) in ENDS


def _had_to(scene: Scene, hit: Hit) -> bool:
    """ "*Had to* pull back its forces": whoever had to did."""
    head = scene.tokens[hit.anchor].head
    if not hit.is_verb or head < 0 or scene.tokens[hit.anchor].deprel != "xcomp" or scene.lemma(head) not in FORCED:
        return False
    forced = scene.lower(head) == "had" or (scene.lower(head) == "forced" and is_passive(scene, head))
    return forced and not any(scene.lower(c) in NOT_YET for c in scene.children(head, "aux", "advmod"))


def _is_looked_back_at(scene: Scene, hit: Hit) -> bool:
    """ "Had collapsed *before the invasion*": told from after it."""
    if hit.noun is None or hit.light is not None or scene.case(hit.token) not in ("before", "until", "prior to"):
        return False
    verb = scene.tokens[hit.token].head
    had = verb >= 0 and any(scene.lower(c) in ("had", "was", "were") for c in scene.children(verb, "aux", "cop"))
    return had or (verb >= 0 and scene.feature(verb, "Tense") == "Past" and scene.feature(verb, "VerbForm") == "Fin")


def _by_nobody(scene: Scene, v: int) -> bool:
    """ "*Neither* X nor Y has been charged"."""
    subjects = [j for s in scene.children(v, "nsubj", "nsubj:pass") for j in (s, *scene.children(s))]
    return any(scene.lower(j) == "neither" for j in subjects)


def _is_talked_of(scene: Scene, v: int) -> bool:
    """ "Focused *on resolving* the crisis": what is only the matter of something else."""
    gerund = scene.feature(v, "VerbForm") in ("Ger", "Part") and scene.lower(v).endswith("ing")
    marks = {scene.lower(c) for c in scene.children(v, "mark", "case")}
    return gerund and bool(marks & MATTER)


def _is_given(scene: Scene, hit: Hit) -> bool:
    """ "Whether it isolated itself by *its invasion*": whose it is said to be, that is taken for granted."""
    return hit.noun is not None and bool(scene.children(hit.token, "nmod:poss")) and not scene.is_question


def _is_ongoing(scene: Scene, hit: Hit) -> bool:
    """Is it told as going on ("are shelling", "continued to shell", "an ongoing siege")?"""
    v = hit.anchor
    if v != hit.token and scene.lemma(v) in ONGOING:
        return True
    if any(scene.lower(c) in CURRENT for c in scene.children(hit.token, "amod")):
        return True
    head = scene.tokens[v].head
    if head >= 0 and scene.tokens[v].deprel == "xcomp" and scene.lemma(head) in ONGOING:
        return True
    present = any(scene.lower(c) in ("is", "are", "'s", "’s", "'re", "’re", "am") for c in scene.children(v, "aux"))
    return present and scene.tokens[v].upos == "VERB" and scene.lower(v).endswith("ing")
