"""`demarche show`: one record, and the exact words that every field of it stands on."""

from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.project import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demarche.model import Evidence, Record
    from demarche.store import Store

AROUND = 60


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, also one that it had before a merge.")],
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Show a record with its history and its evidence."""
    with opened(store) as opened_store:
        record = opened_store.records[opened_store.current(id)]
        if as_json:
            data_json(record)
        else:
            data("\n".join(_lines(record, opened_store)))


def _lines(record: "Record", store: "Store") -> "Iterator[str]":
    yield f"{record.id}  {record.mode or record.event}, {record.status}"
    if record.date:
        yield f"date      {record.date.start or '?'} to {record.date.end or '?'} ({record.date.precision})"
    if record.place:
        yield f"place     {record.place.name}"
    for p in record.participants + record.actors + record.targets:
        yield f"{p.part:9} {', '.join(part for part in (p.name, p.role, p.country or p.organisation, p.level) if part)}"
    for entry in record.status_history:
        yield f"history   {entry.as_of or 'no day'}  {entry.status}  ({entry.claim})"
    yield f"sources   {record.documents} documents, {record.families} reports, {record.independent_sources} independent"
    for evidence in record.evidence:
        yield from _words(evidence, store)


def _words(evidence: "Evidence", store: "Store") -> "Iterator[str]":
    document = store.documents[evidence.document]
    before = document.text[max(0, evidence.start - AROUND) : evidence.start]
    after = document.text[evidence.end : evidence.end + AROUND]
    yield ""
    yield f"{evidence.field or 'record'}: {document.source}, {evidence.start}-{evidence.end}"
    yield f"    …{' '.join(before.split())} [{evidence.quote}] {' '.join(after.split())}…"
