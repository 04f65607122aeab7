"""Who does what a Russian verb says: by the parse, else the nearest actor in the nominative."""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.russian.actors import Actor, with_joined
from demarche.claims.scene import Scene

CLAUSE = frozenset({";", ":", "который", "что", "где"})
"""Words at which another clause begins."""

SHARED = frozenset({"conj", "xcomp", "advcl", "csubj", "acl", "ccomp"})
"""Relations of a verb without a subject of its own to the word whose subject it shares."""


def subjects(scene: Scene, v: int, everybody: Sequence[Actor], event: int) -> list[Actor]:
    """The actors that are a verb's subject; none where its subject is nobody we know. `event`: the event word."""
    for at in _sharing(scene, v):
        own = [c for c in scene.children(at, "nsubj", "nsubj:pass") if c != event]
        direct = [a for c in own for a in everybody if a.first <= c <= a.last and _may_be_subject(scene, a, at)]
        if direct:
            return list(with_joined(scene, direct[0], everybody))
        if own and not any(scene.lemma(c) == "который" for c in own) and not _near(scene, v, everybody):
            return []
    return _near(scene, v, everybody)


def _sharing(scene: Scene, v: int) -> Iterator[int]:
    """The verb, and while it has no subject of its own the words above it that lend it theirs."""
    seen: set[int] = set()
    while v >= 0 and v not in seen:
        seen.add(v)
        yield v
        if scene.children(v, "nsubj", "nsubj:pass") or scene.tokens[v].deprel.partition(":")[0] not in SHARED:
            return
        v = scene.tokens[v].head


def _may_be_subject(scene: Scene, actor: Actor, v: int) -> bool:
    between = range(min(actor.last, v), max(actor.last, v))
    return not actor.preposition and not any(scene.lower(k) == ":" for k in between)


def _near(scene: Scene, v: int, everybody: Sequence[Actor]) -> list[Actor]:
    """The nearest actor in the nominative before the verb, else after it, with those joined to it."""
    bare = [a for a in everybody if a.slot == "Nom"]
    left = [a for a in bare if a.last < v and not _verb_between(scene, a.last, v)]
    right = [a for a in bare if v < a.first and not _verb_between(scene, v, a.first)]
    if left:
        first = left[-1]
        while (i := left.index(first)) and first in list(with_joined(scene, left[i - 1], everybody)):
            first = left[i - 1]
        return list(with_joined(scene, first, everybody))
    return list(with_joined(scene, right[0], everybody)) if right else []


def _verb_between(scene: Scene, i: int, j: int) -> bool:
    return any(
        (scene.tokens[k].upos == "VERB" and scene.feature(k, "VerbForm") == "Fin") or scene.lemma(k) in CLAUSE
        for k in range(i + 1, j)
    )
