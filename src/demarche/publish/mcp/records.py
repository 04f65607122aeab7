"""Tools about records: search, one record, its words, its accounts held against each other."""

from collections.abc import Iterable
from itertools import islice

from demarche.model import Record
from demarche.publish.api.asked import every
from demarche.publish.mcp.held import Held
from demarche.publish.mcp.told import QUOTES, Told, about, answer, is_code, line, quoted
from demarche.publish.queries import query
from demarche.records.comparison import Cell
from demarche.store import schema

MOST = 50


def search_engagements(held: Held, question: str = "", limit: int = 20, offset: int = 0) -> Told:
    """Find engagements and acts. `question`: words and fields such as `country:RU country:TR mode:visit
    status:planned level:minister since:2022-07-01 until:2022-07-31 grain`; `country` twice asks for both.
    """
    found = every(held.store, query(question))
    return answer(**page(held, found, limit, offset))


def page(held: Held, found: Iterable[Record], limit: int, offset: int) -> Told:
    """Some of many records, and whether there are more: nothing is cut off silently."""
    shown = list(islice(found, offset, offset + max(1, min(limit, MOST)) + 1))
    kept = shown[: max(1, min(limit, MOST))]
    return {
        "records": [line(held, record, quotes=2) for record in kept],
        "next_offset": offset + len(kept) if len(shown) > len(kept) else None,
    }


def get_engagement(held: Held, id: str) -> Told:
    """One engagement or act: who, when, where, its status over time, accounts, sources, what was corrected by hand."""
    record = held.record(id)
    of_record = schema.differences.c.scope == record.id
    return answer(
        record=line(held, record, quotes=3 * QUOTES),
        status_history=[{"as_of": e.as_of, "status": e.status, "claim": e.claim} for e in record.status_history],
        accounts=[
            {"side": a.side if is_code(a.side) else None, "source_class": a.source_class, "claims": a.claims}
            for a in record.accounts
        ],
        differences=[{"id": d.id, "kind": d.kind, "field": d.field} for d in held.store.differences.where(of_record)],
        parts=[{"id": p.record, "permalink": held.link("records", p.record)} for p in (*record.parts, *record.part_of)],
        corrections=[{"field": c.field, "at": c.at, "judgement": c.judgement} for c in record.corrections],
    )


def get_evidence(held: Held, id: str, field: str = "", limit: int = 40, offset: int = 0) -> Told:
    """Every quote a record rests on, with document, offsets and permalinks. `field` (date, place, status, mode …) asks
    for the words of one field.
    """
    record = held.record(id)
    wanted = [e for e in record.evidence if not field or e.field == field]
    kept = wanted[offset : offset + max(1, min(limit, 4 * MOST))]
    return answer(
        record=record.id, permalink=held.link("records", record.id), fields=sorted({e.field for e in record.evidence}),
        total=len(wanted), next_offset=offset + len(kept) if offset + len(kept) < len(wanted) else None,
        source_text={"quotes": [quoted(held, e) for e in kept]},
    )  # fmt: skip


def compare_accounts(held: Held, id: str) -> Told:
    """What each side's own account of one engagement says, row by row: same, contradiction, omission, extra. An
    omission says that a text leaves out what another has; it is no denial.
    """
    record = held.record(id)
    told = held.compared(held.store, record)
    return answer(
        record=record.id, permalink=held.link("records", record.id, "compare"), sides=list(told.sides),
        comparable=len(told.sides) > 1,
        rows=[
            {"field": row.field, "verdict": row.verdict,
             "source_text": {"item": row.item, "cells": [_cell(held, cell) for cell in row.cells]}}
            for row in told.rows
        ],
        texts=[{"document": d.id, "permalink": held.link("texts", d.id), "source_text": about(d)}
               for id in sorted({e.document for e in record.evidence}) for d in [held.store.documents[id]]],
    )  # fmt: skip


def _cell(held: Held, cell: Cell) -> Told:
    return {"side": cell.side, "says": cell.shown or None, "words": quoted(held, cell.words) if cell.words else None}
