"""Did it happen? Status from tense, modality, negation and the words that govern the event.

The status is never raised above what the words support: what is only planned, wanted or reported as possible stays so.
Inspired by the factuality profile of FactBank (Saurí & Pustejovsky 2009): polarity and certainty are read off the
chain of words that govern the event, from the inside out.
"""

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import Cues
from demarche.model.values import Status

UNREAL: tuple[Status, ...] = (
    "cancelled",
    "postponed",
    "refused",
    "denied",
    "hypothetical",
    "proposed",
    "expected",
    "planned",
)
COMPLEMENT = frozenset({"to", "of", "about"})
"""Prepositions under which a gerund is what its governor speaks of ("open *to* talking"), not a circumstance."""


def status_of(scene: Scene, trigger: Trigger, cues: Cues) -> Status:
    """The status of an event from the words around it, dates left aside."""
    if scene.is_question:
        return "hypothetical"
    if trigger.light and trigger.light.effect:
        return _effect(scene, trigger, cues)
    own = _adjective(scene, trigger.token, cues)
    if own:
        return own
    if trigger.noun and _no(scene, trigger.token, cues):
        return "denied"
    if trigger.anchor == trigger.token and trigger.noun:
        return _bare_noun(scene, trigger.token, cues)
    return _clause(scene, trigger.anchor, cues)


def status_at(scene: Scene, v: int, cues: Cues) -> Status:
    """The status of what a verb says, whatever kind of event it is."""
    return "hypothetical" if scene.is_question else _clause(scene, v, cues)


def _effect(scene: Scene, trigger: Trigger, cues: Cues) -> Status:
    """ "cancelled the visit" cancels it; "may cancel", "did not cancel" and "refused to cancel" do not."""
    light = trigger.light
    assert light is not None
    assert light.effect is not None
    governing = _clause(scene, trigger.anchor, cues)
    if _negated(scene, trigger.anchor, cues) or _no(scene, trigger.token, cues):
        conjoined = _conjoined_effect(scene, trigger.anchor)
        return conjoined or ("denied" if light.effect in ("planned", "expected", "proposed") else "planned")
    if light.effect in ("cancelled", "postponed", "refused") and governing in ("hypothetical", "proposed", "expected"):
        return "planned"
    return light.effect


def _conjoined_effect(scene: Scene, anchor: int) -> Status | None:
    """ "The call is not planned, but is expected": the positive half counts."""
    for c in scene.children(anchor, "conj"):
        if scene.lemma(c) in ("expect", "anticipate"):
            return "expected"
    return None


def _bare_noun(scene: Scene, n: int, cues: Cues) -> Status:
    """A noun no light verb carries: what its preposition and the clause above it say."""
    first = scene.case(n).split(" ")[0]
    above = next((a for a in scene.ancestors(n) if _is_predicate(scene, a)), None)
    for a in scene.ancestors(n):
        if scene.tokens[a].upos == "NOUN":
            governed = cues.governors.get(scene.lemma(a)) or cues.governors.get(scene.lower(a))
            if governed and governed != "happened":
                return "denied" if _no(scene, a, cues) else governed
        else:
            break
    if first in cues.before:
        return "planned"
    if above is None:
        return "happened"
    clause = _clause(scene, above, cues)
    if first == "for" and clause == "happened":
        return "expected"
    if first in cues.after and first != "on":
        return "happened" if first in ("after", "following", "since") else clause
    governed = cues.governors.get(scene.lemma(above))
    if governed and governed != "happened" and (n > above or scene.tokens[above].upos == "ADJ"):
        return "denied" if _negated(scene, above, cues) else governed
    return "happened" if clause == "denied" else clause


def _is_predicate(scene: Scene, i: int) -> bool:
    """A verb or adjective, or a noun that something is said to be ("would be the highest *contact*")."""
    return scene.tokens[i].upos in ("VERB", "AUX", "ADJ") or bool(scene.children(i, "cop"))


def _clause(scene: Scene, v: int, cues: Cues) -> Status:
    """The status a verb has in its place: its own form first, then whatever governs it."""
    own = _form(scene, v, cues)
    governed = _governed(scene, v, cues)
    if _negated(scene, v, cues):
        return "denied" if own in ("happened", "planned", "expected") else own
    if governed is None or own in ("hypothetical", "proposed"):
        return own
    if governed == "happened" or (own == "happened" and _finite(scene, v)):
        return own
    return governed


