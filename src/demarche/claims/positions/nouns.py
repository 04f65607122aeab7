"""Nouns that are a stance: *expressed its support for the plan*, *Serbia's opposition to*, *a critic of the coup*."""

from collections.abc import Iterator

import msgspec

from demarche.claims.positions.holders import Holder, held_by, holder, is_negated
from demarche.claims.positions.targets import Target, by_case, fits
from demarche.claims.scene import Scene
from demarche.lexicon.stance import StanceEntry, stance_lexicon
from demarche.model import Mention

FROM = ("from", "by", "among")


class NounStance(msgspec.Struct, frozen=True):
    """A stance noun with its entry, its holders, its target, and whether it is denied."""

    word: int
    entry: StanceEntry
    who: tuple[tuple[int, Mention], ...]
    at: Target
    turned: bool = False
    half: bool = False
    speaker: bool = False


def noun_stances(scene: Scene) -> Iterator[NounStance]:
    """The stances that nouns of a sentence tell of."""
    known = stance_lexicon().nouns
    for i in scene.tagged("NOUN"):
        for entry in known.get(scene.lemma(i), ()):
            found = _read(scene, i, entry)
            if found is not None:
                yield found
                break


def _read(scene: Scene, i: int, entry: StanceEntry) -> NounStance | None:
    before = {scene.lemma(c) for c in scene.children(i, "amod")}
    if entry.qualified and not entry.qualified & before:
        return None
    at = _target(scene, i, entry)
    if at is None:
        return None
    half = bool(stance_lexicon().governors.half.words & before)
    turned = any(scene.lower(c) == "no" for c in scene.children(i, "det"))
    if entry.bearer:
        return _bearer(scene, i, entry, at)
    held, away = _carried(scene, i)
    own = _owners(scene, i, entry, at)
    from_others = any(scene.case(c) in FROM for c in scene.children(i, "nmod") if c != at.at)
    if not own and (held is None or from_others):
        return None  # *has the support of nobody, has support from voters*: it is theirs, whoever they are
    if held is None and _is_wanted(scene, i):
        return None
    who = own or (held_by(scene, held) if held else [])
    if own and held and scene.lemma(scene.tokens[i].head) == "share":
        who = held_by(scene, held) + own
    speaker = not own and held is not None and held.speaker
    turned ^= away ^ (held.turned if held else False)
    return NounStance(i, entry, tuple(who), at, turned, half, speaker)


def _target(scene: Scene, i: int, entry: StanceEntry) -> Target | None:
    """On the noun, or behind it on the verb that carries it: *cast doubt **on the plan***."""
    verb = scene.tokens[i].head
    for at in (i, verb) if verb >= 0 and scene.tokens[i].deprel in ("obj", "nsubj:pass") else (i,):
        for preposition in entry.takes:
            for found in by_case(scene, at, preposition):
                if found > i and fits(scene, found, entry, preposition):
                    return Target(found)
    below = [c for c in scene.children(i, "acl") if any(scene.lower(m) == "to" for m in scene.children(c, "mark"))]
    if "to" in entry.takes and below:
        return Target(below[0], is_clause=True)
    return Target() if "none" in entry.takes else None


def _carried(scene: Scene, i: int) -> tuple[Holder | None, bool]:
    """Who expresses it by a light verb, and whether the verb takes it away (*withdrew its support*)."""
    token, words = scene.tokens[i], stance_lexicon().governors.light
    while token.deprel == "conj" and token.head >= 0:
        token = scene.tokens[token.head]
    if token.head < 0 or not token.deprel.startswith(("obj", "obl", "nsubj:pass")):
        return None, False
    verb = scene.lemma(token.head)
    if token.deprel.startswith("obl") or verb not in words.words | words.away:
        return None, False
    return holder(scene, token.head), verb in words.away


def _owners(scene: Scene, i: int, entry: StanceEntry, at: Target) -> list[tuple[int, Mention]]:
    """Whose stance the noun is by its own words: a possessor, an adjective of nationality, "from", "by"."""
    found: list[tuple[int, Mention]] = []
    for c in scene.children(i, "nmod:poss"):
        found += _known(scene, c)
    for c in scene.children(i, "nmod"):
        if c != at.at and (scene.case(c) in FROM or (scene.case(c) == "of" and "of" not in entry.takes)):
            found += _known(scene, c)
    for c in scene.children(i, "amod", "compound"):
        mention = scene.mention(c)
        if mention and mention.country and mention.start == scene.tokens[c].start:
            found.append((c, mention))
    return found


def _is_wanted(scene: Scene, i: int) -> bool:
    """ "Sought Turkey's support", "discussed Serbia's opposition": talked of, not taken."""
    above = scene.tokens[i].head
    return above >= 0 and scene.lemma(above) in (
        "seek",
        "need",
        "want",
        "ask",
        "demand",
        "request",
        "lack",
        "hope",
        "lose",
        "win",
    )


def _bearer(scene: Scene, i: int, entry: StanceEntry, at: Target) -> NounStance | None:
    """*Botswana is a supporter of the court*."""
    subjects = scene.children(i, "nsubj") if scene.children(i, "cop") else []
    held = holder(scene, i) if subjects else None
    if held is None:
        return None
    return NounStance(i, entry, tuple(held_by(scene, held)), at, is_negated(scene, i))


def _known(scene: Scene, c: int) -> list[tuple[int, Mention]]:
    return held_by(scene, Holder(c))
