"""What stands around a number: its qualifier, the period that it holds for, and who gives it."""

from collections.abc import Sequence
from functools import cache

from demarche.claims.figures.measured import Measured
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Participant, Statement, Stretch, Time, Words

DEEDS = ("statements.object", "statements.infinitive", "statements.according")
"""Statements that are deeds too (who pledges a sum does not report it), and those whose phrase is read here."""
LONGEST = 4
LEADS = frozenset(
    {"in", "since", "during", "over", "from", "for", "by", "of", "as", "all", "the", "whole", "so", "far", "until",
     "throughout", "prior", "to", "before", "after", "this", "last", "next", "per", "a", "within", "on", "first",
     "half", "entire"}
)  # fmt: skip


PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "that", "which"})
TAILS = frozenset({"earlier", "ago", "before", "later"})


def qualifier(scene: Scene, m: Measured) -> tuple[str | None, int]:
    """How exact a number is meant to be, and the first word of its phrase: *nearly*, *more than*, *or more*."""
    before = quantities().before
    for length in range(LONGEST, 0, -1):
        start = m.first - length
        if start >= 0 and (name := before.get(tuple(scene.lower(k) for k in range(start, m.first)))):
            return name, start
    if scene.lower(m.first) in ("several", "few"):
        return scene.lower(m.first), m.first
    if m.low is not None and m.first and scene.lower(m.first - 1) == "between":
        return "between", m.first - 1
    return _after(scene, m), m.first


def _after(scene: Scene, m: Measured) -> str | None:
    after = quantities().after
    for start in range(m.last + 1, min(m.last + 3, len(scene.tokens))):
        for length in (2, 1):
            if name := after.get(tuple(scene.lower(k) for k in range(start, min(start + length, len(scene.tokens))))):
                return name
    return None


def period(scene: Scene, m: Measured, others: Sequence[Measured]) -> Stretch | None:
    """The time that a figure holds for: what it is per, else the nearest time with no other figure between."""
    if m.per:
        return Stretch(scene.tokens[m.per[0]].start, scene.tokens[m.per[1]].end)
    start, end = scene.tokens[m.first].start, scene.tokens[m.last].end
    following = min((scene.tokens[o.first].start for o in others if o.first > m.last), default=scene.sentence.end)
    after = [t for t in scene.times if end <= t.start < following]
    if near := next((t for t in after if _same_clause(scene, m, t)), None):
        return _with_lead(scene, near)
    before = max((scene.tokens[o.last].end for o in others if o.last < m.first), default=scene.sentence.start)
    lead = [t for t in scene.times if before <= t.start and t.end <= start]
    near = next((t for t in reversed(lead) if _same_clause(scene, m, t)), None)
    if (
        near is None
        and len(scene.times) == 1
        and scene.times[0].start >= end
        and _same_clause(scene, m, scene.times[0])
    ):
        near = scene.times[0]
    return _with_lead(scene, near) if near else _since(scene, m)


def _since(scene: Scene, m: Measured) -> Stretch | None:
    """*since the start of the war*: a period that no calendar gives."""
    verb = _verb(scene, m.last)
    for i in range(m.last + 1, len(scene.tokens)):
        if scene.case(i) == "since" and _verb(scene, i) == verb:
            return scene.stretch(scene.subtree(i))
    return None


def _same_clause(scene: Scene, m: Measured, time: Time) -> bool:
    """Do a figure and a time hang on one verb, or the time on the figure's own words?"""
    at = next((k for k, t in enumerate(scene.tokens) if t.start >= time.start), None)
    if at is None:
        return False
    above = set(scene.ancestors(at))
    own = set(range(m.first, m.last + 1))
    return bool(above & own) or (_verb(scene, at) == _verb(scene, m.last) and not _is_inside(scene, at, time, m))


def _is_inside(scene: Scene, at: int, time: Time, m: Measured) -> bool:
    """Does a time belong to another noun: *the **1999** shooting*?"""
    for above in scene.ancestors(at):
        token = scene.tokens[above]
        if token.upos in ("VERB", "AUX", "ADJ") or scene.children(above, "cop"):
            return False
        if token.upos in ("NOUN", "PROPN") and not time.start <= token.start < time.end:
            return above > at or above < m.first
    return False


def _verb(scene: Scene, i: int) -> int:
    return next(
        (a for a in scene.ancestors(i) if scene.tokens[a].upos in ("VERB", "AUX") or scene.children(a, "cop")), -1
    )


def _with_lead(scene: Scene, time: Time) -> Stretch:
    """A time with the words that lead to it: *so far in 2022*, *since November*."""
    first = next(k for k, t in enumerate(scene.tokens) if t.end > time.start)
    start = first
    while start > 0 and scene.lower(start - 1) in LEADS and first - start < LONGEST:
        start -= 1
    while start < first and scene.lower(start) in ("of", "the", "a", "from", "as", "by", "to"):
        start += 1
    after = next((k for k, t in enumerate(scene.tokens) if t.start >= time.end), len(scene.tokens))
    end = scene.tokens[after].end if after < len(scene.tokens) and scene.lower(after) in TAILS else time.end
    return Stretch(scene.tokens[start].start, end)


def source(scene: Scene, m: Measured, said: Sequence[Statement]) -> tuple[Words | None, Participant | None]:
    """Who gives the figure: *according to Kpler*, or whoever says the words that it stands in."""
    if words := _according(scene, m):
        return words, None
    start, end = scene.tokens[m.first].start, scene.tokens[m.last].end
    around = [s for s in said if s.content.start <= start and end <= s.content.end]
    around = [s for s in around if not s.found_by.startswith(DEEDS)]
    if not around:
        return None, None
    near = min(around, key=lambda s: s.content.end - s.content.start)
    is_word = near.source is None or near.source.quote.lower() not in PRONOUNS
    return near.source if is_word else None, near.speakers[0] if near.speakers else None


def _according(scene: Scene, m: Measured) -> Words | None:
    """The noun phrase after *according to*, its names included, up to the next comma or verb."""
    words = [scene.lower(i) for i in range(len(scene.tokens))]
    for own in _source_phrases():
        if own[0] not in words:
            continue
        for i in range(len(words) - len(own)):
            if words[i : i + len(own)] != own:
                continue
            first = last = i + len(own)
            while last + 1 < len(scene.tokens) and _goes_on(scene, last + 1):
                last += 1
            if not _is_parted(scene, m, i):
                return scene.words(scene.tokens[first].start, scene.tokens[last].end)
    return None


@cache
def _source_phrases() -> tuple[list[str], ...]:
    """Their words; *per* alone measures more often than it names a source."""
    return tuple(own for phrase in speech_lexicon().sources if len(own := phrase.split()) > 1)


def _is_parted(scene: Scene, m: Measured, i: int) -> bool:
    """Does a semicolon stand between a figure and a source? Then the source is of the other half."""
    return any(scene.lower(k) == ";" for k in range(min(i, m.last), max(i, m.first)))


def _goes_on(scene: Scene, i: int) -> bool:
    """Does a noun phrase go on with a word? A hyphen inside a word ends none."""
    if scene.lower(i) == "-":
        return scene.tokens[i - 1].end == scene.tokens[i].start
    inside = any(n.start < scene.tokens[i].start < n.end for n in scene.sentence.names)
    return inside or scene.tokens[i].upos not in ("PUNCT", "VERB", "AUX", "SCONJ")
