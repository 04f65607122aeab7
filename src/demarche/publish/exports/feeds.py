"""Records as a feed that readers poll: Atom (RFC 4287) and JSON Feed 1.1, the latest change first."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from demarche.model import Record
from demarche.publish.exports.coded import words
from demarche.publish.exports.files import fresh
from demarche.publish.exports.pictures import headline
from demarche.publish.holdings import Holdings
from demarche.publish.names import person

ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`feed.atom` and `feed.json`."""
    return files(folder, holdings.records)


def files(folder: Path, found: Iterable[Record], name: str = "the record") -> list[Path]:
    """The feeds of some records under a name."""
    records = sorted(found, key=lambda r: (_changed(r), r.id), reverse=True)
    return [_atom(folder / "feed.atom", records, name), _json(folder / "feed.json", records, name)]


def _changed(record: Record) -> str:
    return record.last_change or record.first_seen or NEVER


def told(record: Record) -> str:
    """Who, when, where and the words it rests on, as plain text: a feed reader gets no mark-up to run."""
    people = "; ".join(person(p) for p in record.participants + record.actors + record.targets)
    day = record.date.start if record.date and record.date.start else "day not known"
    place = record.place.name if record.place else "place not given"
    sources = f"{record.independent_sources} independent sources, {record.documents} documents"
    return f"{people}\n{day}, {place}. {sources}.\n“{words(record)}”"


def _atom(path: Path, records: list[Record], name: str) -> Path:
    feed = ElementTree.Element("feed", {"xmlns": ATOM})
    _add(feed, "title", f"demarche: {name}")
    _add(feed, "id", "urn:demarche:feed" if name == "the record" else f"urn:demarche:watch:{name}")
    _add(feed, "updated", f"{_changed(records[0]) if records else NEVER}T00:00:00Z")
    _add(_add(feed, "author", ""), "name", "demarche")
    for record in records:
        entry = _add(feed, "entry", "")
        _add(entry, "id", f"urn:demarche:{record.id}")
        _add(entry, "title", headline(record))
        _add(entry, "updated", f"{_changed(record)}T00:00:00Z")
        _add(entry, "content", _clean(told(record))).set("type", "text")
    with fresh(path) as file:
        ElementTree.ElementTree(feed).write(file, encoding="utf-8", xml_declaration=True)
    return path


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = text or None
    return child


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF))


def _json(path: Path, records: list[Record], name: str) -> Path:
    items: list[dict[str, Any]] = [
        {"id": f"urn:demarche:{r.id}", "title": headline(r), "content_text": told(r),
         "date_modified": f"{_changed(r)}T00:00:00Z", "tags": [t for t in (r.mode or r.event, r.status) if t]}
        for r in records
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": f"demarche: {name}", "items": items}
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        json.dump(feed, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return path
