"""Find the words of a sentence that tell of an engagement: verbs, event nouns, and the light verbs that carry them."""

from collections.abc import Iterator
from functools import partial

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon, EventType, LightVerb, NounFrame, VerbFrame, discourse
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention

ASKED = frozenset({"request", "invitation", "initiative", "length"})
""" "spoke at the request of the American side", "spoke at length": no place where somebody speaks."""
SENT = frozenset({"delegation", "mission", "envoy", "emissary", "negotiator", "team", "troika"})
"""Those who are sent: where they are they have come to."""
ON_THE_LINE = "be on the phone"
"""The lemma of the frame for people who are on the line."""
ANY = "*"
"""The lemma of frames for any verb that no other frame fits."""
WAYS = frozenset({"on", "back", "over", "in", "out"})
"""Particles that only say which way a journey goes."""
BY = frozenset({"by", "over", "via", "in", "during", "through", "on"})
"""Prepositions of a medium: "*by* phone", "*in* a telephone call"."""


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
    for i, token in enumerate(scene.tokens):
        lemma = scene.lemma(i)
        if _is_on_the_line(scene, i):
            yield from (Trigger(kind, i, i, verb=frame) for kind, frame in lexicon.verbs.get(ON_THE_LINE, ()))
        elif _is_somewhere(scene, i) or _is_due(scene, i):
            yield from (Trigger(kind, i, i, verb=frame) for kind, frame in lexicon.verbs.get("be", ()))
        elif token.upos in ("VERB", "AUX") and lemma in lexicon.verbs and lemma != "be":
            found = list(_verb(scene, i, lexicon.verbs[lemma], lexicon))
            yield from found or _any_verb(scene, i, lexicon)
        elif token.upos == "VERB" and scene.feature(i, "VerbForm") != "Ger":
            yield from _any_verb(scene, i, lexicon)
        elif token.upos in ("NOUN", "PROPN") or (token.upos == "VERB" and scene.feature(i, "VerbForm") == "Ger"):
            yield from _noun(scene, i, lexicon)


def _any_verb(scene: Scene, i: int, lexicon: EventLexicon) -> Iterator[Trigger]:
    """ "X and Y *patched up* their quarrel over lunch in London": whatever people of two states do in one place."""
    sides = {m.country or m.organisation for m in scene.mentions if m.kind in PEOPLE} - {None}
    if len(sides) < 2 or scene.lemma(i) in discourse().apart or scene.lemma(i) in speech_lexicon().verbs:
        return
    yield from _verb(scene, i, lexicon.verbs.get(ANY, ()), lexicon)


def is_due(scene: Scene, i: int) -> bool:
    """ "Was *due in* Berlin": somebody is expected at a place, whichever of the two the parser makes the head."""
    if scene.lower(i) == "due":
        return i + 1 < len(scene.tokens) and scene.lower(i + 1) == "in"
    return any(scene.lower(j) == "due" and scene.lower(j + 1) == "in" for j in range(max(0, i - 2), i - 1))


def _is_on_the_line(scene: Scene, i: int) -> bool:
    """ "Was *on the phone* with him", "were *on the line*"."""
    return scene.lemma(i) in ("phone", "telephone", "line") and scene.case(i) == "on" and bool(scene.children(i, "cop"))


def _is_due(scene: Scene, i: int) -> bool:
    """The same where "due" is the head, of a place and of somebody of rank."""
    if scene.lower(i) != "due" or not is_due(scene, i):
        return False
    places = [m for c in scene.children(i, "obl") if (m := scene.mention(c)) and m.kind in ("place", "state")]
    people = [m for c in scene.children(i, "nsubj") if (m := scene.mention(c))]
    return bool(places) and any(m.kind in ("person", "office") for m in people)


def _is_somewhere(scene: Scene, i: int) -> bool:
    """ "The minister was *in New Delhi*": somebody of rank is said to be at a place; an ambassador lives there."""
    if not scene.children(i, "cop") or scene.case(i) not in ("in", "to"):
        return False
    place = scene.mention(i)
    who = [
        (c, m)
        for t in (i, *scene.children(i, "case"))
        for c in map(partial(_antecedent_of, scene, i), scene.children(t, "nsubj"))
        if (m := scene.mention(c)) and m.kind in ("person", "office", "group")
    ]
    ranked = any(m.level in ("head", "minister", "deputy") or scene.lemma(c) in SENT for c, m in who)
    return place is not None and place.kind in ("place", "state") and ranked


def _antecedent_of(scene: Scene, i: int, c: int) -> int:
    """ "Lavrov, *who* was in Tehran": whom a relative subject stands for."""
    relative = scene.lower(c) == "who" and scene.tokens[i].deprel.startswith("acl:relcl")
    return scene.tokens[i].head if relative else c


def _verb(
    scene: Scene, i: int, entries: tuple[tuple[EventType, VerbFrame], ...], lexicon: EventLexicon
) -> Iterator[Trigger]:
    for kind, frame in entries:
        if frame.by_medium and not _by_medium(scene, i, lexicon):
            continue
        if frame.place == ("obj",) and frame.partner_kinds and not _of_kind(scene, i, frame):
            continue
        if frame.near_words and not _near(scene, i, frame.near_words):
            continue
        if frame.at_place and not _at_a_place(scene, i):
            continue
        if frame.place and scene.tokens[i].deprel == "amod":  # "the *coming* days", "the *visiting* president"
            continue
        if frame.object_words and not {scene.lemma(c) for c in scene.children(i, "obj")} & set(frame.object_words):
            continue
        if _fits_particle(scene, i, frame) and not _stands_with(scene, i, frame.not_with):
            yield Trigger(kind, i, i, verb=frame)
            return