def _form(scene: Scene, v: int, cues: Cues) -> Status:
    """The status a verb's own form gives: tense, mood, modals, conditions."""
    marks = {scene.lower(c) for c in scene.children(v, "mark")}
    if marks & set(cues.conditions):
        return "hypothetical"
    verb = v
    auxiliaries = [scene.lower(c) for c in scene.children(verb, "aux")]
    modal = next((cues.modals[a] for a in auxiliaries if a in cues.modals), None)
    if modal == "expected" and "have" in auxiliaries:
        return "hypothetical"
    if modal == "expected" and not _reported(scene, v):
        return "hypothetical"
    if modal in ("hypothetical", "proposed") and "have" in auxiliaries:
        return "hypothetical"
    if modal == "expected":
        return "planned"
    if modal:
        return modal
    form = scene.feature(verb, "VerbForm")
    if (
        form == "Inf"
        and scene.tokens[verb].deprel == "root"
        and any(scene.lower(c) == "to" for c in scene.children(v, "mark"))
    ):
        return "planned"
    if form in ("Ger", "Part") and marks & set(cues.before) and not _past(scene, scene.tokens[v].head):
        return "planned"
    if form == "Inf" and scene.tokens[verb].deprel.startswith("advcl"):
        return "expected"
    return "happened"


def _finite(scene: Scene, v: int) -> bool:
    """Is it told as a fact of its own ("confirmed that they met")? An infinitive is what its governor makes of it."""
    has = any(scene.lemma(c) == "have" for c in scene.children(v, "aux"))
    return scene.feature(v, "VerbForm") == "Fin" or has


def _past(scene: Scene, i: int) -> bool:
    return i >= 0 and scene.feature(i, "Tense") == "Past"


def _reported(scene: Scene, v: int) -> bool:
    """Does the clause hang on a verb in the past ("said he would meet"), so that "would" is only "will" reported?"""
    return any(_past(scene, a) for a in scene.ancestors(v) if scene.tokens[a].upos == "VERB")


def _governed(scene: Scene, v: int, cues: Cues) -> Status | None:
    """What the words above a clause do to it: "expected to meet", "plans to visit", "his refusal to meet"."""
    i = v
    while scene.tokens[i].deprel in ("conj", "xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass", "ccomp:pass"):
        relation, head = scene.tokens[i].deprel, scene.tokens[i].head
        if relation in ("acl", "ccomp") and _no(scene, head, cues):
            return "denied"
        if relation != "conj":
            status = cues.governors.get(scene.lemma(head)) or cues.governors.get(scene.lower(head))
            if relation == "advcl" and scene.feature(i, "VerbForm") != "Inf" and scene.case(i) not in COMPLEMENT:
                status = None
            if status and status != "happened":
                negated = _negated(scene, head, cues) or _no(scene, head, cues)
                return _negate(status) if negated else status
            if status is None and relation in ("xcomp", "ccomp", "csubj") and _form(scene, head, cues) != "happened":
                return _form(scene, head, cues)
        elif _shares_auxiliary(scene, i, head):
            form = _form(scene, head, cues)
            if form != "happened":
                return form
        i = head
    return None


def _negate(status: Status) -> Status:
    """ "does not plan to meet" denies; "did not refuse" leaves it open."""
    return "denied" if status in ("planned", "expected", "proposed") else "hypothetical"


def _shares_auxiliary(scene: Scene, i: int, head: int) -> bool:
    """In "will fly to Ankara and meet", the second verb has no auxiliary of its own and shares the first's."""
    return not scene.children(i, "aux") and scene.feature(i, "VerbForm") in ("Inf", None)


def _negated(scene: Scene, v: int, cues: Cues) -> bool:
    return any(scene.lower(c) in cues.negators for c in scene.children(v, "advmod", "aux", "cc", "mark"))


def _no(scene: Scene, n: int, cues: Cues) -> bool:
    """ "no talks", "without a meeting"."""
    return any(scene.lower(c) in cues.negators for c in scene.children(n, "det", "case", "advmod"))


def _adjective(scene: Scene, n: int, cues: Cues) -> Status | None:
    """What an adjective before the event noun says: "a planned visit"."""
    for c in scene.children(n, "amod", "compound"):
        status = cues.adjectives.get(scene.lower(c))
        if status:
            return status
    return None
