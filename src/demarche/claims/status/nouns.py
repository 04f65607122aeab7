"""The status of an event that a noun names: its adjectives, its preposition, what governs it, the clause it is in."""

from demarche.claims.scene import Scene
from demarche.claims.status.complement import link
from demarche.claims.status.compose import under
from demarche.claims.status.form import is_infinitive, is_nobody
from demarche.claims.status.reading import clause_status, head_status, is_predicate, own_status
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status


def noun_status(scene: Scene, n: int) -> Status:
    """The status of an event noun; a noun without any sign is told as a fact."""
    own = by_adjective(scene, n) or _by_clause_of_its_own(scene, n)
    if own:
        return own
    if is_nobody(scene, n):
        return "denied"
    return _in_place(scene, n)


def by_adjective(scene: Scene, n: int) -> Status | None:
    """What an adjective before the event noun says: "a planned visit"."""
    adjectives = status_words().marks.adjectives
    return next((s for c in scene.children(n, "amod", "compound") if (s := adjectives.get(scene.lower(c)))), None)


def _by_clause_of_its_own(scene: Scene, n: int) -> Status | None:
    """ "a meeting *scheduled for Monday*", "talks *to be held* in Doha", "a visit *that was cancelled*"."""
    words = status_words()
    for c in scene.children(n, "acl", "acl:relcl"):
        row = words.embedding("verb", scene.lemma(c), "noun")
        passive = scene.feature(c, "VerbForm") == "Part" or scene.children(c, "aux:pass")
        if row and row.kind in ("plan", "attitude") and passive and row.positive not in ("told", "happened"):
            return "denied" if own_status(scene, c) == "denied" else row.positive  # type: ignore[return-value]
        if scene.lemma(c) in words.marks.occurrences and (is_infinitive(scene, c) or scene.children(c, "aux")):
            status = own_status(scene, c)
            return "planned" if is_infinitive(scene, c) else status if status != "happened" else None
    return None


def _in_place(scene: Scene, n: int) -> Status:
    marks = status_words().marks
    first = scene.case(n).split(" ")[0]
    found = link(scene, n, is_noun=True)
    if found and found.embedding and not (is_predicate(scene, found.head) and found.head > n and first):
        governed = under(scene, found, head_status(scene, found.head))
        if governed != "happened":
            return governed
    if first in marks.before:
        return "planned"
    if first in ("after", "following", "since"):
        return "happened"
    return _in_clause(scene, n, first)


def _in_clause(scene: Scene, n: int, first: str) -> Status:
    """What the clause around a noun says, where nothing nearer does; that something else is denied says nothing."""
    above = next((a for a in scene.ancestors(n) if is_predicate(scene, a)), None)
    if above is None or (scene.tokens[n].deprel.startswith("nmod") and scene.tokens[n].head != above):
        return "happened"
    clause = clause_status(scene, above)
    if first == "for" and clause == "happened" and scene.tokens[scene.tokens[n].head].upos != "NOUN":
        return "expected"
    return "happened" if clause in ("denied", "refused") else clause
