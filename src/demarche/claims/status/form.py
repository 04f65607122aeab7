"""What a verb's own form says of it: tense, mood, auxiliaries, hedges - before anything that governs it."""

from demarche.claims.scene import Scene
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status


def form(scene: Scene, v: int) -> Status:
    """The status that a predicate's own form gives, negation left aside."""
    marks = status_words().marks
    introduced = marked(scene, v)
    if introduced & marks.conditions:
        return "hypothetical"
    if introduced & marks.as_if:
        return "denied"
    if adverbs(scene, v) & marks.nearly:
        return "denied"
    modal = _modal(scene, v) or _due(scene, v)
    if modal:
        return modal
    return _without_modal(scene, v, introduced)


def _modal(scene: Scene, v: int) -> Status | None:
    """What a modal makes of an event; "would" is "will" reported, and a mere supposition where nobody reports it."""
    marks = status_words().marks
    auxiliaries = [scene.lower(c) for c in scene.children(v, "aux")]
    modal = next((marks.modals[a] for a in auxiliaries if a in marks.modals), None)
    if modal is None:
        return "hypothetical" if adverbs(scene, v) & marks.hedges else None
    if modal == "expected" and scene.lemma(v) in marks.wishing:
        return None
    if modal == "expected":
        return "planned" if "have" not in auxiliaries and _reported(scene, v) else "hypothetical"
    if modal in ("hypothetical", "proposed") and "have" in auxiliaries:
        return "hypothetical"
    return modal


def _due(scene: Scene, v: int) -> Status | None:
    """ "Is *due to* arrive", where the parser takes the adjective for an adverb or a mark of the verb."""
    for c in scene.children(v, "advmod", "mark"):
        row = status_words().embedding("adjective", scene.lower(c), "to")
        if row and c + 1 < v and scene.lower(c + 1) == "to" and scene.children(v, "cop"):
            return "hypothetical" if had_been(scene, v) else row.positive if row.positive != "told" else None
    return None


def had_been(scene: Scene, i: int) -> bool:
    """ "*Had been* due to meet": what was once planned is neither planned any more nor known to have come."""
    helpers = [scene.lower(c) for c in scene.children(i, "aux", "cop", "aux:pass")]
    return "had" in helpers and "been" in helpers


def _without_modal(scene: Scene, v: int, introduced: set[str]) -> Status:
    shape = scene.feature(v, "VerbForm")
    if is_infinitive(scene, v) and _was_to_have(scene, v):
        return "cancelled"
    if is_infinitive(scene, v) and _stands_alone(scene, v):
        return "planned"
    if shape in ("Ger", "Part") and introduced & status_words().marks.before and not _past(scene, scene.tokens[v].head):
        return "planned"
    if scene.feature(v, "Mood") == "Imp" and not scene.children(v, "nsubj", "nsubj:pass"):
        return "proposed"
    return "happened"


def _was_to_have(scene: Scene, v: int) -> bool:
    """ "*Were to have* met in May": what was meant to be, and the form says that it was not."""
    helpers = scene.children(v, "aux", "cop")
    perfect = any(scene.lower(c) == "have" for c in helpers)
    return perfect and any(scene.lower(c) in ("was", "were") and c < v for c in helpers)


def _stands_alone(scene: Scene, v: int) -> bool:
    """ "Lavrov *to meet* Wang", "is *to meet*", "was *to be held*": an infinitive that is its clause's own verb."""
    token = scene.tokens[v]
    to = next(c for c in scene.children(v, "mark") if scene.lower(c) == "to")
    helpers = scene.children(v, "aux", "cop")
    if any(scene.lower(c) == "have" for c in helpers):
        return False
    if token.deprel in ("root", "parataxis"):
        return True
    beside = [c for c in helpers if c < to and scene.lemma(c) == "be" and scene.feature(c, "VerbForm") == "Fin"]
    headline = token.deprel == "acl" and token.head >= 0 and scene.tokens[token.head].deprel == "root"
    return bool(beside) or (headline and scene.tokens[token.head].upos == "PROPN")


def is_infinitive(scene: Scene, v: int) -> bool:
    """Does "to" stand before the verb or its auxiliaries ("to meet", "to be held", "to have met")?"""
    return any(scene.lower(c) == "to" for c in scene.children(v, "mark"))


def is_finite(scene: Scene, v: int) -> bool:
    """Is it told as a clause of its own ("confirmed that they met")?"""
    if is_infinitive(scene, v):
        return False
    helpers = scene.children(v, "aux", "cop")
    told = any(scene.feature(c, "VerbForm") == "Fin" for c in (v, *helpers))
    return told or any(scene.lemma(c) == "have" for c in helpers)


def marked(scene: Scene, v: int) -> set[str]:
    """The words that introduce a clause, one by one and with what is fixed to them ("as if")."""
    out = set()
    for c in scene.children(v, "mark", "case"):
        word = scene.lower(c)
        out |= {word, " ".join([word, *map(scene.lower, scene.children(c, "fixed"))])}
    return out


def adverbs(scene: Scene, v: int) -> set[str]:
    """The adverbs of a verb and of its auxiliaries."""
    return {scene.lower(c) for c in scene.children(v, "advmod")}


def negated(scene: Scene, v: int) -> bool:
    """Is a predicate denied: "did *not* meet", "*no longer* meets", "has *yet to* meet", "*nobody* met"?"""
    marks = status_words().marks
    if any(scene.lower(c) in marks.negators for c in scene.children(v, "advmod", "aux", "cc", "mark", "det")):
        return True
    if any("no" in adverbs(scene, c) for c in scene.children(v, "advmod")):
        return True
    if "yet" in adverbs(scene, v) and (is_infinitive(scene, v) or scene.children(v, "xcomp")):
        return True
    return any(is_nobody(scene, c) for c in scene.children(v, "nsubj", "nsubj:pass"))


def is_past(scene: Scene, v: int) -> bool:
    """Is it told in a past tense or a perfect?"""
    helpers = scene.children(v, "aux", "cop")
    return any(scene.feature(c, "Tense") == "Past" or scene.lemma(c) == "have" for c in (v, *helpers))


def is_nobody(scene: Scene, n: int) -> bool:
    """ "no talks", "without a meeting", "nobody", "none of them"."""
    negators = status_words().marks.negators
    if scene.lower(n) in ("nobody", "nothing", "none"):
        return True
    return any(scene.lower(c) in negators for c in scene.children(n, "det", "case", "advmod"))


def _past(scene: Scene, i: int) -> bool:
    return i >= 0 and scene.tokens[i].upos == "VERB" and scene.feature(i, "Tense") == "Past"


def _reported(scene: Scene, v: int) -> bool:
    """Does the clause hang on a verb in the past ("said he would meet"), so that "would" is only "will" reported?"""
    return any(_past(scene, a) or _announces(scene, a) for a in scene.ancestors(v))


def _announces(scene: Scene, n: int) -> bool:
    """ "The *announcement* that it would buy": a noun of saying or of planning reports too."""
    row = status_words().embedding("noun", scene.lemma(n), "that") if scene.tokens[n].upos == "NOUN" else None
    return row is not None and row.kind in ("report", "plan")
