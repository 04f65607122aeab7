"""Records for maps, networks and timelines of other programs: GeoJSON, GEXF, TimelineJS."""

import json
from html import escape
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from demarche.model import Record
from demarche.publish.editions.acts import label
from demarche.publish.editions.selection import sides
from demarche.publish.exports.coded import words
from demarche.publish.exports.files import fresh
from demarche.publish.holdings import Holdings
from demarche.publish.names import named, person, together

MEETING = frozenset({"happened", "ongoing"})


def headline(record: Record) -> str:
    """*Call: the United States and Russia (happened)*, for a label."""
    what = called(record)
    parties = together([named(s) for s in sides(record)] or ["unnamed parties"])
    return f"{what[:1].upper()}{what[1:]}: {parties} ({record.status})"


def called(record: Record) -> str:
    """What it is in words: its own name (*G20 summit*), how its sides met, or what was done (*agreement signed*)."""
    return record.event_name or (record.mode.replace("_", " ") if record.mode else label(record.event))


def geojson(holdings: Holdings, folder: Path) -> list[Path]:
    """`records.geojson` (RFC 7946): the records whose place has coordinates; the rest have nowhere to stand."""
    features = [
        _feature(r) for r in holdings.records if r.place and r.place.lat is not None and r.place.lon is not None
    ]
    return [_json(folder / "records.geojson", {"type": "FeatureCollection", "features": features})]


def _feature(record: Record) -> dict[str, Any]:
    place, date = record.place, record.date
    assert place is not None
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "title": headline(record), "type": record.type, "mode": record.mode, "event": record.event,
            "status": record.status, "start": date.start if date else None, "end": date.end if date else None,
            "place": place.name, "country": place.country, "precision": place.precision,
            "countries": list(sides(record)), "independent_sources": record.independent_sources,
        },
    }  # fmt: skip


def timeline(holdings: Holdings, folder: Path) -> list[Path]:
    """`timeline.json` for TimelineJS: the records whose day is known to a month at least."""
    events = [event for record in holdings.records if (event := _dated(record))]
    return [_json(folder / "timeline.json", {"events": events})]


def _dated(record: Record) -> dict[str, Any] | None:
    date = record.date
    if date is None or date.start is None or date.precision not in ("day", "week", "month", "approx"):
        return None
    exact = date.precision == "day"
    people = "; ".join(person(p) for p in record.participants + record.actors + record.targets)
    paragraphs = "".join(f"<p>{_escaped(text)}</p>" for text in (people, words(record)))
    event = {
        "unique_id": record.id,
        "start_date": _parts(date.start, exact),
        "text": {"headline": _escaped(headline(record)), "text": paragraphs},
        "group": (record.mode or record.event or "act").replace("_", " "),
        "autolink": False,
    }
    if date.end and date.end != date.start:
        event["end_date"] = _parts(date.end, exact)
    return event


def _parts(day: str, exact: bool) -> dict[str, int]:
    year, month, number = map(int, day.split("-"))
    return {"year": year, "month": month, **({"day": number} if exact else {})}


def _escaped(text: str) -> str:
    return escape(text)


def gexf(holdings: Holdings, folder: Path) -> list[Path]:
    """`network.gexf` (1.3): parties, and an edge for every pair that engaged, weighted by their engagements.

    Gatherings of more than two parties make no pairs: thirty states at one summit are not 435 contacts.
    """
    nodes: dict[str, int] = {}
    edges: dict[tuple[str, str], list[str]] = {}
    for record in holdings.records:
        parties = sides(record)
        if record.type != "engagement" or record.status not in MEETING or record.generic or len(parties) != 2:
            continue
        for pair in combinations(parties, 2):
            edges.setdefault(pair, []).append(record.id)
            for party in pair:
                nodes[party] = nodes.get(party, 0) + 1
    path = folder / "network.gexf"
    with fresh(path) as file:
        ElementTree.ElementTree(_graph(nodes, edges)).write(file, encoding="utf-8", xml_declaration=True)
    return [path]


def _graph(nodes: dict[str, int], edges: dict[tuple[str, str], list[str]]) -> ElementTree.Element:
    root = ElementTree.Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    graph = ElementTree.SubElement(root, "graph", {"defaultedgetype": "undirected"})
    kinds = ElementTree.SubElement(graph, "attributes", {"class": "node"})
    ElementTree.SubElement(kinds, "attribute", {"id": "0", "title": "engagements", "type": "integer"})
    listed = ElementTree.SubElement(graph, "nodes")
    for id, count in sorted(nodes.items()):
        node = ElementTree.SubElement(listed, "node", {"id": id, "label": named(id)})
        values = ElementTree.SubElement(node, "attvalues")
        ElementTree.SubElement(values, "attvalue", {"for": "0", "value": str(count)})
    joined = ElementTree.SubElement(graph, "edges")
    for n, ((a, b), records) in enumerate(sorted(edges.items())):
        ElementTree.SubElement(joined, "edge", {"id": str(n), "source": a, "target": b, "weight": str(len(records))})
    return root


def _json(path: Path, value: object) -> Path:
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return path
