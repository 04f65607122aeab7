"""An act in its sentence -> CAMEO's finer number, by what it is about: "appealed *for food*", "accused of *spying*"."""

from collections.abc import Sequence
from itertools import pairwise

from demarche.claims.acts.happening import Happening
from demarche.claims.scene import Scene
from demarche.lexicon.finer import finer

WIDEST = 24
"""Words of an act's object and content that are looked at: what comes later is about something else."""


def detailed(scene: Scene, found: Sequence[Happening], n: int) -> str | None:
    """The number of an act as it happened, as fine as its content tells; null where the act has none."""
    h = found[n]
    if h.hit.cameo is None:
        return None
    inner = [i.hit.kind.id for i in found if _is_inside(found, i, n)]
    return finer(h.hit.cameo, scene.lemma(h.hit.token), inner, _words(scene, h))


def _is_inside(found: Sequence[Happening], inner: Happening, n: int) -> bool:
    """Is an act in the content of another, or in that of one in its content?"""
    above = inner.governor
    return above is not None and (above == n or _is_inside(found, found[above], n))


def _words(scene: Scene, h: Happening) -> frozenset[str]:
    """The lemmas of what the act is about, each two that follow one another, and whoever does it ("by warplane")."""
    tokens = dict.fromkeys(t for head in (*h.targets, *h.what) for t in scene.subtree(head))
    lemmas = [scene.lemma(t) for t in list(tokens)[:WIDEST]]
    by = {f"by {scene.lemma(t)}" for t in h.actors}
    return frozenset(lemmas) | by | {f"{a} {b}" for a, b in pairwise(lemmas)}
