"""`demarche explain`: why the claims of a record are one, what was checked, and what keeps its neighbours apart."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from demarche.cli.columns import inert
from demarche.cli.judging import RecordId, found
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.project import opened
from demarche.model import Record

if TYPE_CHECKING:
    from demarche.records import Explanation
    from demarche.store import Store

DAYS_AROUND = 14


def explain(id: RecordId, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Say why a record is one: which grounds joined which claims, what was checked, what would have forbidden it."""
    with opened(store) as opened_store:
        record = found(opened_store, id)
        told = explained(opened_store, record)
        if as_json:
            data_json({"explanation": told, "part_of": record.part_of, "parts": record.parts,
                       "corrections": record.corrections})  # fmt: skip
        else:
            data("\n".join(_lines(opened_store, record, told)))


def explained(store: "Store", record: Record) -> "Explanation":
    """The merging of a record and its neighbours, done once more and watched."""
    from demarche.records import explain as explanation

    near = list(_neighbours(store, record))
    ids = {claim for r in (record, *near) for claim in r.claims}
    claims = [c for id in sorted(ids) if (c := store.claims.get(id))]
    own = {c.document for c in claims}
    families = [f for f in store.families if own & set(f.documents)]
    documents = {id: store.documents[id] for id in own}
    return explanation(record, near, claims, families, documents, tuple(store.judgements))


def _neighbours(store: "Store", record: Record) -> Iterator[Record]:
    """The records of two of its sides within two weeks."""
    from demarche.store.schema import records as table

    mine = _sides(record)
    days = (record.date.start, record.date.end or record.date.start) if record.date else (record.first_seen, None)
    first, last = days[0], days[1] or days[0]
    if first is None or last is None:
        return
    from_day = (date.fromisoformat(first) - timedelta(DAYS_AROUND)).isoformat()
    to_day = (date.fromisoformat(last) + timedelta(DAYS_AROUND)).isoformat()
    for column in (table.c.date_start, table.c.first_seen):
        for other in store.records.where(column >= from_day, column <= to_day, table.c.type == record.type):
            if other.id != record.id and len(mine & _sides(other)) >= min(2, len(mine)):
                yield other


def _sides(record: Record) -> set[str]:
    return {p.side for p in record.participants + record.actors + record.targets if p.side}


def _lines(store: "Store", record: Record, told: "Explanation") -> Iterator[str]:
    yield f"{record.id}  {record.mode or record.event}, {record.status}; rests on {len(record.claims)} claim(s):"
    for e in (e for e in record.evidence if e.field == "status"):
        source = store.documents[e.document]
        yield f"  {e.claim}  {source.published or 'no date'}  {inert(source.source)}, {e.start}-{e.end}"
        yield f"      “{' '.join(inert(e.quote).split())}”"
    for ids in told.alike:
        yield f"alike in all that counts, and so one from the start: {', '.join(ids)}"
    for j in told.joined:
        yield ""
        yield f"joined: {j.a} and {j.b}, because of: {'; '.join(j.grounds)}"
        yield from (f"    checked {c.what}: {c.a} | {c.b}" for c in j.checked)
    for a in told.apart:
        yield ""
        yield f"not joined with {a.record}, though {'; '.join(a.grounds)}: {a.barred}"
    yield ""
    yield from (f"part of {link.record}: {link.why}" for link in record.part_of)
    yield from (f"holds {link.record}: {link.why}" for link in record.parts)
    for own in store.campaigns.of(record.id):
        manner = "told of as one" if own.told_as_one else "seen from days, people and topics"
        size = f"; reported: {', '.join(inert(s) for s in own.reported_size)}" if own.reported_size else ""
        yield f"of the {own.kind} {own.id}, {own.first} to {own.last}, {len(own.members)} engagement(s), {manner}{size}"
    for c in record.corrections:
        mark = " (stale: the ground has shifted since)" if c.stale else ""
        yield f"{c.field} set by {c.who} to {c.value}, the machine says {c.machine}: {c.why}{mark} ({c.judgement})"
    yield "What forbids that two claims are one: " + "; ".join(told.forbids) + "."
