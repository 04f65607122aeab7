"""Whose somebody is where only a pronoun says so: "*its* commandos", "*whose* government signed"."""

from collections.abc import Iterator

from demarche.claims.acts.clause import surface_subjects
from demarche.claims.scene import Scene

VERBS = ("VERB", "AUX")
PERSONAL = frozenset({"its", "their", "his", "her"})


def whose(scene: Scene, n: int) -> str | None:
    """The country of the pronoun that owns a noun; null where none does, or it is not clear who is meant."""
    owners = [c for c in scene.children(n, "nmod:poss") if scene.tokens[c].upos in ("PRON", "DET")]
    for owner in owners:
        if scene.lower(owner) == "whose":
            return _antecedent(scene, n)
        own = scene.mention(owner)
        if own is not None and own.country:
            return own.country
        if scene.lower(owner) in PERSONAL:
            return next(_above(scene, n), None) or _last_subject(scene.before)
    return None


def _antecedent(scene: Scene, n: int) -> str | None:
    """The country of the noun on which the relative clause hangs that a word stands in."""
    clause = next((a for a in scene.ancestors(n) if scene.tokens[a].deprel.startswith("acl")), None)
    mention = scene.mention(scene.tokens[clause].head) if clause is not None else None
    return mention.country if mention else None


def _above(scene: Scene, n: int) -> Iterator[str]:
    """The countries of the subjects of the verbs above a noun, nearest first, but for itself."""
    for verb in (a for a in scene.ancestors(n) if scene.tokens[a].upos in VERBS):
        for s in surface_subjects(scene, verb):
            mention = scene.mention(s)
            if n not in scene.subtree(s) and mention is not None and mention.country:
                yield mention.country


def _last_subject(scene: Scene | None) -> str | None:
    """The country of the main subject of the sentence before."""
    if scene is None:
        return None
    roots = [i for i, t in enumerate(scene.tokens) if t.head < 0]
    found = (m.country for r in roots for s in surface_subjects(scene, r) if (m := scene.mention(s)))
    return next((country for country in found if country), None)
