"""Find the words of a sentence that tell of an engagement: verbs, event nouns, and the light verbs that carry them."""

from collections.abc import Iterator

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.engagements.setting import at_a_place, by_medium, near, of_kind
from demarche.claims.engagements.somewhere import is_due_there, is_on_the_line, is_somewhere
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon, EventType, LightVerb, NounFrame, VerbFrame, discourse
from demarche.lexicon.speech import speech_lexicon
from demarche.model.values import Status

ASKED = frozenset({"request", "invitation", "initiative", "length"})
""" "spoke at the request of the American side", "spoke at length": no place where somebody speaks."""
ON_THE_LINE = "be on the phone"
"""The lemma of the frame for people who are on the line."""
ANY = "*"
"""The lemma of frames for any verb that no other frame fits."""
WAYS = frozenset({"on", "back", "over", "in", "out"})
"""Particles that only say which way a journey goes."""


class Trigger(msgspec.Struct, frozen=True):
    """An event word. `token` is the word itself, `anchor` the verb whose tense and subject count (itself for verbs).

    `carried` tells how a light verb holds the noun: obj, nsubj, nsubj:pass, or obl with its preposition.
    """

    kind: EventType
    token: int
    anchor: int
    verb: VerbFrame | None = None
    noun: NounFrame | None = None
    light: LightVerb | None = None
    carried: str = ""

    @property
    def weak(self) -> bool:
        """Does the word alone say too little?"""
        frame = self.verb or self.noun
        return bool(frame and frame.weak)


def triggers(scene: Scene, lexicon: EventLexicon) -> Iterator[Trigger]:
    """Every event word of a sentence, in the order of the text."""
    of_several = len({m.country or m.organisation for m in scene.mentions if m.kind in PEOPLE} - {None}) > 1
    for i, token in enumerate(scene.tokens):
        lemma, said_of = scene.lemma(i), scene.has(i, "cop")
        if said_of and is_on_the_line(scene, i):
            yield from (Trigger(kind, i, i, verb=frame) for kind, frame in lexicon.verbs.get(ON_THE_LINE, ()))
        elif (said_of and is_somewhere(scene, i)) or (scene.lower(i) == "due" and is_due_there(scene, i)):
            yield from (Trigger(kind, i, i, verb=frame) for kind, frame in lexicon.verbs.get("be", ()))
        elif token.upos in ("VERB", "AUX") and lemma in lexicon.verbs and lemma != "be":
            found = list(_verb(scene, i, lexicon.verbs[lemma], lexicon))
            yield from found or (_any_verb(scene, i, lexicon) if of_several else ())
        elif token.upos == "VERB" and scene.feature(i, "VerbForm") != "Ger":
            yield from _any_verb(scene, i, lexicon) if of_several else ()
        elif token.upos in ("NOUN", "PROPN") or (token.upos == "VERB" and scene.feature(i, "VerbForm") == "Ger"):
            yield from _noun(scene, i, lexicon)


def _any_verb(scene: Scene, i: int, lexicon: EventLexicon) -> Iterator[Trigger]:
    """ "X and Y *patched up* their quarrel over lunch in London": whatever people of two states do in one place."""
    if scene.lemma(i) in discourse().apart or scene.lemma(i) in speech_lexicon().verbs:
        return
    yield from _verb(scene, i, lexicon.verbs.get(ANY, ()), lexicon)


def _verb(
    scene: Scene, i: int, entries: tuple[tuple[EventType, VerbFrame], ...], lexicon: EventLexicon
) -> Iterator[Trigger]:
    for kind, frame in entries:
        if frame.by_medium and not by_medium(scene, i, lexicon):
            continue
        if kind.mode == "call" and not frame.by_medium and _speaks_at(scene, i, lexicon):
            continue
        if frame.place == ("obj",) and frame.partner_kinds and not of_kind(scene, i, frame):
            continue
        if frame.near_words and not near(scene, i, frame.near_words):
            continue
        if frame.at_place and not at_a_place(scene, i):
            continue
        if frame.subject_kinds and not _is_peopled(scene, i, frame):
            continue
        if frame.place and scene.tokens[i].deprel == "amod":  # "the *coming* days", "the *visiting* president"
            continue
        if frame.object_words and not {scene.lemma(c) for c in scene.children(i, "obj")} & set(frame.object_words):
            continue
        if _fits_particle(scene, i, frame) and not _stands_with(scene, i, frame.not_with):
            yield Trigger(kind, i, i, verb=frame)
            return


