"""Find the words of a sentence that tell of an act: verbs, predicate adjectives and nouns."""

from demarche.claims.acts.clause import patients, subjects
from demarche.claims.acts.hit import Fills, Hit, has_slots, is_near, weight
from demarche.claims.acts.nouns import noun_hit
from demarche.claims.acts.phrasing import lemmas, particles, wrapped
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon, ActVerb, classed

TELLING = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")
"""Parts of speech that can tell of an act."""
MUST = frozenset({"must", "should", "ought", "shall"})
PREDICATES = frozenset({"root", "xcomp", "ccomp", "conj", "acl", "advcl"})
SELF = frozenset({"he", "she", "i", "we"})
""" "Said that *he needed to sleep*": what one must do oneself is asked of nobody."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})
"""What one does to oneself is another verb, unless a frame asks for it ("gave *themselves* up")."""
UNDOING = frozenset({"RETREAT", "REJECT", "SANCTION", "CONCEDE", "CONSULT"})
"""Types whose verbs undo what their object is: "halted its *air strikes*" is no air strike."""
SUBJUNCTIVE = frozenset({"insist", "suggest", "argue", "stress", "urge", "maintain", "warn"})
""" "Insisted that *he leave*"; after "say" it is a slip of the parser."""
NEEDED = frozenset({"needed", "necessary", "essential", "vital", "crucial", "imperative", "need", "require"})


PREFIXES = frozenset({"re", "co", "counter", "air", "over", "out", "de", "un", "pre", "test", "cross"})


def hits(scene: Scene, lexicon: ActLexicon, fills: Fills) -> list[Hit]:
    """Every act word of a sentence with the frame that fits it best, in the order of the text.

    A verb that asks for its object has the noun for itself ("*suspended aid*"), unless the noun asks for more ("held
    *joint exercises*").
    """
    found = [h for i in scene.tagged(*TELLING) if (h := _hit(scene, i, lexicon, fills))]
    things = {h.token: set(wrapped(scene, patients(scene, h.token))) for h in found if h.verb and h.verb.objects}
    narrow = {h.token for h in found if h.noun and h.noun.qualified_by}
    undoing = {h.token for h in found if h.verb and h.kind.type in UNDOING}
    beaten = {v for v, own in things.items() if own & narrow and v not in undoing}
    eaten = {o for v, own in things.items() if v not in beaten for o in own}
    return [h for h in found if (h.verb and h.token not in beaten) or (h.noun and h.token not in eaten)]


def _hit(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    token = scene.tokens[i]
    joined = i > 1 and scene.lower(i - 1) == "-" and scene.tokens[i - 1].end == token.start
    if (token.deprel == "amod" and joined) or (joined and token.upos == "VERB" and scene.lower(i - 2) not in PREFIXES):
        return None  # "a British-*trained* doctor": a quality, no news; "strong-*armed* them"
    if token.upos in ("VERB", "AUX") or (token.upos == "ADJ" and _is_predicate(scene, i)):
        return _verb(scene, i, lexicon, fills) or (noun_hit(scene, i, lexicon, fills) if _is_gerund(scene, i) else None)
    if token.upos in ("NOUN", "PROPN", "ADJ"):
        return noun_hit(scene, i, lexicon, fills)
    return None


def _is_predicate(scene: Scene, i: int) -> bool:
    """Is an adjective what somebody is said to be?"""
    return scene.has(i, "cop") or scene.tokens[i].deprel in PREDICATES


def _is_gerund(scene: Scene, i: int) -> bool:
    return scene.feature(i, "VerbForm") == "Ger" and scene.tokens[i].deprel != "amod" and not scene.children(i, "obj")


def _verb(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    entries = lexicon.verbs.get(scene.lemma(i))
    if not entries:
        return None
    fits = []
    things = lemmas(scene, patients(scene, i))
    for kind, frame in entries:
        hit = Hit(kind, i, i, i, verb=frame)
        if _is_verb_frame(scene, i, frame, things) and has_slots(hit, frame.needs, frame.not_with, fills):
            fits.append(hit)
    return max(fits, key=lambda h: weight(h.frame), default=None)


def _is_verb_frame(scene: Scene, i: int, frame: ActVerb, things: frozenset[str]) -> bool:
    if frame.adjective != (scene.tokens[i].upos == "ADJ") and scene.lower(i) in classed(frame.lemmas):
        return False
    if not _fits_particle(scene, i, frame.particle):
        return False
    if things & REFLEXIVE and not frame.objects and not frame.near:
        return False
    if frame.objects and not things & classed(frame.objects):
        return False
    doers = lemmas(scene, subjects(scene, i)) if frame.subjects or frame.not_subjects else frozenset()
    if (frame.must and not _says_must(scene, i)) or not is_near(scene, frame, (i,)):
        return False
    if frame.subjects and not doers & classed(frame.subjects):
        return False
    return not (things & classed(frame.not_objects) or doers & classed(frame.not_subjects))


def _fits_particle(scene: Scene, i: int, wanted: str | None) -> bool:
    """A verb with a particle right after it is another verb than the one without."""
    if wanted is not None:
        joined = i + 1 < len(scene.tokens) and scene.lower(i + 1) == wanted and scene.children(i, "obj", "nsubj:pass")
        return wanted in particles(scene, i) or bool(joined)
    after = i + 1
    return after == len(scene.tokens) or scene.tokens[after].deprel != "compound:prt"


def _says_must(scene: Scene, i: int) -> bool:
    """Does the clause under a verb of saying tell somebody what must be done?"""
    for c in scene.children(i, "ccomp", "parataxis"):
        if any(scene.lower(s) in SELF for s in scene.children(c, "nsubj", "nsubj:pass")):
            continue
        if any(scene.lower(a) in MUST for a in scene.children(c, "aux")) or scene.lemma(c) in ("need", "have"):
            return scene.lemma(c) not in ("need", "have") or bool(scene.children(c, "xcomp"))
        bare = scene.feature(c, "VerbForm") == "Inf" and not scene.children(c, "aux")
        if bare and scene.lemma(i) in SUBJUNCTIVE and scene.children(c, "nsubj"):
            return not any(scene.lower(m) == "to" for m in scene.children(c, "mark"))
        if scene.lemma(c) in NEEDED and scene.children(c, "nsubj", "nsubj:pass", "csubj"):
            return True
    return False
