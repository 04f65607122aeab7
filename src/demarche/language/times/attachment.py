"""Which expression of time dates an event: the one under the same verb, not one of another clause.

*Steve announced that it would be released in 2007* dates the release; the announcement keeps the day of the article.
"""

from collections.abc import Sequence

from demarche.model import Sentence, Time

_VERBS = frozenset({"VERB", "AUX"})
_SHARED = frozenset({"xcomp", "conj"})
"""Arcs over which a verb takes the date of the verb above it: *agreed on Friday to meet and to talk*."""


def attached(sentence: Sentence, times: Sequence[Time], start: int, end: int) -> Time | None:
    """The expression that dates the event at a stretch of the sentence, if one does."""
    event = _token(sentence, start, end)
    inside = [t for t in times if sentence.start <= t.start < sentence.end and t.first is not None]
    if event is None or not inside:
        return None
    verb = _verb(sentence, event)
    ranked = sorted((_rank(sentence, event, verb, t), abs(t.start - start), t.start, t) for t in inside)
    return ranked[0][3] if ranked[0][0] < FAR else None


FAR = 6
_APART = frozenset({"since", "than", "compared"})
"""*the first loss since 1992* was not made in 1992."""


def _rank(sentence: Sentence, event: int, verb: int | None, time: Time) -> int:
    """How many arcs lie between: nought where it hangs on the event itself, one more where verbs share a date."""
    at = _token(sentence, time.start, time.end)
    if at is None or any(t.head == at and t.lemma in _APART for t in sentence.tokens):
        return FAR
    path = _above(sentence, at, stop_at_verbs=True)
    if event in path:
        return path.index(event)
    over = _verb(sentence, at)
    if over is None or verb is None:
        return FAR
    if over == verb:
        return len(path)
    while sentence.tokens[verb].deprel in _SHARED:
        verb = sentence.tokens[verb].head
        if verb == over:
            return len(path) + 1
    return FAR


def _token(sentence: Sentence, start: int, end: int) -> int | None:
    """The highest token of a stretch: the one whose head lies outside."""
    within = [i for i, t in enumerate(sentence.tokens) if t.end > start and t.start < end]
    return next((i for i in within if sentence.tokens[i].head not in within), None)


def _above(sentence: Sentence, at: int, *, stop_at_verbs: bool) -> list[int]:
    """The tokens over a token, up to the root or the first verb."""
    path: list[int] = []
    at = sentence.tokens[at].head
    while at >= 0 and at not in path:
        path.append(at)
        if stop_at_verbs and sentence.tokens[at].upos in _VERBS:
            break
        at = sentence.tokens[at].head
    return path


def _verb(sentence: Sentence, at: int) -> int | None:
    """The token itself if it is a verb or a predicate, else the first verb over it."""
    for i in (at, *_above(sentence, at, stop_at_verbs=False)):
        token = sentence.tokens[i]
        if token.upos == "VERB" or any(t.head == i and t.deprel == "cop" for t in sentence.tokens):
            return i
    return None