def _is_peopled(scene: Scene, i: int, frame: VerbFrame) -> bool:
    """Are those there whom a scene needs: somebody beside the subject, or several subjects?"""
    if frame.needs == ("partner",):
        return _has_partner(scene, i, frame)
    subjects = scene.children(i, "nsubj")
    if frame.needs != ("plural_subject",) or len(subjects) != 1:
        return True
    one = scene.tokens[subjects[0]].upos == "PROPN" and len(scene.listed(subjects[0])) == 1
    return not one and scene.lower(subjects[0]) not in ("he", "she", "it")


def _has_partner(scene: Scene, i: int, frame: VerbFrame) -> bool:
    """Is there a phrase for whom a scene wants beside its subject: "spent an hour *with* him", not "in Paris"?"""
    beside = scene.children(i, "obl", "nmod", "advmod")
    return any(scene.case(c) in frame.partners or scene.lemma(c) in ("side", "company") for c in beside)


def _fits_particle(scene: Scene, i: int, frame: VerbFrame) -> bool:
    """Has a verb its frame's particle? A journey goes "on", "back" or "over" all the same."""
    found = _particle(scene, i)
    return (
        found == frame.particle
        or ANY in frame.lemmas
        or (frame.particle is None and bool(frame.place) and found in WAYS)
    )


def _particle(scene: Scene, i: int) -> str | None:
    """The fixed particle of a verb; "out" and "down" may be parsed as plain adverbs."""
    for c in scene.children(i):
        word = scene.lower(c)
        if scene.tokens[c].deprel == "compound:prt" or (
            scene.tokens[c].deprel == "advmod" and word in ("out", "down", "off") and c == i + 1
        ):
            return word
    return None


def _stands_with(scene: Scene, i: int, relations: tuple[str, ...]) -> bool:
    """Has a word, or its adverb ("spoke *highly of*"), one of the dependents that make it another word?

    `obl:for` is relation and preposition, `obl:in=favour` its word too.
    """
    own = scene.children(i) if relations else []
    for c in (*own, *(d for a in own if scene.tokens[a].deprel == "advmod" for d in scene.children(a, "obl"))):
        relation = scene.tokens[c].deprel
        base = relation.partition(":")[0]
        to = base == "acl" and "acl:to" in relations and scene.feature(c, "VerbForm") == "Inf"
        under = f"{base}:{scene.case(c)}"
        named = not {base, relation, under, f"{under}={scene.lemma(c)}"}.isdisjoint(relations)
        if (to or named) and not _says_little(scene, i, c, base):
            return True
    return False


def _says_little(scene: Scene, i: int, c: int, base: str) -> bool:
    """A name parsed as a complement, words of time or of manner: they make no verb another."""
    if base == "xcomp":
        return scene.tokens[c].upos == "PROPN" and not scene.children(i, "obj")
    return base == "obl" and (scene.lemma(c) in ASKED or bool(scene.times_in(scene.subtree(c))))


def _speaks_at(scene: Scene, i: int, lexicon: EventLexicon) -> bool:
    """ "Was speaking *during his meeting* with the minister": where somebody speaks at an event, that event is told."""
    for c in scene.children(i, "obl"):
        kinds = lexicon.nouns.get(scene.lower(c), ()) or lexicon.nouns.get(scene.lemma(c), ())
        if scene.case(c) in ("during", "at", "in", "after", "following") and any(k.mode != "call" for k, _ in kinds):
            return not any(k.mode == "call" for k, _ in kinds)
    return False


def _noun(scene: Scene, i: int, lexicon: EventLexicon) -> Iterator[Trigger]:
    frame = _noun_frame(scene, i, lexicon)
    if frame is None:
        return
    kind, noun = frame
    anchor, light, carried = carrier(scene, i, lexicon)
    yield Trigger(kind, i, anchor, noun=noun, light=light, carried=carried)


