"""Tours and campaigns -> lines: whose, when, to whom, on what, and how large a text says that it was."""

from demarche.model import Campaign
from demarche.publish.editions.dating import span
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Course
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import named, person, together

MOST = 10
SHOWN = 6
"""Engagements of one that are linked."""


def courses(material: Material, choice: Choice, shown: frozenset[str], notes: Footnotes) -> tuple[Course, ...]:
    """Those of the edition, by day; `shown` are the ids of its records."""
    own = [c for c in material.campaigns if choice.holds(c.first, c.last) and shown & {*c.members, *c.told_by}]
    foremost = sorted(own, key=lambda c: (not c.told_as_one, -len(c.members), c.first, c.id))[:MOST]
    return tuple(_course(c, shown, notes) for c in sorted(foremost, key=lambda c: (c.first, c.id)))


def _course(c: Campaign, shown: frozenset[str], notes: Footnotes) -> Course:
    wanted = "reported_size" if c.reported_size else "told_by" if c.told_by else "members"
    words = [e for e in c.evidence if e.field == wanted][:3]
    return Course(
        campaign=c.id, kind=c.kind, who=person(c.initiator), when=span(c.first, c.last),
        partners=together([named(s) for s in c.partners], 8), aim=tuple(a.replace("_", " ") for a in c.aim[:3]),
        engagements=len(c.members), records=tuple(id for id in c.members if id in shown)[:SHOWN],
        reported_size=c.reported_size, told_as_one=c.told_as_one,
        notes=tuple(dict.fromkeys(notes.cite(e.document, e.start, e.end, e.quote) for e in words)),
    )  # fmt: skip
