"""Assertions -> lines: *isolated*, *the first since May*, beside what the record has for them and against them.

No verdict: the reader sees the words, the records on either side, and how many months of the stretch were read at all.
"""

from collections.abc import Iterable

from demarche.model import Assertion, Record
from demarche.network.asserted import Check, checks
from demarche.network.ground import ground
from demarche.publish.editions.dating import day
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Held, Tested
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import file, named, together

MOST, OF_ONE = 12, 4
"""Assertions in an edition, and records on either side of one."""
SURE = 0.7


def tested(material: Material, choice: Choice, notes: Footnotes) -> tuple[Tested, ...]:
    """The assertions published in the period about the states in focus, each wording of a family once."""
    wanted = {c.id: c for c in material.claims.values() if isinstance(c, Assertion) and _wanted(c, material, choice)}
    if not wanted:
        return ()
    held = ground(material.records, material.families, material.documents)
    published = {id: d.published for id, d in material.documents.items() if d.published}
    records = {r.id: r for r in material.records}
    best = {d: f.best or f.id for f in material.families for d in f.documents}
    first: dict[tuple[str, str], Check] = {}
    for check in checks(wanted.values(), held, published):
        first.setdefault((best.get(check.document, check.document), check.quote), check)
    return tuple(_tested(c, wanted[c.claim], material, records, notes) for c in list(first.values())[:MOST])


def _wanted(a: Assertion, material: Material, choice: Choice) -> bool:
    document = material.documents.get(a.document)
    if document is None or document.published is None or a.confidence < SURE:
        return False
    about = {p.country or p.organisation for p in a.parties}
    return choice.holds(document.published, document.published) and (not choice.focus or bool(about & choice.focus))


def _tested(c: Check, a: Assertion, material: Material, records: dict[str, Record], notes: Footnotes) -> Tested:
    document = material.documents[c.document]
    source = document.publisher or document.title or file(document.source)
    return Tested(
        words=" ".join(c.quote.split()), about=c.about, parties=together([named(p) for p in c.parties]),
        source=f"{source}, {day(c.said)}", meant=_held(c.meant, records), supporting=_held(c.supporting, records),
        opposing=_held(c.opposing, records), since=day(c.first), months=c.months, read=c.read,
        note=notes.cite(a.document, a.start, a.end, a.quote, a.sentence),
    )  # fmt: skip


def _held(ids: Iterable[str], records: dict[str, Record]) -> Held:
    own = sorted((records[id] for id in ids), key=lambda r: (_day(r), r.id), reverse=True)
    return Held(count=len(own), latest=tuple(_told(r) for r in own[:OF_ONE]), records=tuple(r.id for r in own))


def _day(r: Record) -> str:
    return (r.date and (r.date.start or r.date.end)) or r.first_seen or ""


def _told(r: Record) -> str:
    when = _day(r)
    return f"{(r.mode or r.event or '').replace('_', ' ')}, {day(when)}" if when else (r.mode or r.event or "")
