"""Attributions -> statements: the words said without "that" and outer marks, who says them, how sure that is."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.quotes import Quoted
from demarche.claims.statements.speakers import addressees, date, speakers, venue, voices
from demarche.model import Participant, Statement, Stretch, When, Words
from demarche.model.values import StatementKind

VERSION = "2"
MIN_CONTENT = 8
"""Characters: less than this is no statement ("said so")."""
DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which a statement counts as direct."""
SURE = {"clause": 1.0, "quote": 1.0, "according": 0.95, "turn": 0.95, "dash": 0.95, "heading": 0.9, "around": 0.85}
DEED = 0.8
"""How sure a frame is beside the trust in its cue; objects and infinitives (`DEED`) tell of deeds as often as words.
Measured on news of our own development set, rounded.
"""
VERBATIM = ("turn", "dash")
SURELY = 0.7
"""Trust from which an unknown source may praise or warn."""
UNNAMED, GOES_ON = 0.7, 0.85
"""What is left of that where nobody known speaks, and for a quotation that goes on from another."""


def made(
    a: Attributed, quotes: Sequence[Quoted], scenes: Sequence[Scene], by: Participant | None = None
) -> Iterator[Statement]:
    """The statement that an attribution tells, and one for each quotation or paragraph that goes on from it.

    `scenes` are those of the text; `by` is whoever is reported to have said so.
    """
    told = len(a.parts) if a.told is None else a.told
    who = speakers(a)
    sure = a.trust * SURE.get(a.by, DEED) * (1.0 if who else UNNAMED)
    named = voices(a)
    first = _first(a, a.parts[:told], quotes, who, named, sure, by)
    if first is not None:
        yield first
    for part in a.parts[told:]:
        words = narrowed(a.scene.document.text, part, quotes)
        if words is not None:
            yield make(
                _scene_at(scenes, words) or a.scene, content=words, quotes=quotes, speakers=named, source=None,
                cue=None, venue=venue(a), found_by=f"statements.continued/{VERSION}", confidence=sure * GOES_ON,
                attributed_to=by, kind="direct" if a.by in VERBATIM else None,
            )  # fmt: skip


def _first(
    a: Attributed, told: Sequence[Stretch], quotes: Sequence[Quoted], who: tuple[Participant, ...],
    named: tuple[Participant, ...], sure: float, by: Participant | None,
) -> Statement | None:  # fmt: skip
    """The statement over the parts that the cue itself gives: the longest is the content."""
    parts = [p for part in told if (p := narrowed(a.scene.document.text, part, quotes))]
    longest = max(parts, key=lambda p: p.end - p.start, default=None)
    if longest is None or longest.end - longest.start < MIN_CONTENT:
        return None
    if not who and (a.source is None or _is_loose(a)):
        return None
    return make(
        a.scene, content=longest, rest=[p for p in parts if p is not longest], quotes=quotes, speakers=named,
        source=_words(a.scene, a.source), cue=_words(a.scene, a.cue), found_by=f"statements.{a.by}/{VERSION}",
        confidence=sure, venue=venue(a), addressees=addressees(a), date=date(a), attributed_to=by,
        kind="direct" if a.by in VERBATIM else None,
    )  # fmt: skip


def _scene_at(scenes: Sequence[Scene], stretch: Stretch) -> Scene | None:
    """The sentence in which a stretch begins."""
    k = bisect_right(scenes, stretch.start, key=lambda s: s.sentence.start) - 1
    return scenes[k] if k >= 0 and stretch.start < scenes[k].sentence.end else None


def _is_loose(a: Attributed) -> bool:
    """Gestures of people whom nobody knows are no statements ("science *offers* hope"), nor is talk *of* a thing.

    Nor does a headline's colon make its first words somebody.
    """
    if not a.by.startswith("object") or a.at is None:
        return a.by == "heading"
    return a.trust < SURELY or a.scene.tokens[a.at].upos == "NOUN"


def make(
    scene: Scene,
    *,
    content: Stretch,
    quotes: Sequence[Quoted],
    speakers: tuple[Participant, ...],
    source: Words | None,
    cue: Words | None,
    found_by: str,
    confidence: float,
    rest: Sequence[Stretch] = (),
    venue: str | None = None,
    addressees: tuple[Participant, ...] = (),
    date: When | None = None,
    attributed_to: Participant | None = None,
    kind: StatementKind | None = None,
) -> Statement:
    """A statement over a content, its kind told by how much of it stands between marks."""
    text = scene.document.text
    parts = [Stretch(w.start, w.end) for w in (cue, source) if w] + [content, *rest]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Statement(
        document=scene.document.id,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=found_by,
        confidence=round(confidence, 3),
        attributed_to=attributed_to,
        kind=kind or _kind([content, *rest], quotes),
        content=scene.words(content.start, content.end),
        rest=tuple(scene.words(p.start, p.end) for p in rest),
        speakers=speakers,
        cue=cue,
        source=source,
        addressees=addressees,
        venue=venue,
        date=date,
    )


def _kind(parts: Sequence[Stretch], quotes: Sequence[Quoted]) -> StatementKind:
    """How much of a content is quoted: all but a word or two is direct, a little mixed."""
    whole = sum(p.end - p.start for p in parts)
    shared = sum(max(0, min(q.outer.end, p.end) - max(q.outer.start, p.start)) for q in quotes for p in parts)
    if shared >= DIRECT_SHARE * whole:
        return "direct"
    return "mixed" if shared else "indirect"


def narrowed(text: str, part: Stretch, quotes: Sequence[Quoted]) -> Stretch | None:
    """What was said itself: without an opening "that", and inside the marks where one quotation is all of it."""
    start, end = part.start, part.end
    if text[start : start + 5].lower() in ("that ", "that,"):
        start += 5
    while start < end and text[start].isspace():
        start += 1
    for q in quotes:
        if q.outer.start == start and q.outer.end >= end:
            start, end = q.inner.start, min(q.inner.end, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in ",;:" or _closes_nothing(text, start, end, quotes)
    ):
        end -= 1
    return Stretch(start, end) if end > start else None


def _closes_nothing(text: str, start: int, end: int, quotes: Sequence[Quoted]) -> bool:
    """Is the last mark one of quotation whose partner was never typed?"""
    if text[end - 1] not in '”»"' and text[end - 2 : end] != "''":
        return False
    return not any(start <= q.outer.start and q.outer.end >= end for q in quotes)


def _words(scene: Scene, stretch: Stretch | None) -> Words | None:
    return scene.words(stretch.start, stretch.end) if stretch else None
