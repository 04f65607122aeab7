"""`demarche compare`: the accounts of one record side by side, and where they differ."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demarche.cli.columns import NARROW, inert
from demarche.cli.judging import RecordId, found
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.model import Evidence
    from demarche.records import Comparison
    from demarche.records.comparison import Cell, Row

LONGEST = 160
LEGEND = "An omission is no denial: it says that a text leaves out what another has. “-” is: no words for it here."


def compare(id: RecordId, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Hold the accounts of a record against each other: same, contradiction, omission, extra, each with its words."""
    from demarche import pipeline, records

    with opened(store) as opened_store:
        record = found(opened_store, id)
        told = records.compare(record, pipeline.material(opened_store, [record]))
    if as_json:
        data_json(told)
        return
    if len(told.sides) < 2:
        data(f"{record.id} has one account only ({', '.join(told.sides) or 'none'}): nothing to compare")
        return
    _print(told)


def _print(told: "Comparison") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False)
    if not (console.is_terminal and console.width >= NARROW):
        data("\n".join(_lines(told)))
        return
    table = Table(expand=True, show_lines=True, header_style="bold")
    for head in ("", *told.sides, ""):
        table.add_column(Text(head), ratio=None if not head else 1)
    for row in told.rows:
        table.add_row(Text(_head(row)), *(Text(_cell(c)) for c in row.cells), Text(_mark(row), style=_style(row)))
    console.print(table)
    for d in told.differences:
        if d.kind == "not_comparable":
            console.print(Text(d.label))
    console.print(Text(LEGEND))


def _lines(told: "Comparison") -> Iterator[str]:
    yield f"{told.record}: {', '.join(told.sides)}"
    for row in told.rows:
        yield ""
        yield f"{_head(row)}: {_mark(row)}"
        yield from (f"  {c.side:6} {_cell(c)}" for c in row.cells)
    for d in told.differences:
        yield from (f"  {w.document}: “{_short(w)}” (remarks on it)" for w in d.witnesses)
        if d.kind == "not_comparable":
            yield f"\n{d.label}"
    yield ""
    yield LEGEND


def _head(row: "Row") -> str:
    item = row.item if len(row.item) <= NARROW else f"{row.item[:NARROW]}…"
    return row.field if not item else f"{row.field}: {inert(item)}"


def _mark(row: "Row") -> str:
    return f"{row.verdict.replace('_', ' ')}{f' ({row.note})' if row.note else ''}"


def _style(row: "Row") -> str:
    return {"contradiction": "bold red", "omission": "yellow", "extra": "cyan"}.get(row.verdict, "")


def _cell(cell: "Cell") -> str:
    if cell.words is None:
        return "-"
    quote = _short(cell.words)
    return quote if cell.shown.lower() in quote.lower() else f"{inert(cell.shown)}: {quote}"


def _short(words: "Evidence") -> str:
    text = " ".join(inert(words.quote).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
