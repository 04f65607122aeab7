"""Whom a phrase stands for that names no state: "both of his counterparts", "their delegations", "the visitor".

The reader of names links *he* and *the two leaders*; what is left over is linked here, where it is known who met whom
in the sentences before. Nobody is put in where more than one reading is open.
"""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.actors import PEOPLE
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.slots import slots
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import VerbFrame, discourse
from demarche.model import Engagement, Mention, Participant

FAR = 3
"""Sentences back in which those may be named whom a phrase stands for."""
OWNED = frozenset({"his", "her", "its", "their"})
BARE = frozenset({"delegation", "team", "commander", "negotiator"})
"""Nouns that need no article to mean those of the sides just named: "*Military commanders* are to meet"."""
NUMBERED = frozenset({"NUM", "PRON", "DET"})
THEY = frozenset({"they", "them", "both", "two", "three", "all"})


def standing(
    scene: Scene, trigger: Trigger, roles: Sequence[Role], told: Sequence[Engagement], before: Sequence[Scene]
) -> Iterator[Role]:
    """Those whom the phrases around an event word stand for, where the words themselves give no side."""
    frame = trigger.verb
    if (frame is not None and _asks_more(frame, scene)) or in_quotes(scene, trigger.token):
        return
    taken = {r.token for r in roles if _side(r.mention)}
    sides = {s for r in roles if (s := _side(r.mention))}
    for i, part in slots(scene, trigger):
        if taken & set(scene.subtree(i)) or any(_side(m) for m in _named_in(scene, i)):
            continue
        for mention in _meant(scene, i, sides, told, before):
            if frame is None or not frame.subject_kinds or mention.kind in frame.subject_kinds or _ranked(scene, i):
                yield Role(mention, part, i)


def _asks_more(frame: VerbFrame, scene: Scene) -> bool:
    """Is a verb so weak, or of bodies only, that who is meant must stand beside it?"""
    if frame.subject_kinds == ("organisation",):
        return True
    return (
        frame.weak and not frame.written and (bool(scene.document.official_of) or "plural_subject" not in frame.needs)
    )


def _ranked(scene: Scene, i: int) -> bool:
    """ "*The two foreign ministers* stood on the stage": people by their office, though only their states are known."""
    mention = scene.mention(i)
    return mention is not None and mention.level in ("head", "minister", "deputy", "ambassador")


def in_quotes(scene: Scene, i: int) -> bool:
    """Is a word part of what somebody is quoted with? Whom "they" are there, the text around does not tell."""
    before = scene.document.text[scene.sentence.start : scene.tokens[i].start]
    return before.count("“") > before.count("”") or (before.count('"') + before.count("``")) % 2 == 1


def _named_in(scene: Scene, i: int) -> list[Mention]:
    """The actors that a phrase names, whose "his" it is aside."""
    found = [m for k in scene.subtree(i) if scene.tokens[k].upos != "PRON" and (m := scene.mention(k))]
    return [m for m in found if m.kind in PEOPLE]


def _side(m: Mention) -> str | None:
    return m.country or m.organisation


def _meant(scene: Scene, i: int, sides: set[str], told: Sequence[Engagement], before: Sequence[Scene]) -> list[Mention]:
    words = {scene.lower(k) for k in scene.subtree(i)}
    if linked := [m for k in (i, *scene.children(i, "nmod")) for m in _linked(scene, k)]:
        return linked
    lemma, lex, number = scene.lemma(i), discourse(), _number(words)
    if lemma in lex.opposite:
        return _others(scene, sides | _owners(scene, i, before), told, before, number)
    definite = bool(words & {"the", "both", "their", "these", "all"})
    counted = number is not None and ({"the", "both"} & words or scene.tokens[i].upos in ("PRON", "DET"))
    definite = definite or lemma in lex.envoys or lemma in BARE
    if (lemma in lex.groups and several(scene, i) and definite) or (
        counted and (scene.tokens[i].upos in NUMBERED or several(scene, i))
    ):
        owner = _of(scene, i, before) if number is None else []
        return owner or together(scene, told, before, number, sides)
    if scene.lower(i) in THEY and scene.tokens[i].upos in ("PRON", "DET", "NUM"):
        return together(scene, told, before, number, sides)
    one = lemma in lex.sent and scene.feature(i, "Number") != "Plur" and "the" in words
    if one or scene.lower(i) == "it":
        return _those_sent(scene, told, before)
    mention = scene.mention(i)
    return _of(scene, i, before) if mention and mention.kind in PEOPLE and mention.role else []


def _linked(scene: Scene, k: int) -> list[Mention]:
    """Those whom a word for several goes back to: "delegations from *the two countries*"."""
    mention = scene.mention(k)
    return [m for m in scene.meant(mention) if _side(m)] if mention and mention.plural and mention.antecedents else []


def several(scene: Scene, i: int) -> bool:
    """Is a noun plural, by its form or its mention?"""
    mention = scene.mention(i)
    return scene.feature(i, "Number") == "Plur" or bool(mention and mention.plural)


def _number(words: set[str]) -> int | None:
    """How many a phrase says they are: "the four", "both leaders"."""
    return next((n for word, n in discourse().numbers.items() if word in words), None)