def _by_medium(scene: Scene, i: int, lexicon: EventLexicon) -> bool:
    """ "Told her *by phone* that", "warned him *in a telephone call*": does a circumstance name the medium?"""
    for c in scene.subtree(i):
        words = {scene.lower(c), *(scene.lower(k) for k in scene.children(c, "compound", "amod"))}
        remote = scene.case(c) in BY and any(lexicon.media.get(w) in ("phone", "video") for w in words)
        if remote and next((a for a in scene.ancestors(c) if scene.tokens[a].upos == "VERB"), i) == i:
            return True
    return False


def _of_kind(scene: Scene, i: int, frame: VerbFrame) -> bool:
    """Is the object itself of a kind asked for: "left *Paris*", not "left the summit in Paris"?"""
    objects = [m for c in scene.children(i, "obj") if (m := scene.mention(c)) and m.kind in frame.partner_kinds]
    return any((p := scene.place_at(m.start, m.end)) is None or p.precision != "site" for m in objects)


def _near(scene: Scene, i: int, words: tuple[str, ...]) -> bool:
    """Does one of some words stand in the clause of a verb, no other verb between?"""
    return any(
        (scene.lemma(c) in words or scene.lower(c) in words) and _verb_above(scene, c) == i
        for c in {k for d in scene.children(i) if "subj" not in scene.tokens[d].deprel for k in scene.subtree(d)}
        if scene.tokens[c].upos != "VERB"
    )


def _verb_above(scene: Scene, c: int) -> int | None:
    return next((a for a in scene.ancestors(c) if scene.tokens[a].upos == "VERB"), None)


def in_clause(scene: Scene, v: int) -> Iterator[int]:
    """Where the clause of a verb says it takes place: "in Oslo", on the verb or on somebody who takes part in it."""
    for c in scene.children(v, "obl", "obj", "iobj", "nsubj", "xcomp", "nmod"):
        if _is_place(scene, c):
            yield c
        mention = scene.mention(c)
        of_people = mention is not None and mention.kind in ("person", "office", "group")
        of_people = of_people or (scene.tokens[c].deprel == "obj" and scene.lemma(c) in discourse().papers)
        near = scene.children(c, "nmod") if scene.case(c) in ("for", "on", "after") else []
        inside = scene.subtree(c) if of_people or scene.case(c) in ("to", "over", "at") else near
        yield from (k for k in inside if k != c and _is_place(scene, k) and scene.tokens[k].deprel == "nmod")


def _at_a_place(scene: Scene, v: int) -> bool:
    """Does the clause say where: in a town, in a house, or "here"?"""
    if any(scene.lower(c) in ("here", "there") for c in scene.children(v, "advmod")):
        return True
    return any(_in_town(scene, k) for k in in_clause(scene, v))


def _in_town(scene: Scene, k: int) -> bool:
    """Is a place no whole state or region: one where people can be together?"""
    named = scene.place_at(scene.tokens[k].start, scene.tokens[k].end)
    mention = scene.mention(k)
    if mention is not None and is_seat(mention):
        return True
    if named is not None:
        return named.precision in ("city", "site")
    return mention is not None and mention.kind == "place" and mention.country is not None


def _is_place(scene: Scene, i: int) -> bool:
    mention = scene.mention(i)
    if mention is None or scene.case(i) not in ("in", "at", "outside"):
        return False
    return mention.kind in ("place", "state") or is_seat(mention)


def is_seat(mention: Mention) -> bool:
    """ "At *the State Department*": a government's house is a place where people meet."""
    return mention.country is not None and "organ:" in f"{mention.actor} {mention.organisation}"


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
    """Has a word one of the dependents that make it another word? `obl:for` is relation and preposition."""
    for c in scene.children(i):
        base = scene.tokens[c].deprel.partition(":")[0]
        if base == "xcomp" and scene.tokens[c].upos == "PROPN" and not scene.children(i, "obj"):
            continue
        if base == "obl" and (scene.lemma(c) in ASKED or scene.times_in(scene.subtree(c))):
            continue
        if {base, scene.tokens[c].deprel, f"{base}:{scene.case(c)}"} & set(relations):
            return True
        if f"{base}:to" in relations and base == "acl" and scene.feature(c, "VerbForm") == "Inf":
            return True
    return False


def _noun(scene: Scene, i: int, lexicon: EventLexicon) -> Iterator[Trigger]:
    frame = _noun_frame(scene, i, lexicon)
    if frame is None:
        return
    kind, noun = frame
    anchor, light, carried = _light(scene, i, lexicon)
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


def _light(scene: Scene, i: int, lexicon: EventLexicon) -> tuple[int, LightVerb | None, str]:
    """The light verb that carries a noun, and how; without one the noun is its own anchor."""
    j = outer(scene, i)
    while scene.tokens[j].deprel == "conj" and scene.tokens[j].head >= 0:
        j = scene.tokens[j].head
    head = scene.tokens[j].head
    if head < 0:
        return i, None, ""
    relation = scene.tokens[j].deprel
    carried = f"obl:{scene.case(j)}" if relation.startswith("obl") and scene.case(j) else relation
    for light in lexicon.lights.get(scene.lemma(head), ()):
        if light.particle not in (None, _particle(scene, head), _object_word(scene, head)):
            continue
        if light.particle is None and _particle(scene, head) in ("off", "out"):
            continue
        if carried in light.takes:
            return head, light, carried
    return i, None, ""


def _object_word(scene: Scene, i: int) -> str | None:
    """The bare object of a verb: "take *place*"."""
    objects = scene.children(i, "obj", "compound")
    return scene.lower(objects[0]) if objects else None
