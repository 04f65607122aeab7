"""What somebody calls a thing: *said the attack was unacceptable*, *called the vote a farce*, *hailed it as fair*."""

from collections.abc import Iterator

import msgspec

from demarche.claims.positions.holders import is_negated, is_unreal
from demarche.claims.positions.targets import Target, by_case
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities
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
    for i in scene.tagged("VERB", "ADJ", "NOUN"):
        if scene.tokens[i].upos == "VERB":
            yield from _by_verb(scene, i) if scene.lemma(i) in words else ()
        elif scene.has(i, "cop"):
            yield from _by_copula(scene, i)


def stance_of(scene: Scene, i: int) -> Stance | None:
    """How a word judges, by itself or by the adjective before it (*a desperate attempt*)."""
    known = stance_lexicon().judgements
    parts = [i, *scene.children(i, "amod", "compound")]
    return next((known[w] for k in parts if (w := scene.lemma(k)) in known), None)


def _by_verb(scene: Scene, i: int) -> Iterator[Judged]:
    things = scene.children(i, "obj") or scene.children(i, "nsubj:pass")
    second = [c for c in scene.children(i, "xcomp") if c > i]
    if not things and len(second) > 1 and scene.tokens[second[0]].upos in ("NOUN", "PROPN"):
        things = second[:1]  # *called the coup unacceptable*, both read as complements
    second += [c for t in things for c in scene.children(t, "acl") if scene.children(c, "cop")]
    second += [c for at in (i, *things) for c in by_case(scene, at, "as")]
    second += [c for c in scene.children(i, "obj") if c not in things[:1]]
    for word in second:
        stance = stance_of(scene, word)
        thing = next((t for t in things if t != word), None) or next(iter(scene.children(word, "nsubj")), None)
        if stance and thing is not None:
            yield Judged(word, _meant(scene, word, thing), stance, i)


def _meant(scene: Scene, word: int, thing: int) -> Target:
    """The thing judged; where "it" only stands for a clause behind (*finds it necessary to meet*), the clause."""
    clauses = [
        c for at in (word, scene.tokens[word].head) for c in scene.children(at, "xcomp", "ccomp", "csubj", "advcl")
    ]
    behind = [c for c in clauses if c > word]
    return Target(None, behind[0]) if scene.lower(thing) == "it" and behind else Target(thing)


def _by_copula(scene: Scene, i: int) -> Iterator[Judged]:
    subjects = scene.children(i, "nsubj", "csubj")
    stance = stance_of(scene, i)
    would = any(scene.lower(c) in ("would", "'d", "’d") for c in scene.children(i, "aux"))
    if stance is None or not subjects or would or is_unreal(scene, i):
        return
    mention = scene.mention(subjects[0])
    if scene.tokens[subjects[0]].upos not in ("NOUN", "PROPN") and not (mention and mention.name):
        is_telling = (
            scene.tokens[i].upos == "NOUN"
            and scene.lemma(i) not in quantities().words.abstract | quantities().words.times
        )
        if is_telling and stance == "opposes" and not is_negated(scene, i):
            yield Judged(i, Target(None, i), stance)
        return
    if is_negated(scene, i) or any(scene.lower(c) == "no" for c in scene.children(i, "det")):
        if stance != "supports":
            return
        stance = "opposes"
    yield Judged(i, Target(subjects[0]), stance)


def pointless(scene: Scene) -> Iterator[Judged]:
    """*there is no point in talking to the regime*: what there is no reason for is opposed."""
    reasons = stance_lexicon().governors.reason.words
    for i in scene.tagged("NOUN"):
        if scene.lemma(i) not in reasons:
            continue
        denied = any(scene.lower(c) == "no" for c in scene.children(i, "det"))
        below = by_case(scene, i, "in") + by_case(scene, i, "for") + by_case(scene, i, "to")
        below += [c for c in scene.children(i, "acl", "nmod") if c > i]
        if denied and below:
            yield Judged(i, Target(None, below[0]), "opposes")
