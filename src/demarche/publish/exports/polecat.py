"""POLECAT's table of 40 columns (Halterman et al. 2023): one line an event, several actors in one cell as `a;b`.

It has no place for a status: a planned meeting is its AGREE, a refused one its REJECT, and what was denied is left out.
Words, accounts and the history of a record are left out too; `Event ID` leads back to them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from demarche.lexicon.scale import codes
from demarche.model import Participant
from demarche.publish.exports.coded import Event, events, first_document, sector
from demarche.publish.exports.delimited import written
from demarche.publish.holdings import Holdings
from demarche.publish.names import named

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
EMPTY = "None"
"""What the published files write where they have nothing."""
VERSION = "demarche"
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`polecat.txt`, with a header."""
    return [written(folder / "polecat.txt", _rows(holdings), COLUMNS)]


def _rows(holdings: Holdings) -> Iterator[list[object]]:
    for event in events(holdings):
        row = {**_event(event), **_who("Actor", event.actors), **_who("Recipient", event.recipients), **_place(event),
               **_story(event, holdings)}  # fmt: skip
        yield [EMPTY if row.get(name) in (None, "") else row[name] for name in COLUMNS]


def _event(event: Event) -> dict[str, object]:
    return {
        "Event ID": event.record.id,
        "Event Date": event.day,
        "Event Type": event.plover.type,
        "Event Mode": event.plover.mode,
        "Intensity": event.score,
        "Quad Code": QUADS[event.quad],
        "Contexts": ";".join(event.plover.context),
    }


def _who(side: str, people: tuple[Participant, ...]) -> dict[str, object]:
    cow = [row.cow for p in people if (row := codes(p.country))]
    return {
        f"{side} Name": _joined(p.name or (named(p.side) if p.side else "") for p in people),
        f"{side} Country": _joined(p.country or p.organisation or "" for p in people),
        f"{side} COW": _joined(str(number) for number in cow if number),
        f"Primary {side} Sector": next((s for p in people if (s := sector(p))), None),
        f"{side} Sectors": _joined(map(sector, people)),
        f"{side} Title": _joined((p.role or "").replace("_", " ") for p in people),
        f"{side} Name Raw": _joined(p.name or "" for p in people),
    }


def _joined(values: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(v for v in values if v))


def _place(event: Event) -> dict[str, object]:
    place = event.record.place
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.name if place.precision in ("city", "site") else None,
        "Country": place.country,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "Raw Placename": place.words.quote if place.words else place.name,
        "Feature Type": place.precision,
    }


def _story(event: Event, holdings: Holdings) -> dict[str, object]:
    document = first_document(event, holdings)
    return {
        "Source": document.publisher or document.source_class,
        "Publication Date": document.published,
        "Story People": ";".join(sorted({p.name for p in event.record.participants if p.name})),
        "Language": document.language,
        "Version": VERSION,
    }
