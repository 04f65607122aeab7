"""Sentences -> claims about the record: "the highest-level contact since February 15", "did not respond".

They are read off the words alone, since they are formulas; who is meant and who says so comes from the parse.
"""

import re
from collections.abc import Iterator, Sequence

from demarche.claims.actors import PRIVATE
from demarche.claims.attribution import reported_by
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.assertions import Pattern
from demarche.lexicon.assertions import assertions as kinds
from demarche.model import Assertion, Document, Mention, Parsed, Participant, Stretch, Time

VERSION = "1"
SURE = 0.8


def assertions(document: Document, parsed: Parsed, scenes: list[Scene]) -> Iterator[Assertion]:
    """The claims about the record in a text."""
    known = kinds().kept_for(document.text)
    for scene in scenes if known.kinds else ():
        text = document.text[scene.sentence.start : scene.sentence.end]
        if patterns := known.patterns_for(text):
            yield from _of_sentence(scene, text, patterns)


def _of_sentence(scene: Scene, text: str, patterns: Sequence[Pattern]) -> Iterator[Assertion]:
    """Each passage once, by the first pattern of the file that reads it: what says more stands first there."""
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.regex.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            claim = _claim(scene, pattern, match)
            if claim is not None:
                taken.append(match.span())
                yield claim


def _claim(scene: Scene, pattern: Pattern, match: re.Match[str]) -> Assertion | None:
    start, end = (scene.sentence.start + offset for offset in match.span())
    at = next((i for i, t in enumerate(scene.tokens) if t.end > start), 0)
    speaker = reported_by(scene, at)
    people = [m for m in scene.mentions if _counts(m) and not _is(m, speaker)]
    about = people if pattern.kind.parties == "all" else _whose(scene, people, start, end)
    if not about:
        return None
    return Assertion(
        document=scene.document.id,
        start=start,
        end=end,
        quote=scene.document.text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"assertions/{VERSION}",
        confidence=SURE,
        attributed_to=speaker,
        about=pattern.kind.id,
        speakers=(speaker,) if speaker else (),
        parties=_each_once(about),
        since=_since(scene, match),
    )


def _counts(m: Mention) -> bool:
    """Does it stand for a state, a body or their people? A town stands for its state only as a place gone to."""
    return (
        m.sector not in PRIVATE and bool(m.country or m.organisation) and not (m.kind == "place" and m.country is None)
    )


def _is(m: Mention, speaker: Participant | None) -> bool:
    return speaker is not None and m.start == speaker.start


def _whose(scene: Scene, people: list[Mention], start: int, end: int) -> list[Mention]:
    """The one named inside the passage, else its subject, and nobody if that is nobody public; else the nearest."""
    inside = [m for m in people if start <= m.start < end]
    verbs = [i for i, t in enumerate(scene.tokens) if start <= t.start < end]
    subjects = [c for i in verbs for c in scene.children(i, "nsubj", "nsubj:pass") if scene.tokens[c].start < start]
    if inside or not subjects:
        return inside[:1] or _nearest(people, start, end)
    mention = scene.mention(subjects[-1])
    return [m for m in scene.meant(mention) if _counts(m)][:1] if mention else []


def _nearest(people: list[Mention], start: int, end: int) -> list[Mention]:
    """The last one named before the passage, else the first one after it."""
    before = [m for m in people if m.end <= start]
    return before[-1:] or people[:1]


def _each_once(people: list[Mention]) -> tuple[Participant, ...]:
    first: dict[str | None, Participant] = {}
    for m in people:
        person = party(m)
        first.setdefault(person.country or person.organisation, person)
    return tuple(first.values())


def _since(scene: Scene, match: re.Match[str]) -> str | None:
    """What it counts from: the first day of the time named, else the words ("the invasion", "ten years")."""
    name = next((name for name, words in match.groupdict().items() if words), None)
    if name is None:
        return None
    start, end = (scene.sentence.start + offset for offset in match.span(name))
    if name.startswith("since") and (time := _time(scene, start, end)):
        return time.first
    return " ".join(match[name].split())


def _time(scene: Scene, start: int, end: int) -> Time | None:
    """The expression of time that the words begin with; in "the start of the war in 2014" they do not."""
    return next((t for t in scene.times if t.first and start <= t.start < min(end, start + 5)), None)