def _of(scene: Scene, i: int, before: Sequence[Scene]) -> list[Mention]:
    """Of whose side somebody is who is called "his envoy", "their delegations", "its foreign minister"."""
    found = _possessors(scene, i, before)
    own = scene.mention(i)
    if own is None or (own.plural and len(found) > 1):
        return found
    return [msgspec.structs.replace(own, country=m.country, organisation=m.organisation) for m in found[:1]]


def _owners(scene: Scene, i: int, before: Sequence[Scene]) -> set[str]:
    return {s for m in _possessors(scene, i, before) if (s := _side(m))}


def _possessors(scene: Scene, i: int, before: Sequence[Scene]) -> list[Mention]:
    for c in scene.children(i, "nmod:poss"):
        if scene.lower(c) not in OWNED:
            continue
        mention = scene.mention(c)
        if mention and mention is not scene.mention(i):
            return [m for m in scene.meant(mention) if _side(m)]
        if scene.lower(c) == "its":
            return _only_state(before[-1:])
    return []


def _only_state(before: Sequence[Scene]) -> list[Mention]:
    """The one state that a sentence has as a subject, or has at all."""
    for scene in before:
        states = [(i, m) for i in range(len(scene.tokens)) if (m := scene.mention(i)) and m.kind == "state"]
        first = [m for i, m in states if scene.tokens[i].deprel.startswith("nsubj")]
        chosen = first or [m for _, m in states]
        if len({m.country for m in chosen}) == 1:
            return chosen[:1]
    return []


def together(
    scene: Scene, told: Sequence[Engagement], before: Sequence[Scene], number: int | None, sides: set[str]
) -> list[Mention]:
    """Those named just before who are as many as said: who met, or the states of the nearest sentences.

    An official text speaks of those who met all through, and of other states as topics.
    """
    if number is None and sides and before:
        doing = acting(before[-1], sides)
        if len(doing) == 1 and not scene.document.official_of:
            return list(doing.values())
    met = [m for m in _met(scene, told, before) if _side(m) not in sides]
    if met and (number is None or len({_side(m) for m in met}) in (number, number - 1)):
        return met
    return [] if scene.document.official_of else states_before(before[-FAR:], number or 2, sides)


def _met(scene: Scene, told: Sequence[Engagement], before: Sequence[Scene]) -> list[Mention]:
    start = before[-FAR:][0].sentence.start if before else 0
    for earlier in reversed(told):
        if earlier.sentence and earlier.sentence.start >= start and not earlier.generic and earlier.mode != "visit":
            return _mentions(scene, earlier.participants)
    return []


def _mentions(scene: Scene, people: Sequence[Participant]) -> list[Mention]:
    return [m for p in people if p.start is not None and p.end is not None and (m := scene.named_at(p.start, p.end))]


def states_before(before: Sequence[Scene], number: int, without: set[str]) -> list[Mention]:
    """As many states as asked for: those that act in the nearest sentence, else all of it, else of the nearest ones."""
    seen: dict[str, Mention] = {}
    for scene in reversed(before):
        doing, here = acting(scene, without), _all(scene.mentions, without)
        for found in (doing, here):
            if len(found) == number:
                return list(found.values())
        seen = {**here, **seen}
        if len(seen) >= number and not doing:
            return list(seen.values()) if len(seen) == number else []
    return list(seen.values()) if len(seen) == number else []


def _all(mentions: Sequence[Mention], without: set[str]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for m in mentions:
        if m.kind in PEOPLE and m.country and m.country not in without:
            found.setdefault(m.country, m)
    return found


def acting(scene: Scene, without: set[str]) -> dict[str, Mention]:
    """The states of a sentence's subjects, and of those joined to them."""
    tops = [i for i, t in enumerate(scene.tokens) if t.deprel.startswith("nsubj")]
    return _all([m for i in tops for k in scene.listed(i) if (m := scene.mention(k))], without)


def _others(
    scene: Scene, without: set[str], told: Sequence[Engagement], before: Sequence[Scene], number: int | None
) -> list[Mention]:
    """ "His host", "both of his counterparts": those of the last contact, or of the sentences before, but for him."""
    met = [m for e in list(told)[-2:] for m in _mentions(scene, e.participants) if _side(m) not in without]
    start = before[-FAR:][0].sentence.start if before else scene.sentence.start
    met = [m for m in met if m.start >= start]
    if met and len({_side(m) for m in met}) == (number or 1):
        return list({_side(m): m for m in met}.values())
    if scene.document.official_of or not (without or number):
        return []
    return states_before(before[-FAR:], number or 1, without)


def _those_sent(scene: Scene, told: Sequence[Engagement], before: Sequence[Scene]) -> list[Mention]:
    """ "The delegation", "the visitor": whoever came, in the last visit or reception told."""
    start = before[-FAR:][0].sentence.start if before else 0
    for earlier in reversed(told):
        came = [p for p in earlier.participants if p.part == "visitor"]
        if came and earlier.sentence and earlier.sentence.start >= start:
            return _mentions(scene, came)
    return []
