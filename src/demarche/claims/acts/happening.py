"""Act words -> what happens: who does it to whom, and inside which other act it is only spoken of."""

from itertools import pairwise

import msgspec

from demarche.claims.acts.clause import subjects
from demarche.claims.acts.hit import Hit
from demarche.claims.acts.slots import filled, first_filled
from demarche.claims.acts.trigger import hits
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon

THROUGH = frozenset({"xcomp", "ccomp", "conj", "obj", "nmod", "obl", "advcl", "acl", "csubj", "nsubj"})
"""Relations that lead from an event up to the word that governs it."""
PHRASES = frozenset({"nmod", "obl", "nsubj"})
MOST_PHRASES = 1
"""Noun phrases between them: "a reward for news that leads to *the arrest* of" offers no arrest."""
BESIDE = frozenset({"following", "after", "since", "because of", "due to", "amid", "despite", "before", "over"})
"""Under these an event is the reason or the time of another, no part of it: "announced it *after the arrest* of"."""
CONDITIONS = frozenset({"if", "unless", "when", "while", "because", "as", "since", "until"})
"""A clause under these is no part of what governs the clause above: "threatened war *if they interfered*"."""
DEEPEST = 4
"""Words between a governor's slot and the event in it: "agreed *to begin talks on the release* of"."""


class Happening(msgspec.Struct, frozen=True):
    """An act in its place: the head words of its actors, targets and content; `governor` is the place, in the
    sentence's list, of the act in which it is embedded.
    """

    hit: Hit
    actors: tuple[int, ...]
    targets: tuple[int, ...]
    what: tuple[int, ...]
    governor: int | None = None


def happenings(scene: Scene, lexicon: ActLexicon) -> list[Happening]:
    """Every act that a sentence speaks of, in the order of the text."""
    found = hits(scene, lexicon, lambda hit, slots: filled(scene, hit, slots))
    bare = [_cast(scene, hit) for hit in found]
    above = [_governor(scene, h, bare) for h in bare]
    return [msgspec.structs.replace(h, governor=_once(above, n)) for n, h in enumerate(bare)]


def _once(above: list[int | None], n: int) -> int | None:
    """The act above, but for one that is itself inside it: "an *appeal* that X *rejected*" stand on one level."""
    seen, m = {n}, above[n]
    while m is not None:
        if m in seen:
            return None
        seen.add(m)
        m = above[m]
    return above[n]


def _cast(scene: Scene, hit: Hit) -> Happening:
    frame = hit.frame
    brought = ("subj",) if hit.noun and hit.light and hit.light.subject == "actor" else ()
    actors, targets = first_filled(scene, hit, (*frame.actor, *brought)), _targets(scene, hit)
    if hit.light is not None and hit.light.subject == "target" and hit.relation != "subj":
        targets = subjects(scene, hit.anchor) or targets
    what = filled(scene, hit, frame.what)
    return Happening(hit, tuple(actors), tuple(t for t in targets if t not in actors), tuple(what))


def aims(found: list[Happening], h: Happening) -> list[int]:
    """The head words of those an act is aimed at: of an event ("condemned *the invasion* of X"), whoever does that."""
    events = {i.hit.token: i for i in found if i.hit.token != h.hit.token}
    return [w for t in h.targets for w in (events[t].actors if t in events else (t,))]


def _targets(scene: Scene, hit: Hit) -> list[int]:
    """The words of the target slots; of a clause, whoever is its subject."""
    frame = hit.frame
    plain = first_filled(scene, hit, [slot for slot in frame.target if slot != "clause"])
    if "clause" not in frame.target or plain:
        return plain
    inner = [
        s for c in filled(scene, hit, ("clause",)) for s in scene.children(c, "nsubj", "nsubj:pass") if s not in plain
    ]
    return sorted([*plain, *inner])


def _governor(scene: Scene, inner: Happening, found: list[Happening]) -> int | None:
    """The nearest act in whose content slot an event stands."""
    path = _upward(scene, inner.hit)
    phrases = 0
    for depth, (low, high) in enumerate(pairwise(path)):
        for n, outer in enumerate(found):
            is_other = outer.hit.token != inner.hit.token
            if is_other and low in outer.what and (depth == 0 or high in outer.hit.tops(scene)):
                return n
        relation = scene.tokens[low].deprel
        base = relation.partition(":")[0]
        phrases += base in PHRASES
        if base in ("obl", "nmod") and scene.case(low) in BESIDE:
            return None
        if base == "advcl" and any(scene.lower(c) in CONDITIONS for c in scene.children(low, "mark")):
            return None
        if depth > DEEPEST or base not in THROUGH or relation == "acl:relcl" or phrases > MOST_PHRASES:
            return None
    return None


def _upward(scene: Scene, hit: Hit) -> list[int]:
    """The word of an act, what carries it, and the words above."""
    own = list(dict.fromkeys((hit.token, hit.carrier, hit.anchor)))
    return [*own, *scene.ancestors(own[-1])]
