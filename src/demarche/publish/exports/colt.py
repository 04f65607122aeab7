"""Leader travel in the manner of COLT (Diplometrics): one row a visitor, a country visited and a trip.

Only visits that took place, and only the columns that a record can fill; source links are of independent families.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.lexicon.scale import codes
from demarche.model import Participant, Record
from demarche.publish.exports.coded import HEADS
from demarche.publish.exports.delimited import number
from demarche.publish.exports.tables.table import columns
from demarche.publish.exports.tables.written import written
from demarche.publish.holdings import Holdings
from demarche.publish.names import file, named

LINKS = 5
COLUMNS = columns(
    string="TripID LeaderID LeaderCountryOrIGO LeaderCountryISO LeaderRole LeaderTitle LeaderFullName CountryVisited "
    "CountryVisitedISO CityVisited",
    integer="TripYear",
    date="TripStartDate TripEndDate",
    integer_2="TripDuration",
    string_2="MetHostHoGS HostHOGSName Notes",
    integer_3="Confidence",
    string_3=" ".join(f"SourceLink{n}" for n in range(1, LINKS + 1)),
)


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`colt.csv`."""
    return [written(folder / "colt.csv", COLUMNS, _trips(holdings))]


def _trips(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for record in holdings.records:
        if record.mode == "visit" and record.status == "happened" and not record.generic:
            visited = _visited(record)
            for visitor in record.participants:
                if visitor.part == "visitor" and visited and visitor.country != visited:
                    yield _trip(record, visitor, visited, _links(record, holdings))


def _visited(record: Record) -> str | None:
    if record.place and record.place.country:
        return record.place.country
    return next((p.country for p in record.participants if p.part == "host" and p.country), None)


def _trip(record: Record, visitor: Participant, visited: str, links: list[str]) -> dict[str, Any]:
    date, place = record.date, record.place
    hosts = [p for p in record.participants if p.country == visited and p.level == "head"]
    home, there = codes(visitor.country), codes(visited)
    first = date.start if date else None
    return {
        "TripID": "-".join(
            (str(number(record.id, 6)), _letters(home, visitor), _letters(there, None), (first or "0")[:4])
        ),
        "LeaderID": visitor.actor,
        "LeaderCountryOrIGO": named(visitor.side) if visitor.side else None,
        "LeaderCountryISO": visitor.country,
        "LeaderRole": HEADS.get(visitor.role or "", "F" if visitor.role == "foreign_minister" else None),
        "LeaderTitle": (visitor.role or "").replace("_", " "),
        "LeaderFullName": visitor.name,
        "CountryVisited": named(visited),
        "CountryVisitedISO": visited,
        "CityVisited": place.name if place and place.precision in ("city", "site") else None,
        "TripYear": int(first[:4]) if first else None,
        "TripStartDate": first if date and date.precision == "day" else None,
        "TripEndDate": date.end if date and date.precision == "day" else None,
        "MetHostHoGS": "Yes" if hosts else None,
        "HostHOGSName": hosts[0].name if hosts else None,
        "Notes": record.id,
        "Confidence": min(5, 2 + record.independent_sources),
        **{f"SourceLink{n}": link for n, link in enumerate(links, 1)},
    }


def _letters(country: Any, who: Participant | None) -> str:
    return (country.cow_abbr if country else None) or (who.country if who else None) or "UNK"


def _links(record: Record, holdings: Holdings) -> list[str]:
    """One address a family: copies are no further source."""
    found: dict[str, str] = {}
    for id in record.claims:
        document = holdings.document(holdings.claim(id).document)
        found.setdefault(holdings.family_of.get(document.id, document.id), document.url or file(document.source))
    return list(found.values())[:LINKS]
