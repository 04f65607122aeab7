"""Tours and campaigns -> lines: whose, when, to whom, on what, and how large a text says that it was."""

from collections.abc import Mapping

from demarche.model import Campaign, Record
from demarche.publish.editions.dating import MONTHS, brief, firm, span
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Course
from demarche.publish.editions.selection import Choice, sides
from demarche.publish.material import Material
from demarche.publish.names import named, person, together

MOST = 10
SHOWN = 6
"""Engagements of one that are linked."""


def courses(material: Material, choice: Choice, shown: frozenset[str], notes: Footnotes) -> tuple[Course, ...]:
    """Those of the edition, by day; `shown` are the ids of its records."""
    own = [c for c in material.campaigns if choice.holds(c.first, c.last) and shown & {*c.members, *c.told_by}]
    foremost = sorted(own, key=lambda c: (not c.told_as_one, -len(c.members), c.first, c.id))[:MOST]
    records = {r.id: r for r in material.records}
    return tuple(_course(c, records, shown, notes) for c in sorted(foremost, key=lambda c: (c.first, c.id)))


def _course(c: Campaign, records: Mapping[str, Record], shown: frozenset[str], notes: Footnotes) -> Course:
    wanted = "reported_size" if c.reported_size else "told_by" if c.told_by else "members"
    words = [e for e in c.evidence if e.field == wanted][:3]
    own = [id for id in c.members if id in shown]
    return Course(
        campaign=c.id, kind=c.kind, who=person(c.initiator), when=span(c.first, c.last),
        partners=together([named(s) for s in c.partners], 8), aim=tuple(a.replace("_", " ") for a in c.aim[:3]),
        engagements=len(c.members), records=tuple((id, _label(records[id], c)) for id in own)[:SHOWN],
        reported_size=c.reported_size, told_as_one=c.told_as_one,
        notes=tuple(dict.fromkeys(notes.cite(e.document, e.start, e.end, e.quote) for e in words)),
    )  # fmt: skip


def _label(record: Record, c: Campaign) -> str:
    """An engagement in a few words: *Egypt, meeting, 24 Jul*."""
    partners = together([named(s) for s in sides(record) if s != c.side], 3)
    days = firm(record)
    return ", ".join(x for x in (partners, (record.mode or "").replace("_", " "), _days(*days) if days else "") if x)


def _days(first: str, last: str) -> str:
    return brief(first, last) if first != last else f"{int(first[8:])} {MONTHS[int(first[5:7]) - 1][:3]}"
