"""What an event word and its dependents say of it, whatever governs it: form, negation, conditions."""

from demarche.claims.scene import Scene
from demarche.claims.status.form import form, marked, negated
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status

DENIABLE: frozenset[Status] = frozenset({"happened", "planned", "expected", "proposed"})


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


def own_status(scene: Scene, v: int) -> Status:
    """What a predicate's form and negation say, and whether the clause has a condition of its own."""
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
