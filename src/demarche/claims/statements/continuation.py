"""Quotes that go on: a quoted sentence without a cue of its own belongs to the speaker of the quote beside it."""

from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.make import VERSION, make
from demarche.claims.statements.quotes import Quoted
from demarche.model import Document, Statement, Stretch

MIN_WORDS = 4
"""Words: a shorter quoted stretch is a name or a scare quote, no statement."""


def continued(
    document: Document, scenes: Sequence[Scene], quotes: Sequence[Quoted], found: Sequence[Statement]
) -> Iterator[Statement]:
    """Statements for the quotes that no cue claimed: the speaker of the last quote of the paragraph, or of the one
    before, where that one was left open.
    """
    said = sorted((s for s in found if s.kind != "indirect"), key=lambda s: s.content.start)
    for quote in quotes:
        if _told(quote, found) or len(document.text[quote.inner.start : quote.inner.end].split()) < MIN_WORDS:
            continue
        before = _before(document, quote, said, quotes)
        scene = _scene(scenes, quote.inner)
        if before is None or scene is None or not _whole(scene, quote):
            continue
        statement = make(
            scene,
            content=quote.inner,
            quotes=[quote],
            speakers=before.speakers,
            source=None,
            cue=None,
            found_by=f"statements.continued/{VERSION}",
            confidence=before.confidence * 0.85,
            venue=before.venue,
        )
        said.append(statement)
        yield statement


def _told(quote: Quoted, found: Sequence[Statement]) -> bool:
    return any(s.content.start < quote.inner.end and quote.inner.start < s.content.end for s in found)


def _before(document: Document, quote: Quoted, said: Sequence[Statement], quotes: Sequence[Quoted]) -> Statement | None:
    """The quoted statement that this one goes on from: nearest in the same paragraph, else one left open just above."""
    start, end = _paragraph(document.text, quote.inner)
    beside = [s for s in said if start <= s.content.start < end]
    if beside:
        return min(beside, key=lambda s: (abs(s.content.start - quote.inner.start), s.content.start))
    above = [s for s in said if s.content.end < start]
    if not above:
        return None
    last = max(above, key=lambda s: s.content.end)
    is_open = any(not q.closed and q.inner.start <= last.content.start < q.inner.end for q in quotes)
    return last if is_open and not document.text[last.content.end : start].strip(' \n”"') else None


def _paragraph(text: str, stretch: Stretch) -> tuple[int, int]:
    end = text.find("\n", stretch.end)
    return text.rfind("\n", 0, stretch.start) + 1, end if end >= 0 else len(text)


def _scene(scenes: Sequence[Scene], stretch: Stretch) -> Scene | None:
    return next((s for s in scenes if s.sentence.start < stretch.end and stretch.start < s.sentence.end), None)


def _whole(scene: Scene, quote: Quoted) -> bool:
    """Does the quote open its sentence? One in the middle of a sentence without a cue is only a quoted term."""
    lead = scene.document.text[scene.sentence.start : quote.inner.start]
    return scene.sentence.start >= quote.inner.start or not any(c.isalnum() for c in lead)
