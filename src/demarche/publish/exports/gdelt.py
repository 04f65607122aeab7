"""GDELT 2.0: events (61 columns) and mentions (16), without headers, as its own files are.

GDELT counts reports; here one record is one event, however often it was told, `NumArticles` is its documents and
`NumSources` its independent origins. A meeting of many gives a row a pair; `gdelt_ids.tsv` leads back to records.
Tone, which GDELT measures with a list of words, is not measured and stays empty.
"""

from collections.abc import Iterator
from pathlib import Path

from demarche.lexicon.scale import codes
from demarche.model import Claim, Participant
from demarche.publish.exports.coded import Event, events, first_document, pairs, sector
from demarche.publish.exports.delimited import number, written
from demarche.publish.holdings import Holdings
from demarche.publish.names import file, named

COUNTRY, WORLD_CITY = 1, 4
"""GDELT's kinds of places: a country, a town outside the United States (3 inside)."""
US_CITY = 3
WEB = 1


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`gdelt.export.CSV`, `gdelt.mentions.CSV` and the table of ids."""
    rows = [(event, *pair) for event in events(holdings) if event.day for pair in pairs(event)]
    return [
        written(folder / "gdelt.export.CSV", (_event(holdings, *row) for row in rows)),
        written(folder / "gdelt.mentions.CSV", (m for row in rows for m in _mentions(holdings, *row))),
        written(folder / "gdelt_ids.tsv", ((_id(*row), row[0].record.id) for row in rows), ("GLOBALEVENTID", "record")),
    ]


def _id(event: Event, a: Participant, b: Participant) -> int:
    return number(f"{event.record.id} {a.side} {b.side}")


def _event(holdings: Holdings, event: Event, a: Participant, b: Participant) -> list[object]:
    day = event.day or ""
    record, document = event.record, first_document(event, holdings)
    code = event.cameo
    return [
        _id(event, a, b), day.replace("-", ""), day[:4] + day[5:7], day[:4], _fraction(day),
        *_actor(a), *_actor(b),
        1, code, code[:3], code[:2], event.quad, event.score,
        len(record.claims), record.origins, record.documents, "",
        *_of_country(a), *_of_country(b), *_place(event),
        f"{(record.first_seen or day).replace('-', '')}000000", document.url or file(document.source),
    ]  # fmt: skip


def _fraction(day: str) -> str:
    """The year with how far it has gone, as GDELT counts: (month x 30 + day) / 365."""
    return f"{int(day[:4]) + (int(day[5:7]) * 30 + int(day[8:])) / 365:.4f}"


def _actor(who: Participant) -> list[object]:
    country = codes(who.country)
    code = country.cameo if country else ""
    group = "" if who.country or not who.organisation else "IGO"
    name = (who.name or named(who.side or "")).upper()
    return [f"{code or group}{sector(who)}", name, code, group, "", "", "", sector(who), "", ""]


def _of_country(who: Participant) -> list[object]:
    country = codes(who.country)
    if country is None:
        return [0, *[""] * 7]
    return [COUNTRY, named(who.country or ""), country.fips, country.fips, "", "", "", country.fips]


def _place(event: Event) -> list[object]:
    place = event.record.place
    country = codes(place.country) if place else None
    if place is None or country is None:
        return [0, *[""] * 7]
    city = US_CITY if place.country == "USA" else WORLD_CITY
    kind = COUNTRY if place.precision == "country" else city
    full = place.name if kind == COUNTRY else f"{place.name}, {named(place.country or '')}"
    return [kind, full, country.fips, country.fips, "", place.lat, place.lon, ""]


def _mentions(holdings: Holdings, event: Event, a: Participant, b: Participant) -> Iterator[list[object]]:
    for id in event.record.claims:
        claim = holdings.claim(id)
        document = holdings.document(claim.document)
        seen = f"{(document.published or event.day or '').replace('-', '')}000000"
        first = f"{(event.record.first_seen or event.day or '').replace('-', '')}000000"
        yield [
            _id(event, a, b), first, seen, WEB, document.publisher or "", document.url or file(document.source),
            _sentence(claim, document.text), _offset(claim, a), _offset(claim, b), claim.start, 1,
            round(100 * claim.confidence), len(document.text), "", "", "",
        ]  # fmt: skip


def _offset(claim: Claim, who: Participant) -> int:
    """Where the actor is named in this claim; -1 as GDELT writes where it is not."""
    people = (*getattr(claim, "participants", ()), *getattr(claim, "actors", ()), *getattr(claim, "targets", ()))
    found = (p.start for p in people if p.side == who.side and p.start is not None)
    return next(found, -1)


def _sentence(claim: Claim, text: str) -> int:
    """The number of the sentence, counted by full stops before it: near enough for a reader who looks there."""
    start = claim.sentence.start if claim.sentence else claim.start
    return 1 + text.count(". ", 0, start) + text.count("\n\n", 0, start)
