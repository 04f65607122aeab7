"""Keeping out: *has not taken a side*, *declined to say whether*, *called on all sides to show restraint*."""

from collections.abc import Iterator

import msgspec

from demarche.claims.positions.holders import Holder, holder
from demarche.claims.positions.targets import Target, by_case
from demarche.claims.scene import Scene
from demarche.lexicon.stance import Neutral, stance_lexicon

ALL = frozenset({"all", "both", "the", "warring", "conflicting"})
SIDES = frozenset({"side", "party", "faction"})


class Kept(msgspec.Struct, frozen=True):
    """A phrase by which somebody keeps out: its verb, its holder, and what it is about."""

    verb: int
    holder: Holder
    at: Target


def keeping_out(scene: Scene) -> Iterator[Kept]:
    """The hedges of a sentence."""
    known = stance_lexicon().neutral
    for i in scene.tagged("VERB"):
        for phrase in known.get(scene.lemma(i), ()):
            held = holder(scene, i) if _fits(scene, i, phrase) else None
            if held is not None and held.turned == phrase.negated:
                yield Kept(i, held, _target(scene, i, phrase))
                break


def _fits(scene: Scene, i: int, phrase: Neutral) -> bool:
    if phrase.all_sides:
        spoken_to = scene.children(i, "obj", "iobj", "obl")
        return any(
            scene.lemma(c) in SIDES and any(scene.lower(d) in ALL for d in scene.children(c, "det", "amod"))
            and (scene.lower(c) in ("sides", "parties", "factions"))
            for c in spoken_to
        )  # fmt: skip
    if phrase.objects and not any(
        (scene.lemma(c) in phrase.objects or scene.lower(c) in phrase.objects)
        and (phrase.negated or not scene.children(c, "det"))
        for c in scene.children(i, "obj")
    ):
        return False
    if phrase.phrases:
        text = " ".join(scene.lower(k) for k in range(i + 1, min(i + 7, len(scene.tokens))))
        return any(text.startswith(words) for words in phrase.phrases)
    return bool(phrase.objects) or _target(scene, i, phrase).at is not None


def _target(scene: Scene, i: int, phrase: Neutral) -> Target:
    things = [i, *scene.children(i, "obj", "obl", "advmod")]
    for preposition in phrase.target:
        if preposition == "whether":
            marked = [c for c in scene.children(i, "ccomp", "advcl", "xcomp") if _marked(scene, c)]
            if marked:
                return Target(marked[0], is_clause=True)
            continue
        for at in things:
            found = [c for c in by_case(scene, at, preposition) if scene.tokens[c].upos not in ("ADV", "DET", "CCONJ")]
            if found:
                return Target(found[0])
    if phrase.all_sides:
        below = [c for c in scene.children(i, "xcomp", "advcl", "ccomp") if c > i]
        return Target(None, below[0]) if below else Target()
    return Target()


def _marked(scene: Scene, i: int) -> bool:
    return any(scene.lower(c) == "whether" for c in scene.children(i, "mark"))
