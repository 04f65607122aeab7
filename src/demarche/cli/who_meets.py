"""`demarche who-meets`: the partners of a state since a day, each with its contacts and the records of them."""

from typing import TYPE_CHECKING

import msgspec

from demarche.cli import conditions
from demarche.cli.conditions import party
from demarche.cli.isolation import At, Dated, Official, Party, asked_level
from demarche.cli.names import named
from demarche.cli.options import AsJson, Since, StoreAt, Until
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened
from demarche.model.values import Level, Mode

if TYPE_CHECKING:
    from demarche.network.contacts import Contact
    from demarche.network.ground import Ground
    from demarche.network.windows import Window

SHOWN = 5


class Met(msgspec.Struct, frozen=True, kw_only=True):
    """One contact with a partner."""

    day: str
    until: str
    mode: Mode | None
    level: Level
    came_or_called: str | None
    reported: bool
    records: tuple[str, ...]


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """A partner and every contact with it, the latest first."""

    code: str
    name: str
    best_level: Level
    contacts: tuple[Met, ...]


def who_meets(
    state: Party,
    level: At = "any",
    since: Since = None,
    until: Until = None,
    official: Official = None,
    dated_only: Dated = False,
    as_json: AsJson = False,
    store: StoreAt = None,
) -> None:
    """List whom a state met or spoke with, how often, at which level, when last; with the records of each contact."""
    from demarche.network.windows import Window
    from demarche.publish.standing import standing_ground

    own, wanted = party(state), asked_level(level)
    with opened(store) as opened_store:
        whose = party(official) if official else None
        held = standing_ground(opened_store, None, official=whose, dated_only=dated_only)
    first, last = conditions.since(since), conditions.until(until)
    days = [*((held.first, held.last) if held.first and held.last else ()), *(c.last for c in held.contacts)]
    window = Window(first or min(days, default="0001-01-01"), last or max(days, default="9999-12-31"))
    found = _partners(own, held, window, wanted)
    if as_json:
        data_json({"state": own, "window": window, "families_read": len(held.read(window)), "partners": found})
        return
    for partner in found:
        data("\n".join(_lines(partner)))
    read = counted(len(held.read(window)), "family", "families")
    note(f"{named(own)}: {counted(len(found), 'partner')} seen, {window.first} to {window.last}; {read} read")


def _partners(own: str, held: "Ground", window: "Window", level: Level | None) -> list[Partner]:
    from demarche.network.breadth import partners

    found = partners(own, held.within(own, window), level)
    rows = [_partner(code, met, held) for code, met in found.items()]
    return sorted(rows, key=lambda p: (-len(p.contacts), p.name))


def _partner(code: str, met: "list[Contact]", held: "Ground") -> Partner:
    from demarche.model.values import LEVELS

    latest = sorted(met, key=lambda c: (c.last, c.record), reverse=True)
    told = tuple(
        Met(day=c.first, until=c.last, mode=held.records[c.record].mode, level=c.level, came_or_called=c.paid,
            reported=c.reported, records=c.records)
        for c in latest
    )  # fmt: skip
    return Partner(code=code, name=named(code), best_level=min((c.level for c in met), key=LEVELS.index), contacts=told)


def _lines(p: Partner) -> list[str]:
    head = f"{p.name}: {counted(len(p.contacts), 'contact')}, the highest {p.best_level}, last {p.contacts[0].until}"
    rest = len(p.contacts) - SHOWN
    more = [f"    and {rest} more: --json"] if rest > 0 else []
    return [head, *(_line(m) for m in p.contacts[:SHOWN]), *more]


def _line(m: Met) -> str:
    days = m.day if m.day == m.until else f"{m.day}..{m.until}"
    by = f", {named(m.came_or_called)} came or called" if m.came_or_called else ""
    basis = " (day of the report)" if m.reported else ""
    return f"    {days}{basis}  {m.mode}, {m.level}{by}  {' '.join(m.records)}"
