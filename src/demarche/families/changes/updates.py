"""What was still to come in one version and is told as done in the other: *wants to talk*, *is talking*."""

from collections.abc import Iterator

from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told, Word
from demarche.families.changes.words import cues
from demarche.families.stems import codes
from demarche.model import Difference

REACH = 3
LONG = 240
"""Characters beyond which a sentence is shown in part."""


def updates(sides: Sides, loose: tuple[int | None, int | None]) -> Iterator[Difference]:
    """At most one for each pair of sentences; `loose` are unmatched sentences that follow on either side."""
    found = _verb(sides) or _auxiliary(sides) or _event(sides, loose)
    if found:
        yield sides.said("fact_update", "status", *found, 0.8)


Places = tuple[tuple[int, int], tuple[int, int]]


def _ahead(words: list[Word], at: int) -> int | None:
    """Where the words begin that put the verb at a place in the future, if any do."""
    for k in range(max(0, at - REACH), at):
        if words[k].capital:
            continue  # the month of May
        one, two = words[k].plain, " ".join(w.plain for w in words[k : k + 2])
        if (one in cues().ahead and k < at) or (two in cues().ahead and k + 1 < at):
            return k
    return None


def _verb(sides: Sides) -> Places | None:
    """The same verb, ahead on one side, told as a fact on the other."""
    stem = codes("en").stem
    for left, right, flip in ((sides.left, sides.right, False), (sides.right, sides.left, True)):
        for i, word in enumerate(left):
            cue = _ahead(left, i)
            if cue is None or i - cue > REACH or len(word.plain) < 3 or word.plain in cues().done:
                continue
            for j, other in enumerate(right):
                if stem(other.plain) == stem(word.plain) and other.plain != word.plain and _fact(right, j):
                    return _both(sides, left[cue : i + 1], right[max(0, j - 1) : j + 1], flip)
    return None


def _fact(words: list[Word], at: int) -> bool:
    """Is the verb at a place told as something that is or was?"""
    return _ahead(words, at) is None and (
        words[at].plain.endswith("ed") or (at > 0 and words[at - 1].plain in cues().done)
    )


def _auxiliary(sides: Sides) -> Places | None:
    """*would be* in place of *had been*: a short replacement of one state by the other."""
    for left, right in sides.replaced():
        for one, other, flip in ((left, right, False), (right, left, True)):
            plain = [w.plain for w in other]
            if len(one) > REACH or len(other) > REACH or not cues().ahead & {w.plain for w in one}:
                continue
            if cues().done & set(plain) and not cues().ahead & set(plain):
                return _both(sides, one, other, flip)
    return None


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
