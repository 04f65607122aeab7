"""Verbs, adjectives and prepositions of stance: *opposes*, *is opposed to*, *is against*, *voted in favour of*."""

from collections.abc import Iterator

import msgspec

from demarche.claims.positions.holders import Holder, holder
from demarche.claims.positions.targets import Target, by_case, fits, target
from demarche.claims.scene import Scene
from demarche.lexicon.stance import StanceEntry, stance_lexicon

STAYING = frozenset({"remain", "stay", "be", "become", "seem", "appear", "look", "declare", "keep", "feel", "sound"})


class Stanced(msgspec.Struct, frozen=True):
    """A word of stance with its entry, its holder and its target."""

    word: int
    entry: StanceEntry
    holder: Holder
    at: Target
    half: bool = False


def stanced(scene: Scene) -> Iterator[Stanced]:
    """The stances that verbs, adjectives and prepositions of a sentence tell of."""
    lexicon = stance_lexicon()
    for i, token in enumerate(scene.tokens):
        if token.upos == "VERB" and (entries := lexicon.verbs.get(scene.lemma(i))):
            yield from _first(scene, i, entries)
        if token.upos in ("ADJ", "VERB") and (entries := _adjectives(scene, i)) and _is_predicate(scene, i):
            yield from _first(scene, i, entries, as_adjective=True)
        if scene.has(i, "cop"):
            yield from _cased(scene, i)


def _adjectives(scene: Scene, i: int) -> tuple[StanceEntry, ...]:
    known = stance_lexicon().adjectives
    return known.get(scene.lower(i)) or known.get(scene.lemma(i), ())


def _first(scene: Scene, i: int, entries: tuple[StanceEntry, ...], *, as_adjective: bool = False) -> Iterator[Stanced]:
    """The stance of a word by the first entry that fits it."""
    for entry in entries:
        at = target(scene, i, entry)
        above = scene.tokens[i].head
        if as_adjective and above >= 0 and scene.tokens[i].deprel == "xcomp" and (at is None or at.at is None):
            at = target(scene, above, entry) or at
        if at is None or (entry.deeds and at.at is not None and _is_stance(scene, at.at)):
            continue
        held = holder(scene, i, as_adjective=as_adjective)
        if held is not None and held.at != at.at:
            yield Stanced(i, entry, held, at, _is_half(scene, i))
        return


def _is_stance(scene: Scene, i: int) -> bool:
    return scene.lemma(i) in stance_lexicon().verbs


def _is_half(scene: Scene, i: int) -> bool:
    adverbs = stance_lexicon().governors.half.adverbs
    return any(scene.lower(c) in adverbs for c in scene.children(i, "advmod"))


def _is_predicate(scene: Scene, i: int) -> bool:
    """Is an adjective, or a participle that reads as one, said of a subject?"""
    if scene.has(i, "cop") or scene.has(i, "aux:pass"):
        return True
    token = scene.tokens[i]
    return token.deprel in ("xcomp", "conj", "acl") and token.head >= 0 and (
        scene.lemma(token.head) in STAYING or scene.tokens[token.head].upos == "ADJ"
    )  # fmt: skip


def _cased(scene: Scene, i: int) -> Iterator[Stanced]:
    """*is against the plan*, *is in favour of the plan*: the preposition is the stance, its noun the target."""
    case, at = scene.case(i).removeprefix("that "), i
    for c in by_case(scene, i, "of") + by_case(scene, i, "with"):
        longer = f"{case} {scene.lower(i)} {scene.case(c)}", f"{case} the {scene.lower(i)} {scene.case(c)}"
        if any(words in stance_lexicon().adjectives for words in longer):
            case, at = next(words for words in longer if words in stance_lexicon().adjectives), c
            break
    for entry in stance_lexicon().adjectives.get(case, ()):
        if "case" in entry.takes and fits(scene, at, entry):
            held = holder(scene, i)
            if held is not None:
                yield Stanced(next(iter(scene.children(i, "case")), i), entry, held, Target(at))
            return
