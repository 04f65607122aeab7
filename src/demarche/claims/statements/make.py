"""A content with its cue and source -> a statement, direct, mixed or indirect by how much of it is quoted."""

from collections.abc import Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.quotes import Quoted
from demarche.model import Participant, Statement, Stretch, When, Words
from demarche.model.values import StatementKind

VERSION = "1"
MIN_CONTENT = 8
"""Characters: less than this is no statement ("said so")."""
DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which a statement counts as direct."""


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
    venue: str | None = None,
    addressees: tuple[Participant, ...] = (),
    date: When | None = None,
) -> Statement:
    """A statement over a content, its kind told by how much of it stands between marks."""
    kind, content = _kind(content, quotes)
    text = scene.document.text
    parts = [Stretch(w.start, w.end) for w in (cue, source) if w] + [content]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Statement(
        document=scene.document.id,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=found_by,
        confidence=round(confidence, 3),
        kind=kind,
        content=scene.words(content.start, content.end),
        speakers=speakers,
        cue=cue,
        source=source,
        addressees=addressees,
        venue=venue,
        date=date,
    )


def _kind(content: Stretch, quotes: Sequence[Quoted]) -> tuple[StatementKind, Stretch]:
    """How much of a content is quoted; a direct one is widened or cut to the marks."""
    for q in quotes:
        shared = min(q.inner.end, content.end) - max(q.inner.start, content.start)
        if shared <= 0:
            continue
        if shared >= DIRECT_SHARE * (content.end - content.start):
            return "direct", q.inner
        return "mixed", content
    return "indirect", content
