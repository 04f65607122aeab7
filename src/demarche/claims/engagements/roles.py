"""A part in an engagement, and who does what a verb says, and to whom."""

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse
from demarche.model import Mention
from demarche.model.values import Part

SEATED = frozenset({"person", "office", "group"})
APART = frozenset({"with", "between"})
"""Prepositions that give a partner of an event wherever in its clause they stand."""


class Role(msgspec.Struct, frozen=True):
    """An actor in a part."""

    mention: Mention
    part: Part
    token: int


def subjects(scene: Scene, v: int) -> list[int]:
    """The words that do what a verb says: its own subject, or the one it shares with the verb above it."""
    passive = bool(scene.children(v, "nsubj:pass", "aux:pass"))
    tops = (v, *scene.children(v, "case")) if scene.children(v, "cop") else (v,)
    own = [c for t in tops for c in scene.children(t) if _is_subject(scene, c)]
    own = scene.children(v, "obl:agent") if passive else own
    if own or passive:
        return own
    beside = _right_before(scene, v)
    if beside is not None:
        return [beside]
    head, relation = scene.tokens[v].head, scene.tokens[v].deprel
    if head < 0:
        return []
    if relation.startswith("acl"):
        return _leaders(scene, head) or [head]
    if relation in ("xcomp", "ccomp") and scene.children(head, "obj") and scene.feature(v, "VerbForm") == "Inf":
        return scene.children(head, "obj")
    if relation in ("xcomp", "advcl") and (asked := _asked(scene, head)):
        return asked
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
        passive_subject = scene.children(head, "nsubj:pass")
        return passive_subject or subjects(scene, head)
    return []


def _leaders(scene: Scene, n: int) -> list[int]:
    """ "*Led a delegation* to pay a visit": of a company that nobody names, whoever leads or sends it."""
    v = scene.tokens[n].head
    unnamed = scene.lemma(n) in discourse().sent and scene.mention(n) is None and scene.tokens[n].deprel == "obj"
    return subjects(scene, v) if unnamed and v >= 0 and scene.tokens[v].upos == "VERB" else []


def _asked(scene: Scene, v: int) -> list[int]:
    """ "Called *on Russia* to leave", "appealed *to both* to talk": whoever is asked is to do it."""
    if scene.lemma(v) not in ("call", "appeal", "prevail", "rely", "plead"):
        return []
    return [c for c in scene.children(v, "obl") if scene.case(c) in ("on", "upon", "to", "with")]


def _right_before(scene: Scene, v: int) -> int | None:
    """The head word of an actor that stands right before a finite verb, whatever the parser made of it."""
    i = v - 1
    while i >= 0 and scene.tokens[i].upos in ("AUX", "ADV", "PART"):
        i -= 1
    mention = scene.mention(i) if i >= 0 else None
    if mention is None or mention.kind not in PEOPLE or scene.feature(v, "VerbForm") not in ("Fin", None):
        return None
    head = scene.head_of(mention)
    return head if not scene.case(head) and scene.tokens[head].head != v else None


def _is_subject(scene: Scene, c: int) -> bool:
    if scene.tokens[c].deprel not in ("nsubj", "nsubj:outer"):
        return False
    return scene.lower(c) not in ("who", "which", "that") or scene.mention(c) is not None


def objects(scene: Scene, v: int, passive: bool) -> list[int]:
    """The objects of a verb; a name that the parser took for a complement ("called *Mr Wang*") is one too."""
    if passive or scene.children(v, "aux:pass"):
        return scene.children(v, "nsubj:pass") or _governed(scene, v)
    found = [_antecedent(scene, v, c) for c in scene.children(v, "obj", "iobj")]
    return found or [c for c in scene.children(v, "xcomp") if scene.tokens[c].upos == "PROPN"]


def _governed(scene: Scene, v: int) -> list[int]:
    """ "The first president *to be welcomed* there", "hopes *to be received*": whom an infinitive is about."""
    head, relation = scene.tokens[v].head, scene.tokens[v].deprel
    if head < 0:
        return []
    if relation.startswith("acl"):
        return [head]
    if relation not in ("xcomp", "conj", "advcl"):
        return []
    return scene.children(head, "nsubj:pass") or subjects(scene, head)


def _antecedent(scene: Scene, v: int, c: int) -> int:
    """ "Macron, *whom* Putin had received": whom a relative word stands for."""
    relative = scene.lower(c) in ("whom", "who", "that", "which") and scene.mention(c) is None
    return scene.tokens[v].head if relative and scene.tokens[v].deprel.startswith("acl:relcl") else c
