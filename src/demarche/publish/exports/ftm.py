"""FollowTheMoney entities, one a line: records as `Event` (sanctions as `Sanction`), who took part, the texts.

FtM has no meeting and no statement: mode, status and level stand in `keywords`; spans, accounts and quotes do not fit
and are in `annotations.jsonl`. A state takes part as its government (`PublicBody`), because a territory cannot.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.lexicon.scale import codes
from demarche.model import Document, Participant, Record
from demarche.publish.exports.coded import words
from demarche.publish.exports.jsonl import written
from demarche.publish.exports.pictures import headline
from demarche.publish.holdings import Holdings
from demarche.publish.names import alpha2, named

Entity = dict[str, Any]


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`entities.ftm.json`, in the form that `ftm` and Aleph take in."""
    return [written(folder / "entities.ftm.json", _entities(holdings))]


def _entities(holdings: Holdings) -> Iterator[Entity]:
    parties: dict[str, Entity] = {}
    cited: set[str] = set()
    for record in holdings.records:
        own = [_party(p) for p in record.participants + record.actors + record.targets]
        parties.update((party["id"], party) for party in own if party)
        documents = sorted({holdings.claim(id).document for id in record.claims})
        cited.update(documents)
        yield _sanction(record, documents) if _is_sanction(record) else _event(record, own, documents)
    yield from (parties[id] for id in sorted(parties))
    yield from (_article(holdings.document(id)) for id in sorted(cited))


def _entity(id: str, schema: str, **properties: str | list[str] | None) -> Entity:
    values = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": _id(id), "schema": schema, "properties": values}


def _event(record: Record, parties: list[Entity | None], documents: list[str]) -> Entity:
    involved = sorted({p["id"] for p in parties if p})
    return _entity(
        record.id, "Event", name=headline(record), keywords=_keywords(record), involved=involved,
        organizer=_host(record), country=_country(record.place.country if record.place else None),
        summary=words(record), proof=[_id(d) for d in documents], recordId=record.id,
        topics=None, **_dates(record), notes=record.place.name if record.place else None,
    )  # fmt: skip


def _host(record: Record) -> list[str]:
    found = (_party(p) for p in record.participants if p.part in ("host", "caller"))
    return sorted({p["id"] for p in found if p})


def _is_sanction(record: Record) -> bool:
    sanctioned = record.plover is not None and (record.plover.type, record.plover.mode) == ("SANCTION", "discontinue")
    return sanctioned and any(_party(t) for t in record.targets)


def _sanction(record: Record, documents: list[str]) -> Entity:
    entities = sorted({p["id"] for t in record.targets if (p := _party(t))})
    return _entity(
        record.id, "Sanction", entity=entities, authority=[named(p.side) for p in record.actors if p.side],
        status=record.status, reason=record.what, proof=[_id(d) for d in documents], recordId=record.id,
        **_dates(record),
    )  # fmt: skip


def _keywords(record: Record) -> list[str]:
    said = {"kind": record.mode or record.event, "status": record.status, "level": record.level}
    return [f"{name}:{value}" for name, value in said.items() if value] + [f"topic:{t}" for t in record.topics]


def _dates(record: Record) -> dict[str, str | None]:
    date = record.date
    if date is None or date.start is None:
        return {}
    if date.precision == "day" and date.end in (None, date.start):
        return {"date": date.start}
    return {"startDate": date.start, "endDate": date.end}


def _party(who: Participant) -> Entity | None:
    """A person by name, else the state or organisation they stand for."""
    state = bool(who.actor and who.actor.startswith(("iso:", "org:", "organ:")))
    if who.name and not state:
        key = who.actor or f"name:{who.name}"
        return _entity(f"demarche-{key}", "Person", name=who.name, position=(who.role or "").replace("_", " "),
                       country=_country(who.country), wikidataId=_wikidata(who.actor))  # fmt: skip
    if who.country:
        return _entity(f"demarche-iso-{who.country}", "PublicBody", name=f"Government of {named(who.country)}",
                       country=_country(who.country), topics="gov")  # fmt: skip
    if who.organisation:
        return _entity(f"demarche-{who.organisation}", "Organization", name=named(who.organisation), topics="gov.igo")
    return None


def _wikidata(actor: str | None) -> str | None:
    return actor.removeprefix("wd:") if actor and actor.startswith("wd:") else None


def _country(alpha3: str | None) -> str | None:
    """FtM writes countries in two small letters."""
    code = alpha2(alpha3) if alpha3 and codes(alpha3) else None
    return code.lower() if code else None


def _id(key: str) -> str:
    """An id in the characters that FtM allows; `recordId` keeps ours as it is."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in key.lower()).strip("-")


def _article(document: Document) -> Entity:
    return _entity(
        document.id, "Article", title=document.title or document.source, fileName=document.source,
        publishedAt=document.published, author=document.author, publisher=document.publisher,
        sourceUrl=document.url, language=None,
    )  # fmt: skip
