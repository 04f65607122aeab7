"""`/records`: lists, one record with all that it rests on, the comparison of its accounts, why it is one."""

from collections.abc import Iterator
from typing import Any

import msgspec
from litestar import get
from litestar.response import Stream

from demarche.model import Claim, Difference, Judgement, Record
from demarche.publish.api import asked as lists
from demarche.publish.api.duties import House
from demarche.publish.api.found import led_on, record
from demarche.publish.api.lines import campaign_line, line, source
from demarche.publish.api.problems import Asked
from demarche.publish.api.questions import Cursor, Id, Limit, Moment
from demarche.publish.api.shapes import History, Page, RecordLine, RecordView
from demarche.publish.api.tables import table
from demarche.publish.queries import Query
from demarche.records import Comparison, Explanation
from demarche.store import schema

COLUMNS = (
    "id", "title", "type", "mode", "event", "status", "date_start", "date_end", "date_precision", "place", "country",
    "lat", "lon", "sides", "people", "level", "topics", "documents", "families", "independent_sources", "first_seen",
    "last_change",
)  # fmt: skip


@get("/records", sync_to_thread=True)
def records(
    house: House, question: Query, limit: Limit = 50, cursor: Cursor = None, changed_since: Moment = None
) -> Page[RecordLine]:
    """The records that meet a question, the latest day first."""
    return lists.records(house.store, question, limit, cursor, changed_since)


@get("/records.csv", sync_to_thread=True)
def records_csv(house: House, question: Query) -> Stream:
    """All of them as a table."""
    return table("records", COLUMNS, (_row(line(r)) for r in lists.every(house.store, question)))


def _row(one: RecordLine) -> dict[str, Any]:
    flat: dict[str, Any] = msgspec.structs.asdict(one)
    day, spot = one.date, one.place
    return flat | {
        "date_start": day.start if day else None, "date_end": day.end if day else None,
        "date_precision": day.precision if day else None, "place": spot.name if spot else None,
        "country": spot.country if spot else None, "lat": spot.lat if spot else None,
        "lon": spot.lon if spot else None, "sides": [s.code for s in one.sides],
        "people": [p.label for p in one.people],
    }  # fmt: skip


@get("/records/{id:str}", sync_to_thread=True)
def one_record(house: House, request: Asked, id: Id) -> Any:
    """A record with its claims, documents, differences, links and judgements (`RecordView`)."""
    return led_on(house.store, id, str(request.url.path)) or _view(house, record(house.store, id))


def _view(house: House, found: Record) -> RecordView:
    store = house.store
    claims = list(_claims(house, found.claims))
    ids = sorted({c.document for c in claims} | {e.document for e in found.evidence})
    texts = [d for id in ids if (d := house.document(id))]
    return RecordView(
        line=line(found), record=found, claims=claims, documents=[source(d) for d in texts],
        differences=list(_differences(house, found.id)),
        judgements=_judgements(house, found),
        parts=[line(r) for p in found.parts if (r := store.records.get(store.current(p.record)))],
        part_of=[line(r) for p in found.part_of if (r := store.records.get(store.current(p.record)))],
        campaigns=[campaign_line(c) for c in store.campaigns.of(found.id)],
    )  # fmt: skip


def _judgements(house: House, found: Record) -> list[Judgement]:
    """What was decided about a record, and what took it back: an undoing names the judgement only."""
    kept = house.store.judgements
    own = list(kept.where(schema.judgements.c.record.in_([found.id, *found.referents])))
    named = {j.id for j in own}
    undone = (j for j in kept.where(schema.judgements.c.action == "undo") if j.undoes in named and j.id not in named)
    return sorted([*own, *undone], key=lambda j: (j.at, j.id))


def _claims(house: House, ids: tuple[str, ...]) -> Iterator[Claim]:
    for id in ids:
        claim = house.store.claims.get(id)
        if claim is not None:
            yield claim


def _differences(house: House, scope: str) -> Iterator[Difference]:
    yield from house.store.differences.where(schema.differences.c.scope == scope)


@get("/records/{id:str}/history", sync_to_thread=True)
def history(house: House, request: Asked, id: Id) -> Any:
    """What became of its status, who said so and when, and what people corrected (`History`)."""
    led = led_on(house.store, id, str(request.url.path))
    if led is not None:
        return led
    found = record(house.store, id)
    return History(status=list(found.status_history), judgements=_judgements(house, found))


@get("/records/{id:str}/accounts", sync_to_thread=True)
def accounts(house: House, id: Id) -> Comparison:
    """The accounts of both sides and of the press, row by row, each with its words."""
    return house.duties.compared(house.store, record(house.store, house.store.current(id)))


@get("/records/{id:str}/explanation", sync_to_thread=True)
def explanation(house: House, id: Id) -> Explanation:
    """Why its claims are one record, and what keeps its neighbours apart."""
    return house.duties.explained(house.store, record(house.store, house.store.current(id)))


ROUTES = [records, records_csv, one_record, history, accounts, explanation]
