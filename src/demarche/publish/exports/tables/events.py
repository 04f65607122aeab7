"""Tables of the records: engagements, acts, who took part, and the words that every field stands on."""

from collections.abc import Iterator, Mapping

from demarche.model import Document, Participant, Record
from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.publish.holdings import Holdings

AROUND = 32
"""Characters of context on either side of a quote, as annotation tools write them."""


def _engagements(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        if record.type != "engagement":
            continue
        sides = _countries(record.participants)
        yield {
            **_shared(record),
            "mode": record.mode,
            "countries": sides,
            "host": _of_part(record, "host"),
            "visitor": _of_part(record, "visitor"),
            "event_name": record.event_name,
            "topics": record.topics,
            "level": record.level,
            "generic": record.generic,
        }


def _acts(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        if record.type != "act":
            continue
        yield {
            **_shared(record),
            "event": record.event,
            "actor_countries": _countries(record.actors),
            "target_countries": _countries(record.targets),
            "what": record.what,
            "amount": record.amount,
        }


def _participants(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        for named_as in ("participants", "actors", "targets"):
            for p in getattr(record, named_as):
                yield {
                    "record": record.id,
                    "named_as": named_as.rstrip("s"),
                    **{n: getattr(p, n) for n in ("actor", "name", "role", "country", "organisation")},
                    **{n: getattr(p, n) for n in ("part", "level", "attendance")},
                }


def _evidence(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        documents: dict[str, Document] = {}
        for evidence in record.evidence:
            id = evidence.document
            document = documents.setdefault(id, documents.get(id) or holdings.document(id))
            yield {
                "record": record.id,
                "field": evidence.field,
                "claim": evidence.claim,
                "document": id,
                "family": holdings.family_of.get(id),
                "source_class": document.source_class,
                "start": evidence.start,
                "end": evidence.end,
                "quote": evidence.quote,
                "prefix": document.text[max(0, evidence.start - AROUND) : evidence.start],
                "suffix": document.text[evidence.end : evidence.end + AROUND],
                "text_sha256": document.text_sha256,
            }


def _shared(record: Record) -> Mapping[str, str | int | float | bool | tuple[str, ...] | None]:
    date, place, plover = record.date, record.place, record.plover
    return {
        "id": record.id,
        "referents": record.referents,
        "status": record.status,
        "status_as_of": record.status_history[-1].as_of if record.status_history else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "documents": record.documents,
        "families": record.families,
        "origins": record.origins,
        "independent_sources": record.independent_sources,
        "first_seen": record.first_seen,
        "last_change": record.last_change,
        "cameo": record.cameo,
        "plover_type": plover.type if plover else None,
        "plover_mode": plover.mode if plover else None,
        "plover_context": plover.context if plover else (),
    }


def _countries(people: tuple[Participant, ...]) -> tuple[str, ...]:
    return tuple(sorted({p.country for p in people if p.country}))


def _of_part(record: Record, part: str) -> tuple[str, ...]:
    return _countries(tuple(p for p in record.participants if p.part == part))


_HEAD = columns(string="id referents[] status", date="status_as_of date_start date_end", string_2="date_precision "
                "place_name place_country", number="lat lon", string_3="place_precision")  # fmt: skip
_TAIL = columns(integer="documents families origins independent_sources", date="first_seen last_change",
                string="cameo plover_type plover_mode plover_context[]")  # fmt: skip

ENGAGEMENTS = Table(
    "engagements",
    "A call, a meeting, a visit, after the reports of it were merged",
    _HEAD | columns(string="mode countries[] host[] visitor[] event_name topics[] level", boolean="generic") | _TAIL,
    _engagements,
)
ACTS = Table(
    "acts",
    "Any other event of the ontology, after merging",
    _HEAD | columns(string="event actor_countries[] target_countries[] what amount") | _TAIL,
    _acts,
)
PARTICIPANTS = Table(
    "participants",
    "Somebody who takes part in a record",
    columns(string="record named_as actor name role country organisation part level attendance"),
    _participants,
)
EVIDENCE = Table(
    "evidence",
    "The words that one field of a record stands on",
    columns(string="record field claim document family source_class", integer="start end",
            string_2="quote prefix suffix text_sha256"),
    _evidence,
)  # fmt: skip
