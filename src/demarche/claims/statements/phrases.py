"""Sources by phrase: "…, according to Kpler"; "as the minister put it, …": what they are joined to is the content."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.pieces import pieces
from demarche.claims.statements.quotes import Quoted
from demarche.lexicon.speech import SpeechLexicon
from demarche.model import Stretch

TRUST = 0.9
PUT = frozenset({"put", "say", "note", "write", "explain", "recall", "predict", "report", "observe", "state"})
"""Verbs that a clause with "as" may have: "as he *put* it"."""


def of_phrases(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Attributed]:
    """What a sentence attributes by "according to" and its like, and by "as … put it"."""
    if not _any_phrase(lexicon.sources).search(scene.document.text, scene.sentence.start, scene.sentence.end):
        return
    for i in range(len(scene.tokens)):
        phrase = _phrase(scene, i, lexicon)
        if phrase is not None and not _is_quoted(scene, i, quotes):
            yield from _according(scene, i, phrase, quotes)
        if scene.lemma(i) in PUT and _is_as(scene, i) and not _is_quoted(scene, i, quotes):
            yield from _as_put(scene, i, quotes)


@cache
def _any_phrase(sources: tuple[str, ...]) -> re.Pattern[str]:
    """What a sentence without any source phrase lacks: most are spared the look at each of their words."""
    return re.compile(rf"\b(?:as|{'|'.join(map(re.escape, sources))})\b", re.IGNORECASE)


def _is_quoted(scene: Scene, i: int, quotes: Sequence[Quoted]) -> bool:
    return any(q.inner.start <= scene.tokens[i].start < q.inner.end for q in quotes)


def _phrase(scene: Scene, i: int, lexicon: SpeechLexicon) -> list[int] | None:
    """The words of the source phrase that a noun stands under."""
    if scene.tokens[i].head < 0 or scene.tokens[i].upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
        return None
    marks = [c for c in scene.children(i, "case") if c < i]
    if not marks:
        return None
    if scene.lower(marks[0]) == "according":
        last = marks[0] + 1 if scene.lower(marks[0] + 1) == "to" else marks[0]
        return list(range(marks[0], last + 1))
    last = marks[-1]
    for phrase in lexicon.sources:
        words = phrase.split()
        first = last - len(words) + 1
        if words[-1] != scene.lower(last) or first < 0 or len(words) < 2:
            continue
        if [scene.lower(k) for k in range(first, last + 1)] == words:
            return list(range(first, last + 1))
    return None


def _according(scene: Scene, i: int, phrase: list[int], quotes: Sequence[Quoted]) -> Iterator[Attributed]:
    source = [t for t in scene.subtree(i) if t > phrase[-1]]
    while source and scene.tokens[source[-1]].upos == "PUNCT" and scene.lower(source[-1]) != ")":
        source.pop()
    top = _top(scene, i)
    inside = {*phrase, *scene.subtree(i)}
    clause = [t for t in scene.subtree(top) if t not in inside]
    parts = pieces(scene, clause, quotes, inside)
    if source and parts:
        yield Attributed(
            scene=scene, parts=parts, cue=scene.stretch(phrase), sort="speech", trust=TRUST, by="according",
            source=scene.stretch(source), whose=i,
        )  # fmt: skip


def _top(scene: Scene, i: int) -> int:
    """The nearest clause above a source phrase: under it stands what the source says."""
    top = scene.tokens[i].head
    for above in scene.ancestors(i):
        top = above
        has_subject = scene.children(above, "nsubj", "nsubj:pass", "nsubj:outer", "expl")
        if has_subject and not scene.tokens[above].deprel.startswith(("acl", "advcl")):
            break
    return top


def _is_as(scene: Scene, i: int) -> bool:
    """Does a verb stand in a clause with "as" and a subject of its own?"""
    subjects = scene.children(i, "nsubj")
    if not subjects or scene.tokens[i].deprel not in ("advcl", "parataxis"):
        return False
    marks = [c for c in scene.children(i, "mark", "advmod", "case") if c < i]
    things = [scene.lower(c) for c in scene.children(i, "obj", "ccomp", "xcomp")]
    return any(scene.lower(c) == "as" for c in marks) and all(t == "it" for t in things)


def _as_put(scene: Scene, i: int, quotes: Sequence[Quoted]) -> Iterator[Attributed]:
    inside = set(scene.subtree(i))
    whose = scene.children(i, "nsubj")[-1]
    last = max(inside)
    quoted = [q for q in quotes if q.outer.start >= scene.tokens[i].start and q.outer.end <= scene.tokens[last].end + 1]
    source = [t for t in scene.subtree(whose) if t != i]
    top = scene.tokens[i].head
    rest = [t for t in scene.subtree(top) if t not in inside]
    parts: tuple[Stretch, ...] = (quoted[0].outer,) if quoted else pieces(scene, rest, quotes, inside)
    it = [t for t in scene.children(i, "obj") if scene.lower(t) == "it" and t == i + 1]
    if parts and source:
        yield Attributed(
            scene=scene, parts=parts, cue=scene.stretch([i, *it]), sort="speech", trust=TRUST, by="as", at=i,
            source=scene.stretch(source), whose=whose,
        )  # fmt: skip
