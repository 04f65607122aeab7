"""Attributions that tell of words said, and those whose cue only looks so: what is planned, supposed, meant."""

from demarche.claims.actors import PEOPLE
from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.sources import CITING
from demarche.claims.statements.speakers import speakers
from demarche.lexicon.speech import speech_lexicon

ENOUGH = 0.65
"""Trust from which a verb with an object says something: below it an offer, an order or an honour is an act."""
SUPPOSED = frozenset({"may", "might", "could", "should", "must"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
NAMES = frozenset({"call", "dub", "term", "name"})
""" "The islands, *called* so by the neighbours" have that name; nobody says it."""
THINGS = frozenset({"it", "that", "which", "what", "this", "these"})
CARRIES = frozenset(
    {
        "go",
        "use",
        "continue",
        "begin",
        "start",
        "proceed",
        "rush",
        "hasten",
        "turn",
        "have",
        "like",
        "love",
        "tend",
        "keep",
    }
)
"""Verbs whose infinitive is done ("*went on to say*", "*used* the hour *to argue*"); "*wanted to say*" says nothing."""
OWNS = frozenset({"i", "we"})


def is_told(a: Attributed) -> bool:
    """Does a text tell that these words were said?"""
    if a.by == "as" and a.at is not None and _modals(a.scene, a.at) & {"would"}:
        return False
    if a.at is None or a.by in ("quote", "as", "according"):
        return True
    return not (_is_supposed(a.scene, a.at) or _is_only_meant(a.scene, a.at) or _is_no_object(a, a.at))


def _modals(scene: Scene, i: int) -> set[str]:
    return {scene.lower(c) for c in scene.children(i, "aux")}


def _is_supposed(scene: Scene, i: int) -> bool:
    """ "*May* blame", "*if* the minister says": no more than possible; "I *must* say" is said."""
    if any(scene.lower(c) in CONDITIONS for c in scene.children(i, "mark") if c < i):
        return True
    first_person = any(scene.lower(c) in OWNS for c in scene.children(i, "nsubj"))
    return bool(_modals(scene, i) & SUPPOSED) and not first_person


def _is_only_meant(scene: Scene, i: int) -> bool:
    """ "*Declined to say* whether", "*a plan to announce*", "could *enable officials to declare*"."""
    if scene.feature(i, "VerbForm") != "Inf" or scene.children(i, "aux"):
        return False
    above, relation = scene.tokens[i].head, scene.tokens[i].deprel.partition(":")[0]
    if above < 0 or relation not in ("xcomp", "ccomp", "acl"):
        return False
    return relation == "acl" or scene.lemma(above) not in CARRIES or _is_supposed(scene, above)


def _is_no_object(a: Attributed, i: int) -> bool:
    """An object is not always what was said: things say nothing; nouns hold matters; "*asked about* X, she"."""
    is_object = a.by.startswith("object")
    if not is_object and a.by != "infinitive_of":
        return False
    if _holds_quotation(a):
        return False
    if a.trust < ENOUGH:
        return True
    if not is_object:
        return False
    if (a.scene.tokens[i].upos == "NOUN" and not _is_denied(a.scene, i)) or _only_leads_in(a.scene, i):
        return True
    if a.by == "object_passive" and a.scene.lemma(i) in NAMES:
        return True
    if a.scene.lemma(i) in CITING and any(_is_body(a.scene, c) for c in a.scene.children(i, "obj")):
        return True
    if a.whose is not None and a.scene.tokens[a.whose].upos == "VERB":
        return True
    return a.whose is not None and a.scene.lower(a.whose) in THINGS and not speakers(a)


def _is_body(scene: Scene, i: int) -> bool:
    """ "Citing *the ministry*" names a source, "citing *a lack of funds*" says something."""
    mention = scene.mention(i)
    return mention is not None and mention.kind in PEOPLE


def _is_denied(scene: Scene, i: int) -> bool:
    """ "Countered *claims of* isolation" takes up what was said; "missile *attacks on* sites" holds nothing."""
    taken = scene.tokens[i].deprel == "obj" and scene.lower(min(i + 1, len(scene.tokens) - 1)) == "of"
    return taken and scene.lemma(scene.tokens[i].head) in speech_lexicon().verbs


def _holds_quotation(a: Attributed) -> bool:
    text = a.scene.document.text
    return any(mark in text[p.start : p.end] for p in a.parts for mark in '“"«')


def _only_leads_in(scene: Scene, i: int) -> bool:
    """ "*Commenting on the vote*, the minister said": the words are those of the verb behind it."""
    above = scene.tokens[i].head
    if scene.tokens[i].deprel != "advcl" or above < i or scene.feature(i, "VerbForm") not in ("Part", "Ger"):
        return False
    return scene.lemma(above) in speech_lexicon().verbs
