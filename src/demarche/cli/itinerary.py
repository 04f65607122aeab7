"""`demarche itinerary`: where a person was when, and with whom; tours among it."""

from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli import conditions
from demarche.cli.columns import inert
from demarche.cli.names import named
from demarche.cli.options import AsJson, Since, StoreAt, Until
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.network.itinerary import Stop
    from demarche.network.tours import Tour

Person = Annotated[str, typer.Argument(metavar="PERSON", help="A name (Sergei Lavrov, Lavrov) or an id (wd:Q58217).")]


def itinerary(
    person: Person, since: Since = None, until: Until = None, as_json: AsJson = False, store: StoreAt = None
) -> None:
    """List a person's engagements by day: where, with whom, held or only planned; and the tours among them."""
    from demarche.publish.people import journeys

    with opened(store) as opened_store:
        found = journeys(opened_store, person, conditions.since(since), conditions.until(until))
    if as_json:
        data_json(found)
        return
    for stop in found.stops:
        data(_stop(stop))
    for tour in found.tours:
        data(_tour(tour))
    names = f" ({', '.join(found.names)})" if found.names else ""
    note(f"{person}{names}: {counted(len(found.stops), 'engagement')}, {counted(len(found.tours), 'tour')}")


def _stop(s: "Stop") -> str:
    days = s.first if s.first == s.last else f"{s.first}..{s.last}"
    basis = " (day of the report)" if s.reported else ""
    country = named(s.country) if s.country else None
    where = ", ".join(x for x in dict.fromkeys((s.place, country)) if x)
    at = f" in {inert(where)}" if where else " (place not told)" if s.mode not in ("call", "letter") else ""
    company = f" with {inert(', '.join(s.company[:6]))}" if s.company else ""
    held = "" if s.status in ("happened", "ongoing") else f", {s.status}"
    return f"{days}{basis}  {s.mode.replace('_', ' ')}{held}{at}{company}  {s.record}"


def _tour(t: "Tour") -> str:
    how = "told as one" if t.told_as_one else "seen from its stops"
    stops = ", ".join(map(named, t.countries))
    aim = f"; about {', '.join(t.aim[:5])}" if t.aim else ""
    who = f"{inert(t.who)} ({named(t.initiator)})"
    return f"TOUR {t.first}..{t.last}  {who}: {stops} ({how}){aim}  {' '.join(t.records)}"
