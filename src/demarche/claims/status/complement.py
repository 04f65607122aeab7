"""How an event hangs on the word that governs it, in the terms of the table of embedding words."""

import msgspec

from demarche.claims.scene import Scene
from demarche.claims.status.form import is_finite, is_infinitive
from demarche.lexicon.status_words import Embedding, status_words

CLAUSES = frozenset({"xcomp", "ccomp", "csubj", "acl", "advcl", "obl", "nmod"})
PHRASES = frozenset({"obj", "nsubj:pass", "obl", "nmod", "iobj"})


class Link(msgspec.Struct, frozen=True):
    """The governor of an event, what kind of complement the event is, and the governor's signature if it has one."""

    head: int
    relation: str
    takes: str
    embedding: Embedding | None


def link(scene: Scene, i: int, is_noun: bool = False) -> Link | None:
    """What governs a word, null for a clause or phrase that stands on its own."""
    token = scene.tokens[i]
    if token.head < 0:
        return None
    relation = token.deprel if token.deprel in ("nsubj:pass", "acl:relcl") else token.deprel.partition(":")[0]
    if relation not in (PHRASES if is_noun else CLAUSES):
        return None
    takes = _takes_phrase(scene, i, relation) if is_noun else _takes_clause(scene, i, relation)
    return Link(token.head, relation, takes, _signature(scene, token.head, takes, relation))


def _takes_clause(scene: Scene, i: int, relation: str) -> str:
    if _looked_forward_to(scene, i):
        return "forward"
    if is_infinitive(scene, i):
        return "to"
    first = scene.case(i).split(" ")[0]
    if is_finite(scene, i) or relation == "ccomp" or "that" in first:
        return "that"
    if first:
        return first
    if scene.feature(i, "VerbForm") in ("Ger", "Part"):
        return "ing"
    return "bare"


def _looked_forward_to(scene: Scene, i: int) -> bool:
    """ "Looks *forward to* welcoming him": that "to" makes no infinitive."""
    gerund = scene.feature(i, "VerbForm") == "Ger" or scene.lower(i).endswith("ing")
    return gerund and any(scene.lower(c) == "forward" for c in scene.children(scene.tokens[i].head))


def _takes_phrase(scene: Scene, i: int, relation: str) -> str:
    if relation in ("obj", "nsubj:pass", "iobj"):
        return "noun"
    return scene.case(i).split(" ")[0]


def _signature(scene: Scene, head: int, takes: str, relation: str) -> Embedding | None:
    """The row of the governor; an adverbial clause has one only by its preposition or as an infinitive."""
    if relation == "advcl" and takes in ("that", "bare"):
        return None
    if relation == "advcl" and takes == "ing" and scene.children(head, "obj"):
        return None
    words, token = status_words(), scene.tokens[head]
    forms = dict.fromkeys((scene.lemma(head), scene.lower(head)))
    sorts: tuple[str, ...] = ("noun",) if token.upos in ("NOUN", "PROPN") else ("verb",)
    if token.upos == "ADJ" or scene.children(head, "aux:pass"):
        sorts = ("adjective", "verb")
    found = (words.embedding(sort, form, takes) for sort in sorts for form in forms)
    return next((e for e in found if e), None)
