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
Type = Annotated[str | None, typer.Option("--type", metavar="T", help="Only this type: engagement, act, tour …")]
Mode = Annotated[str | None, typer.Option("--mode", metavar="M", help="Only this mode: call, meeting, visit …")]


def listing(
    type_: Type = None,
    status: Status = None,
    mode: Mode = None,
    focus: Focus = None,
    since: Since = None,
    until: Until = None,
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """List records by day: status, what, who, how many independent sources, id. With --json one object a line.

    "≤" stands before the day of the first report where the record's own day is not known.
    """
    from demarche.publish.editions.selection import Choice

    choice = Choice(day(since), day(until), frozenset(codes(focus) or ()))
    found = 0
    with opened(store) as opened_store:
        for record in _records(opened_store, {"type": type_, "status": status, "mode": mode}):
            if choice.takes(record):
                found += 1
                line_json(record) if as_json else data(_line(record))
    note(counted(found, "record"))


def _records(store: "Store", wanted: dict[str, str | None]) -> Iterator["Record"]:
    from demarche.store.schema import records

    conditions = [records.c[column] == value for column, value in wanted.items() if value is not None]
    yield from sorted(store.records.where(*conditions), key=_order)


def _order(record: "Record") -> tuple[str, str]:
    return _told(record)[-10:], record.id


def _told(record: "Record") -> str:
    """The day, that of the first report with a mark before it, or that neither is known."""
    from demarche.publish.editions.dating import reported

    if record.date and (own := record.date.start or record.date.end):
        return own
    seen = reported(record)
    return f"≤{seen}" if seen else "no day"


def _line(record: "Record") -> str:
    from demarche.publish.names import named

    people = record.participants or record.actors + record.targets
    who = ", ".join(dict.fromkeys(p.name or (named(p.country) if p.country else "?") for p in people))
    what = record.mode or record.event
    sources = counted(record.independent_sources, "source")
    return f"{_told(record):11}  {record.status:12}  {what:15}  {who}  ({sources})  {record.id}"
