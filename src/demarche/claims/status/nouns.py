"""What an event noun's own dependents say of it: its adjectives, and the clauses that hang on it."""

from demarche.claims.scene import Scene
from demarche.claims.status.form import is_infinitive
from demarche.claims.status.own import own_status
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status


def by_adjective(scene: Scene, n: int) -> Status | None:
    """What an adjective before the event noun says: "a planned visit"."""
    adjectives = status_words().marks.adjectives
    return next((s for c in scene.children(n, "amod", "compound") if (s := adjectives.get(scene.lower(c)))), None)


def by_clause(scene: Scene, n: int) -> Status | None:
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