def _noun_frame(scene: Scene, i: int, lexicon: EventLexicon) -> tuple[EventType, NounFrame] | None:
    """The frame that fits a noun best: one that asks for a qualifier and has it goes before one that asks for none."""
    written, lemma = scene.lower(i), scene.lemma(i)
    entries = lexicon.nouns.get(written, ()) + (lexicon.nouns.get(lemma, ()) if lemma != written else ())
    if not entries or _is_modifier(scene, i):
        return None
    qualifiers = _qualifiers(scene, i)
    for kind, frame in sorted(entries, key=lambda e: (not e[1].carried_by, not e[1].qualified_by)):
        if frame.qualified_by and not qualifiers & set(frame.qualified_by):
            continue
        if qualifiers & set(frame.not_qualified_by) or _stands_with(scene, i, frame.not_with):
            continue
        if frame.carried_by and scene.lemma(max(0, scene.tokens[i].head)) not in frame.carried_by:
            continue
        return kind, frame
    return None


def _is_modifier(scene: Scene, i: int) -> bool:
    """Is the noun only the first half of another ("meeting room", "summit declaration")?"""
    return scene.tokens[i].deprel.startswith("compound") and not scene.children(i, "nmod")


def _qualifiers(scene: Scene, i: int) -> set[str]:
    """The words before a noun that narrow it, and whole compounds they make."""
    words = {scene.lower(c) for c in scene.children(i, "compound", "amod", "nmod") if c < i}
    if i > 0:
        words.add(scene.lower(i - 1))
    if i > 1 and scene.lower(i - 1) == "-":
        words.add(scene.lower(i - 2))
    return words


def outer(scene: Scene, n: int) -> int:
    """ "Four *hours of* talks", "the *end of* a trip": the word that measures an event stands in the clause for it."""
    while (
        scene.tokens[n].deprel == "nmod"
        and scene.case(n) == "of"
        and scene.lemma(scene.tokens[n].head) in discourse().measures
    ):
        n = scene.tokens[n].head
    return n


def carrier(scene: Scene, i: int, lexicon: EventLexicon) -> tuple[int, LightVerb | None, str]:
    """The light verb that carries a noun, and how; without one the noun is its own anchor."""
    j = outer(scene, i)
    while scene.tokens[j].deprel == "conj" and scene.tokens[j].head >= 0:
        j = scene.tokens[j].head
    head = scene.tokens[j].head
    if head < 0:
        return i, None, ""
    relation = scene.tokens[j].deprel
    if scene.tokens[head].deprel == "advmod" and scene.tokens[head].head >= 0:
        head = scene.tokens[head].head  # "shied *away from* a meeting"
    head, relation = _had_to(scene, head, relation)
    if scene.tokens[head].upos == "ADV":  # "is *back* from the visit" backs out of nothing
        return i, None, ""
    carried = f"obl:{scene.case(j)}" if relation.startswith("obl") and scene.case(j) else relation
    for light in lexicon.lights.get(scene.lemma(head), ()):
        if light.particle not in (None, _particle(scene, head), _object_word(scene, head)):
            continue
        if light.particle is None and _particle(scene, head) in ("off", "out"):
            continue
        if carried in light.takes:
            return head, light, carried
    return i, None, ""


def undone(scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> Status | None:
    """ "Was planned for May but *put off*": what a second verb of the same noun does to it, if that undoes it."""
    for v in scene.children(trigger.anchor, "conj"):
        if scene.children(v, "nsubj", "nsubj:pass", "obj"):
            continue
        for light in lexicon.lights.get(scene.lemma(v), ()):
            same = trigger.carried in light.takes and light.particle == _particle(scene, v)
            if same and light.effect in ("cancelled", "postponed", "refused"):
                return light.effect
    return None


def _had_to(scene: Scene, head: int, relation: str) -> tuple[int, str]:
    """ "The summit *had to be postponed*": the verb is what had to be done."""
    below = [c for c in scene.children(head, "xcomp") if scene.children(c, "mark")]
    if scene.lemma(head) not in ("have", "need") or relation != "nsubj" or not below:
        return head, relation
    return below[0], "nsubj:pass" if scene.children(below[0], "aux:pass") else relation


def _object_word(scene: Scene, i: int) -> str | None:
    """The bare object of a verb: "take *place*"."""
    objects = scene.children(i, "obj", "compound")
    return scene.lower(objects[0]) if objects else None
