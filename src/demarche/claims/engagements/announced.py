"""What a text announces: its plans named again by a bare noun, or in the present tense, are plans still."""

from collections.abc import Sequence

import msgspec

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.claims.status.form import is_past
from demarche.lexicon.plover import plover
from demarche.lexicon.status_words import status_words
from demarche.model import Document, Engagement, Parsed
from demarche.model.values import Status

AHEAD: frozenset[Status] = frozenset({"planned", "expected", "proposed"})
PREVIEW = frozenset({"preview", "previews", "previewing"})
NEXT = frozenset({"next"})
""" "The next steps" announce nothing."""


def announced(document: Document, parsed: Parsed) -> frozenset[str]:
    """The sides of what an official title announces ("*Previewing* the Visit of President …", "on the *Upcoming* Call
    with …"), its publisher among them; none where it announces nothing."""
    if document.source_class != "official" or parsed.title is None or not document.title:
        return frozenset()
    words = set(document.title.lower().split())
    if not words & PREVIEW and not any(status_words().marks.adjectives.get(w) == "planned" for w in words - NEXT):
        return frozenset()
    named = (m.country or m.organisation for m in parsed.title.mentions)
    return frozenset(side for side in (*named, document.official_of) if side)


def as_announced(
    scene: Scene, e: Engagement, trigger: Trigger, told: Sequence[Engagement], ahead: frozenset[str]
) -> Engagement:
    """ "His upcoming visit … the details of *the visit*": a bare noun has no tense of its own to make a plan a fact.

    Nor has one in the present tense, in a text whose title announces contact of these sides (`ahead`): "*the meeting
    takes place* at a time when …".
    """
    if e.status != "happened" or trigger.noun is None:
        return e
    sides = {p.side for p in e.participants}
    if trigger.anchor == trigger.token:
        same = [t for t in told if t.mode == e.mode and sides == {p.side for p in t.participants} and not t.generic]
        if same and all(t.status in AHEAD for t in same):
            return stating(e, same[-1].status)
    elif is_past(scene, trigger.anchor):
        return e
    return stating(e, "planned") if sides <= ahead and not _is_over(scene, e) else e


def stating(e: Engagement, status: Status) -> Engagement:
    """The engagement with another status, and what follows from it."""
    codes, cameo = plover(e.mode, status)
    return msgspec.structs.replace(e, status=status, plover=codes, cameo=cameo)


def _is_over(scene: Scene, e: Engagement) -> bool:
    published = scene.document.published
    return bool(e.date and e.date.end and published and e.date.end < published)
