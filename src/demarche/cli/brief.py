"""`demarche brief`: two parties on one page, with the words and records behind every line."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.conditions import party
from demarche.cli.names import named
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.panel_parts import check_lines
from demarche.cli.panel_told import short
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.network.brief import Brief, Item, Meeting

One = Annotated[str, typer.Argument(metavar="A", help="A state's code or an organisation.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one.")]
WIDTH = 118


def brief(a: One, b: Other, as_json: AsJson = False, store: StoreAt = None) -> None:
    """Tell what to know of two parties: last contact at each level, what was said, promised and left open."""
    from demarche.publish.standing import pair_brief

    with opened(store) as opened_store:
        found = pair_brief(opened_store, party(a), party(b))
    if as_json:
        data_json(found)
        return
    for line in _lines(found):
        data("\n".join(wrap(line, WIDTH, subsequent_indent=" " * 10)) if len(line) > WIDTH else line)


def _lines(b: "Brief") -> Iterator[str]:
    yield f"{named(b.a)} and {named(b.b)}, as of {b.as_of}"
    yield f"  {b.met} contacts seen; of the last {b.months} months {b.read} have anything read in them"
    yield ""
    yield "LAST CONTACT AT EACH LEVEL (matched: both sides were there at it)"
    yield from (f"  {m.level:11}{_meeting(m)}" for m in b.last)
    told = ", ".join(f"{named(who)} {n}" for who, n in b.initiated.items())
    yield f"  who came or called: {told}"
    yield from _section("LATEST CONTACTS", [f"{m.level:11}{_meeting(m)}" for m in b.recent])
    yield from _section("SAID", map(_item, b.said))
    yield from _section("AGREED AND PROMISED", map(_item, b.promised))
    yield from _section("PLANNED, AND NOT KNOWN TO HAVE TAKEN PLACE", map(_item, b.plans))
    yield from _section("POSITIONS TAKEN", map(_item, b.positions))
    yield from _section("WHERE THE ACCOUNTS DIFFER", [f"{d.kind}: {short(d.label)}  {d.scope}" for d in b.differences])
    if b.checks:
        yield ""
        yield "CLAIMS ABOUT THE RECORD (shown beside it, without a verdict)"
        for check in b.checks:
            yield from check_lines(check)


def _section(title: str, told: "Iterator[str] | list[str] | map[str]") -> Iterator[str]:
    yield ""
    own = list(told)
    yield title if own else f"{title}: nothing seen"
    yield from (f"  {line}" for line in own)


def _meeting(m: "Meeting") -> str:
    if m.day is None:
        return "none seen"
    by = f", {named(m.initiator)} came or called" if m.initiator else ""
    where = f", in {named(m.venue)}" if m.venue else ""
    basis = " (day of the report)" if m.reported else ""
    return f"{m.day}{basis}  {(m.mode or '').replace('_', ' ')}{where}{by}  {' '.join(m.records)}"


def _item(i: "Item") -> str:
    outcome = f", {i.outcome}" if i.outcome else ""
    return f"{i.day or 'no day':11}{short(i.by)}: {i.kind.replace('_', ' ')}{outcome}: “{short(i.quote)}”  {i.id}"
