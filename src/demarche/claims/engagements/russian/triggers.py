"""The words of a Russian sentence that tell of an engagement, and the verb whose tense and subject count for each."""

from collections.abc import Iterator

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.engagement_words import EngagementWords, EventNoun, EventVerb, Light
from demarche.model.values import Mode, Part

NEAR = 3
"""Words before a noun among which its adjectives stand."""


class Trigger(msgspec.Struct, frozen=True):
    """An event word. `verb` is the place of the verb above a noun (or of the word itself), -1 where there is none.

    `direct`: the noun is the verb's own subject or object, and no circumstance of its clause.
    """

    token: int
    frame: EventNoun | EventVerb
    verb: int
    direct: bool = True
    light: Light | None = None

    @property
    def is_noun(self) -> bool:
        """Is the event told by a noun?"""
        return isinstance(self.frame, EventNoun)

    @property
    def mode(self) -> Mode:
        """The mode, before words for a medium bend it."""
        return self.frame.mode

    @property
    def subject(self) -> Part:
        """The part of whoever is the subject."""
        return (self.light.subject if self.light else None) or self.frame.subject


def triggers(scene: Scene, words: EngagementWords) -> list[Trigger]:
    """Every event word of a sentence, in the order of the text."""
    return [t for i in range(len(scene.tokens)) for t in _at(scene, i, words)]


def _at(scene: Scene, i: int, words: EngagementWords) -> Iterator[Trigger]:
    token, lemma = scene.tokens[i], scene.lemma(i)
    if token.upos == "VERB" and lemma in words.verbs and not _attributive(scene, i):
        frame = words.verbs[lemma]
        if not any(scene.lemma(j) in frame.not_with for j in range(i + 1, min(i + 6, len(scene.tokens)))):
            yield Trigger(i, frame, i)
    elif token.upos in ("NOUN", "PROPN") and lemma in words.nouns:
        adjectives = {scene.lemma(j) for j in before(scene, i)} | {scene.lemma(c) for c in scene.children(i, "amod")}
        frames = sorted(words.nouns[lemma], key=lambda f: not f.qualified_by)
        noun = next((f for f in frames if not f.qualified_by or adjectives & set(f.qualified_by)), None)
        if noun is not None and scene.mention(i) is None:
            yield _of_noun(scene, i, noun, words)


def _attributive(scene: Scene, i: int) -> bool:
    """*прибывший в Москву министр*: a participle before or after a noun is no clause."""
    return scene.feature(i, "VerbForm") == "Part" and scene.feature(i, "Variant") != "Short"


def before(scene: Scene, i: int) -> list[int]:
    """The adjectives right before a noun."""
    found, k = [], i - 1
    while k >= 0 and i - k <= NEAR and scene.tokens[k].upos in ("ADJ", "DET", "VERB"):
        found.append(k)
        k -= 1
    return found


def _of_noun(scene: Scene, i: int, frame: EventNoun, words: EngagementWords) -> Trigger:
    top = i
    while scene.tokens[top].deprel == "conj" and scene.tokens[top].head >= 0:
        top = scene.tokens[top].head
    if scene.tokens[top].upos == "VERB" and top != i:
        verb, direct = top, True
    else:
        head = scene.tokens[top].head
        verb = next((a for a in scene.ancestors(i) if scene.tokens[a].upos in ("VERB", "AUX")), -1)
        direct = head >= 0 and head == verb and _carries(scene, top, verb, words)
    return Trigger(i, frame, verb, direct, words.lights.get(scene.lemma(verb)) if direct and verb >= 0 else None)


def _carries(scene: Scene, noun: int, verb: int, words: EngagementWords) -> bool:
    """Is the noun what the verb is about? *находится с визитом*, *отказался от встречи* hold it by a preposition."""
    relation = scene.tokens[noun].deprel
    if relation.startswith(("nsubj", "obj", "iobj", "csubj")):
        return True
    return relation.startswith("obl") and (scene.lemma(verb) in words.lights or scene.lemma(verb) in words.status)
