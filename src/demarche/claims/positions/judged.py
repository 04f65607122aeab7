"""What somebody calls a thing: *said the attack was unacceptable*, *called the vote a farce*, *hailed it as historic*."""

from collections.abc import Iterator

import msgspec

from demarche.claims.positions.holders import is_negated
from demarche.claims.positions.targets import Target, by_case
from demarche.claims.scene import Scene
from demarche.lexicon.stance import stance_lexicon
from demarche.model.values import Stance


class Judged(msgspec.Struct, frozen=True):
    """A judgement: the word that judges, the thing, and the verb of judging, if one governs both."""

    word: int
    at: Target
    stance: Stance
    verb: int | None = None


def judged(scene: Scene) -> Iterator[Judged]:
    """The judgements of a sentence."""
    words = stance_lexicon().governors.judge.words
    for i, token in enumerate(scene.tokens):
        if token.upos == "VERB" and scene.lemma(i) in words:
            yield from _by_verb(scene, i)
        elif token.upos in ("ADJ", "NOUN") and scene.children(i, "cop"):
            yield from _by_copula(scene, i)


def stance_of(scene: Scene, i: int) -> Stance | None:
    """How a word judges, by itself or by the adjective before it (*a desperate attempt*)."""
    known = stance_lexicon().judgements
    parts = [i, *scene.children(i, "amod", "compound"), *scene.children(i, "conj")]
    return next((known[w] for k in parts if (w := scene.lemma(k)) in known), None)


def _by_verb(scene: Scene, i: int) -> Iterator[Judged]:
    things = scene.children(i, "obj") or scene.children(i, "nsubj:pass")
    second = [c for c in scene.children(i, "xcomp") if c > i]
    second += [c for at in (i, *things) for c in by_case(scene, at, "as")]
    second += [c for c in scene.children(i, "obj") if c not in things[:1]]
    for word in second:
        stance = stance_of(scene, word)
        thing = next((t for t in things if t != word), None) or next(iter(scene.children(word, "nsubj")), None)
        if stance and thing is not None:
            yield Judged(word, Target(thing), stance, i)


def _by_copula(scene: Scene, i: int) -> Iterator[Judged]:
    subjects = [c for c in scene.children(i, "nsubj") if scene.tokens[c].upos in ("NOUN", "PROPN")]
    stance = stance_of(scene, i)
    if stance is None or not subjects:
        return
    if is_negated(scene, i) or any(scene.lower(c) == "no" for c in scene.children(i, "det")):
        if stance != "supports":
            return
        stance = "opposes"
    yield Judged(i, Target(subjects[0]), stance)
