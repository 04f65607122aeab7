"""`demarche list`: the records that meet some conditions, one a line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.conditions import codes, day
from demarche.cli.options import AsJson, Focus, Since, StoreAt, Until
from demarche.cli.output import counted, data, line_json, note
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.model import Record
    from demarche.store import Store

Status = Annotated[str | None, typer.Option("--status", metavar="S", help="Only this status: happened, planned …")]
Mode = Annotated[str | None, typer.Option("--mode", metavar="M", help="Only this mode: call, meeting, visit …")]


def listing(
    status: Status = None,
    mode: Mode = None,
    focus: Focus = None,
    since: Since = None,
    until: Until = None,
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """List records: day, status, what, who, how many independent sources, id. With --json one object a line."""
    first, last, countries = day(since), day(until), codes(focus)
    found = 0
    with opened(store) as opened_store:
        for record in _records(opened_store, status, mode, first, last):
            if not countries or countries & {p.country for p in record.participants + record.actors + record.targets}:
                found += 1
                line_json(record) if as_json else data(_line(record))
    note(counted(found, "record"))


def _records(
    store: "Store", status: str | None, mode: str | None, since: str | None, until: str | None
) -> Iterator["Record"]:
    from demarche.store.schema import records

    conditions = [
        column == value for column, value in ((records.c.status, status), (records.c.mode, mode)) if value is not None
    ]
    if since:
        conditions.append(records.c.date_end >= since)
    if until:
        conditions.append(records.c.date_start <= until)
    yield from sorted(store.records.where(*conditions), key=lambda r: (r.date.start or "" if r.date else "", r.id))


def _line(record: "Record") -> str:
    date = record.date.start if record.date and record.date.start else "no day   "
    people = record.participants or record.actors + record.targets
    who = ", ".join(dict.fromkeys(p.name or p.country or "?" for p in people))
    what = record.mode or record.event
    sources = counted(record.independent_sources, "source")
    return f"{date:10}  {record.status:12}  {what:15}  {who}  ({sources})  {record.id}"
