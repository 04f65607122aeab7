"""ICEWS coded events: 20 columns, tabs, a header; one line a directed pair. Without status, words or accounts."""

from collections.abc import Iterator
from pathlib import Path

from demarche.model import Participant
from demarche.publish.exports.coded import events, first_document, pairs, sector
from demarche.publish.exports.delimited import number, written
from demarche.publish.holdings import Holdings
from demarche.publish.names import named

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`icews.tab`."""
    return [written(folder / "icews.tab", _rows(holdings), COLUMNS)]


def _rows(holdings: Holdings) -> Iterator[list[object]]:
    for event in events(holdings):
        if event.day is None:
            continue
        document = first_document(event, holdings)
        place = event.record.place
        city = place.name if place and place.precision in ("city", "site") else None
        text = event.record.mode or event.record.event
        for a, b in pairs(event):
            yield [
                number(f"{event.record.id} {a.side} {b.side}"), event.day, *_who(a), text, event.cameo, event.score,
                *_who(b), number(document.id), 1, document.publisher, city, None, None,
                named(place.country) if place and place.country else None,
                place.lat if place else None, place.lon if place else None,
            ]  # fmt: skip


def _who(who: Participant) -> list[object]:
    return [who.name or named(who.side or ""), sector(who), named(who.country) if who.country else who.organisation]
