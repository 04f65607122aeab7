"""PLOVER JSONL (manual 2.0): one event a line, with offsets, offices and every actor; the richest of the field's forms.

`status` has no field there: it stands in `comment`, and the type says it as the manual asks (a planned meeting is
AGREE). A meeting that was planned and then held is one event, CONSULT; `link` names its record. `steps` writes it as
two events, AGREE on the day it was announced and CONSULT on its own, for those who count announcements as cooperation.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from demarche.model import Participant
from demarche.publish.exports.coded import Event, events, first_document, sector
from demarche.publish.exports.jsonl import written
from demarche.publish.exports.steps import taken
from demarche.publish.holdings import Holdings
from demarche.publish.names import named


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`plover.jsonl`."""
    return [written(folder / "plover.jsonl", _events(holdings))]


def steps(holdings: Holdings, folder: Path) -> list[Path]:
    """`plover_steps.jsonl`: what the record's status was before is an event of its own."""
    return [written(folder / "plover_steps.jsonl", _lines(taken(holdings), holdings))]


def _events(holdings: Holdings) -> Iterator[dict[str, Any]]:
    return _lines(((event.record.id, event) for event in events(holdings)), holdings)


def _lines(found: Iterable[tuple[str, Event]], holdings: Holdings) -> Iterator[dict[str, Any]]:
    for id, event in found:
        line = {**_event(event, holdings), "id": id}
        yield {key: value for key, value in line.items() if value not in (None, [], {})}


def _event(event: Event, holdings: Holdings) -> dict[str, Any]:
    record, document = event.record, first_document(event, holdings)
    date = record.date
    return {
        "id": record.id,
        "date": date.start if date else None,
        "enddate": date.end if date and date.end != date.start else None,
        "actor": [_entity(p) for p in event.actors],
        "recipient": [_entity(p) for p in event.recipients],
        "event": [event.plover.type],
        "mode": [event.plover.mode] if event.plover.mode else [],
        "context": list(event.plover.context),
        "quad_code": event.quad,
        "event_scale": event.score,
        "event_loc": _place(event),
        "event_text": [holdings.claim(id).quote for id in record.claims],
        "text_info": [_where(holdings, id, n) for n, id in enumerate(record.claims)],
        "cite_info": {
            "publication": document.publisher, "title": document.title, "url": document.url,
            "language": document.language,
        },
        "link": [record.id],
        "coder": "demarche",
        "comment": f"status: {record.status}",
    }  # fmt: skip


def _entity(who: Participant) -> dict[str, Any]:
    entity = {
        "code": who.country or who.organisation,
        "sector": sector(who) or None,
        "entity_text": who.name or (named(who.side) if who.side else None),
        "identifier_id": who.actor,
        "office": who.role,
    }
    return {key: value for key, value in entity.items() if value is not None}


def _place(event: Event) -> dict[str, Any]:
    place = event.record.place
    if place is None:
        return {}
    return {"name": place.name, "country": place.country, "latitude": place.lat, "longitude": place.lon,
            "resolution": {"site": 5, "city": 4, "region": 2, "country": 1}.get(place.precision or "")}  # fmt: skip


def _where(holdings: Holdings, id: str, n: int) -> dict[str, Any]:
    claim = holdings.claim(id)
    return {"sequence": n, "start": claim.start, "end": claim.end, "text_story": claim.document}
