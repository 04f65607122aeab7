"""What was still to come in one version and is told as done in the other: *wants to talk*, *is talking*."""

from collections.abc import Iterator
from functools import cache, lru_cache

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.families.changes.words import cues
from demarche.families.stems import codes
from demarche.lexicon import languages
from demarche.model import Difference

REACH = 3
LONG = 240
"""Characters beyond which a sentence is shown in part."""


def updates(sides: Sides, loose: tuple[int | None, int | None]) -> Iterator[Difference]:
    """At most one for each pair of sentences; `loose` are unmatched sentences that follow on either side."""
    found = _verb(sides) or _auxiliary(sides) or _outlook(sides) or _event(sides, loose)
    if found:
        yield sides.said("fact_update", "status", *found, 0.8)


Places = tuple[tuple[int, int], tuple[int, int]]


def _ahead(words: list[Word], at: int) -> int | None:
    """Where the words begin that put the verb at a place in the future, if any do."""
    ahead, begun = cues().ahead, _begun()
    for k in range(max(0, at - REACH), at):
        plain = words[k].plain
        if plain not in ahead and (plain not in begun or k + 1 == at or f"{plain} {words[k + 1].plain}" not in ahead):
            continue
        if not words[k].capital:  # the month of May
            return k
    return None


def _has_cue(words: list[Word]) -> bool:
    """Is there any word with which the future begins?"""
    ahead, begun = cues().ahead, _begun()
    return any(w.plain in ahead or w.plain in begun for w in words)


@cache
def _begun() -> frozenset[str]:
    """The first words of cues that have more than one."""
    return frozenset(cue.partition(" ")[0] for cue in cues().ahead if " " in cue)


def _verb(sides: Sides) -> Places | None:
    """The same verb, ahead on one side, told as a fact on the other."""
    for left, right, flip in ((sides.left, sides.right, False), (sides.right, sides.left, True)):
        for i, word in enumerate(left) if _has_cue(left) else ():
            cue = _ahead(left, i)
            if cue is None or len(word.plain) < 3 or word.plain in cues().done:
                continue
            for j, other in enumerate(right):
                told = other.plain != word.plain and _root(other.plain) == _root(word.plain)
                if told and _fact(right, j, left[cue].plain) and not _wanted_too(left[cue], right, j):
                    return _both(sides, left[cue : i + 1], right[max(0, j - 1) : j + 1], flip)
    return None


def _wanted_too(cue: Word, words: list[Word], at: int) -> bool:
    """*want an improved situation* wants no less than *want to improve the situation*."""
    return any(_root(w.plain) == _root(cue.plain) for w in words[max(0, at - REACH) : at])


@lru_cache(1 << 16)
def _root(word: str) -> str:
    """*met* and *meeting* as *meet*; kept, because stemming was six sevenths of comparing two versions."""
    return codes("en").stem(languages.mapping("en", "irregular").get(word, word))


def _fact(words: list[Word], at: int, cue: str) -> bool:
    """Is the verb at a place told as something that is or was? *Is leaving* says no more than *will leave*, nor *is
    used* than *will use*."""
    plain = words[at].plain
    if _ahead(words, at) is not None or (plain.endswith("ing") and cue in cues().merely):
        return False
    if cue in cues().merely and at > 0 and words[at - 1].plain in ("is", "are"):
        return False
    past = plain.endswith("ed") or plain in languages.mapping("en", "irregular")
    return past or (at > 0 and words[at - 1].plain in cues().done)


def _auxiliary(sides: Sides) -> Places | None:
    """*would be* in place of *had been*: a short replacement of one state by the other."""
    for left, right in sides.replaced():
        for one, other, flip in ((left, right, False), (right, left, True)):
            ahead = cues().ahead & {w.plain for w in one}
            if ahead and max(len(one), len(other)) <= REACH and _done(other, sides.left if flip else sides.right):
                after = _next(other, sides.left if flip else sides.right)
                progressive = ahead <= cues().merely and any(w.plain.endswith("ing") for w in (*other, *after))
                purpose = any(w.plain in cues().no for w in after)  # *so that he would not*, *so that he did not*
                return None if progressive or purpose else _both(sides, one, other, flip)
    return None


def _next(words: list[Word], sentence: list[Word]) -> list[Word]:
    """The word after some words of a sentence."""
    after = sentence.index(words[-1]) + 1 if words else len(sentence)
    return sentence[after : after + 1]


def _done(words: list[Word], sentence: list[Word]) -> bool:
    """Do the words tell a fact, with nothing after them that is still awaited?"""
    plain = {w.plain for w in words}
    after = sentence.index(words[-1]) + 1 if words else 0
    coming = plain | {w.plain for w in sentence[after : after + 2]}
    return bool(cues().done & plain) and not (cues().ahead & plain or cues().awaited & coming)


def _outlook(sides: Sides) -> Places | None:
    """*will travel to the capital for talks* where the other version has *held four hours of talks*."""
    for left, right, flip in ((sides.left, sides.right, False), (sides.right, sides.left, True)):
        ahead, told = _first_ahead(left), _first_told(right)
        event = cues().events & {w.plain for w in left} & {w.plain for w in right}
        if ahead is None or told is None or not event or _first_told(left) is not None:
            continue
        if _first_ahead(right) is None:
            return _both(sides, _until(left, ahead, event), _until(right, told, event), flip)
    return None


def _first_ahead(words: list[Word]) -> int | None:
    if not _has_cue(words):
        return None
    return next((cue for i in range(1, len(words)) if (cue := _ahead(words, i)) is not None), None)


def _first_told(words: list[Word]) -> int | None:
    return next((i for i, w in enumerate(words) if w.plain in cues().took_place and _ahead(words, i) is None), None)


def _until(words: list[Word], start: int, event: frozenset[str]) -> list[Word]:
    """From a place to the event's noun after it, or only a few words where the noun stands before."""
    end = next((i for i in range(start, len(words)) if words[i].plain in event), start + 1)
    return words[start : end + 1]


def _event(sides: Sides, loose: tuple[int | None, int | None]) -> Places | None:
    """*The call is expected in the coming days* where the other version has *spoke with*."""
    texts: tuple[tuple[Told, list[Word], int | None], ...] = (
        (sides.a, sides.left, loose[0]),
        (sides.b, sides.right, loose[1]),
    )
    for (_, own, _), (told, other, after), flip in ((texts[0], texts[1], True), (texts[1], texts[0], False)):
        happened = [w for i, w in enumerate(own) if w.plain in cues().took_place and _ahead(own, i) is None]
        if not happened or after is None or cues().took_place & {w.plain for w in other}:
            continue
        awaited = _awaited(told.sentences[after])
        if awaited:
            places = stretch(own)[0], happened[0].end
            return (awaited, places) if not flip else (places, awaited)
    return None


def _awaited(words: list[Word]) -> tuple[int, int] | None:
    """The stretch from an event's noun to the word that says it is still to come."""
    event = next((w for w in words if w.plain in cues().events), None)
    last = next((w for w in reversed(words) if w.plain in cues().awaited), None)
    return (event.start, last.end) if event and last and event.end < last.start else None


def _both(sides: Sides, one: list[Word], other: list[Word], flip: bool) -> Places:
    """The two stretches with what stands around them, in the order of the sides."""
    if flip:
        return sides.around(other, "a"), sides.around(one, "b")
    return sides.around(one, "a"), sides.around(other, "b")
