"""The status of an event from the chain of words above it, from the inside out."""

from demarche.claims.scene import Scene
from demarche.claims.status.complement import Link, link
from demarche.claims.status.compose import joined, under
from demarche.claims.status.form import form, is_finite, is_infinitive, is_nobody, marked, negated
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status

DENIABLE: frozenset[Status] = frozenset({"happened", "planned", "expected", "proposed"})


def status_at(scene: Scene, v: int) -> Status:
    """The status of what a predicate says, whatever kind of event it is."""
    return "hypothetical" if is_asked(scene, v) else clause_status(scene, v)


def event_status(scene: Scene, i: int) -> Status:
    """The status of an event named by any word: a verb, an adjective, or a noun."""
    from demarche.claims.status.nouns import noun_status  # a noun asks for its clause, a clause for its nouns

    if is_predicate(scene, i):
        return status_at(scene, i)
    return "hypothetical" if is_asked(scene, i) else noun_status(scene, i)


def is_predicate(scene: Scene, i: int) -> bool:
    """A verb or adjective, or a noun that something is said to be ("would be the highest *contact*")."""
    return scene.tokens[i].upos in ("VERB", "AUX", "ADJ") or bool(scene.children(i, "cop"))


def is_asked(scene: Scene, i: int) -> bool:
    """Does a question leave it open? "Why did they meet?" takes for granted that they did."""
    if not scene.is_question:
        return False
    top = next((a for a in (i, *scene.ancestors(i)) if scene.tokens[a].head < 0), i)
    asked = {scene.lower(c) for c in scene.children(top, "advmod")}
    past = any(scene.feature(c, "Tense") == "Past" for c in (top, *scene.children(top, "aux")))
    return not (asked & status_words().marks.asking_for_facts and past)


def clause_status(scene: Scene, v: int) -> Status:
    """The status a predicate has in its place: its own form, then whatever governs it."""
    own = own_status(scene, v)
    if scene.tokens[v].deprel == "conj" and scene.tokens[v].head >= 0:
        return _of_second_half(scene, v, own)
    found = link(scene, v)
    return own if found is None else _governed(scene, v, own, found)


def own_status(scene: Scene, v: int) -> Status:
    """What form and negation say, and whether the clause has a condition of its own."""
    own = form(scene, v)
    if negated(scene, v):
        return "denied" if own in DENIABLE or _cannot(scene, v) else own
    if own in ("planned", "expected", "proposed") and _on_condition(scene, v):
        return "hypothetical"
    return own


def _cannot(scene: Scene, v: int) -> bool:
    return any(scene.lower(c) in ("can", "ca", "could") for c in scene.children(v, "aux"))


def _on_condition(scene: Scene, v: int) -> bool:
    """ "Will meet *if sanctions are lifted*": what hangs on a condition is no plan yet."""
    return any("if" in marked(scene, c) for c in scene.children(v, "advcl"))


def _of_second_half(scene: Scene, v: int, own: Status) -> Status:
    """In "will fly to Ankara and meet", the second verb shares the first's auxiliary, and what governs it."""
    head = scene.tokens[v].head
    if not is_predicate(scene, head):
        return own
    if not scene.children(v, "aux", "nsubj") and scene.feature(v, "VerbForm") in ("Inf", None, "Part"):
        shared = clause_status(scene, head)
        if own == "happened" and shared not in ("happened", "denied"):
            return shared
    first = link(scene, head)
    if first is None or scene.tokens[head].deprel == "conj":
        return own
    return own if is_finite(scene, v) and first.relation != "ccomp" else _governed(scene, v, own, first)


def _governed(scene: Scene, v: int, own: Status, found: Link) -> Status:
    """The status of an event under its governor's signature, or by the kind of clause it is where there is none."""
    if found.embedding is not None:
        above = head_status(scene, found.head)
        return joined(own, under(scene, found, above), is_finite(scene, v))
    if found.relation == "acl" and found.takes == "that" and is_nobody(scene, found.head):
        return "denied"
    if found.relation == "advcl" or found.takes not in ("to", "ing", "bare"):
        return _adverbial(scene, v, own, found)
    if found.relation == "acl":
        return _modifying(scene, v, own, found)
    return joined(own, head_status(scene, found.head), is_finite(scene, v))


def head_status(scene: Scene, head: int) -> Status:
    """The status of a governor: a clause's, or a noun's own ("*no* plans to meet")."""
    from demarche.claims.status.nouns import noun_status  # a noun asks for its clause, a clause for its nouns

    if is_predicate(scene, head):
        return clause_status(scene, head)
    return "denied" if is_nobody(scene, head) else noun_status(scene, head)


def _modifying(scene: Scene, v: int, own: Status, found: Link) -> Status:
    """An infinitive after a noun is still to come ("a treaty *to end* the war"); a participle is a fact."""
    if found.takes != "to":
        return own
    ranked = scene.children(found.head, "amod", "advmod", "nummod")
    above = head_status(scene, found.head)
    if any(status_words().embedding("adjective", scene.lower(c), "to") for c in (found.head, *ranked)):
        return joined(own, above, finite=False)
    return joined(own, "expected" if above == "happened" else above, finite=False)


def _adverbial(scene: Scene, v: int, own: Status, found: Link) -> Status:
    introduced = marked(scene, v)
    if introduced & status_words().marks.instead:
        return "denied"
    if introduced & status_words().marks.aside or is_finite(scene, v):
        return own
    above = head_status(scene, found.head)
    if is_infinitive(scene, v) and found.relation == "advcl":
        if scene.lemma(v) in status_words().marks.outcomes and "order" not in introduced:
            return joined(own, above, finite=False)
        return joined(own, "expected" if above == "happened" else above, finite=False)
    return own if above == "denied" else joined(own, above, finite=False)
