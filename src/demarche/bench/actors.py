"""`actors`: a mention (and a day) to the country, the PLOVER sector and the person it stands for."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from demarche.bench.figures import plain, ratio
from demarche.bench.rows import Row, by_key, inputs, key, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.language.mentions import find
from demarche.language.mentions.inside import sector_of_name
from demarche.language.parse import parse
from demarche.lexicon import Knowledge, knowledge
from demarche.lexicon.actors import Organ
from demarche.model import Document, Mention, text_sha256

FIELDS = {"country": ("country", "cc"), "sector": ("code_1",), "person": ("wiki", "title")}

BUILDINGS = frozenset(["presidency", "head_of_government_office", "government", "defence_ministry", "foreign_ministry"])

ABOUT_TODAY = "2022-07-01"
"""The day that a row without one, or with *today*, means: the set was made in 2022."""

WRITTEN = ("%Y-%m-%d", "%d %B %Y")


def answer(path: Path) -> Iterator[Row]:
    """Country, sector and title of the actor that each mention names."""
    known = knowledge()
    asked = list(inputs(path, also=("date",)))
    documents = [_document(row) for row in asked]
    for row, document, read in zip(asked, documents, parse(documents), strict=True):
        yield named(row) | told(find(document, read.sentences, known), row.get("context"), known, document.text)


def _document(row: Row) -> Document:
    text = row["text"]
    digest = text_sha256(text)
    return Document(
        id=str(key(row)), source="bench", text=text, text_sha256=digest, raw_sha256=digest, language="en",
        published=day(row.get("date")), published_basis="given",
    )  # fmt: skip


def day(written: str | None) -> str:
    """A date as the rows write it."""
    for form in WRITTEN:
        try:
            return datetime.strptime(written or "", form).date().isoformat()
        except ValueError:
            continue
    return date.fromisoformat(ABOUT_TODAY).isoformat()


def told(found: Sequence[Mention], context: str | None, known: Knowledge, text: str) -> Row:
    """What the mentions of a short text come to: its widest actor, with the country of another where it has none."""
    if not found:
        return {"country": _of_context(context, known) or "", "code_1": _of_words(text, known), "wiki": ""}
    main = max(found, key=lambda m: (m.kind not in ("place",), m.end - m.start, m.confidence))
    country = main.country or _code(main, known) or _of_others(found, known) or _of_context(context, known)
    return {
        "country": country or "",
        "code_1": _sector(main, found) or _of_noun(main, text, known),
        "wiki": _title(main, known, text),
    }


def _code(mention: Mention, known: Knowledge) -> str | None:
    """The code in the country's place of an organisation: IGO, UNO, EUR."""
    body = known.organisations.get(mention.organisation or "")
    return body.code if body and body.code in ("IGO", "UNO", "EUR", "IMG") else None


def _of_others(found: Sequence[Mention], known: Knowledge) -> str | None:
    return next((m.country for m in found if m.country), None)


def _of_context(context: str | None, known: Knowledge) -> str | None:
    for hit in known.surfaces.hits(context or ""):
        for surface in hit.surfaces:
            if surface.kind in ("state", "adjective"):
                return known.country(surface.target)
    return None


def _sector(main: Mention, found: Sequence[Mention]) -> str:
    if main.kind in ("person", "office") and main.sector == "IGO":
        return "GOV"
    if main.sector and main.sector not in ("IGO", "UNO", "EUR", "NGO"):
        return main.sector
    if main.kind == "place":
        return main.sector or "CVL"
    return next((m.sector for m in found if m.sector and m is not main and m.kind != "place"), "") or ""


def _of_noun(main: Mention, text: str, known: Knowledge) -> str:
    """The sector that a noun beside a country tells: *Burkina Faso's displaced*."""
    return "" if main.kind in ("person", "place") or main.organisation else _of_words(text, known)


def _of_words(text: str, known: Knowledge) -> str:
    """The sector of the last noun for an actor; a text that names nobody has no other."""
    return sector_of_name(text, known) or ""


def _title(main: Mention, known: Knowledge, text: str) -> str:
    """The name under which an encyclopedia has the actor: only for one that the tables know by name."""
    person = known.persons.get(main.actor or "")
    if person is not None and main.kind == "person":
        return person.article or person.name
    organisation = known.organisations.get(main.actor or "")
    organ = known.organs.get(main.actor or "") or known.organs.get(main.organisation or "")
    if organ is not None and any(s.target == organ.id for hit in known.surfaces.hits(text) for s in hit.surfaces):
        return _article(organ, text)
    if main.kind == "place" or main.reason == "capital for its government":
        city = known.place(main.name or "")
        return city.name if city else main.name or ""
    if main.kind == "organisation" and main.actor is None and main.sector and " " in (main.name or ""):
        return main.name or ""
    return organisation.name if organisation is not None and main.kind == "organisation" else ""


def _is_said(organ: Organ, text: str) -> bool:
    return re.sub("^the ", "", text.lower()) in (s.lower() for s in organ.surfaces)


def _article(organ: Organ, text: str) -> str:
    """A building's name has an article of its own (*The Pentagon*); an abbreviation has that of what it stands for."""
    building = _is_said(organ, text) and organ.kind in BUILDINGS and len(text.split()) == 2 and not text.isupper()
    return text if building and text.lower().startswith("the ") else organ.name


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Each field on the rows that ask for it; nothing where a mention must resolve to nothing."""
    gold, said = rows(path), by_key(predictions)
    if not any("expect" in row for row in gold):
        return {}
    out: Figures = {"n": len(gold)}
    for field, names in FIELDS.items():
        items = [(r, r["expect"][k]) for r in gold for k in names if k in (r["expect"] or {}) and not r["expect_null"]]
        right = sum(key(r) in said and same(field, want, answered(said, r, field)) for r, want in items)
        out |= {f"{field}_accuracy": ratio(right, len(items)), f"{field}_n": len(items)}
    nothing = [r for r in gold if r["expect_null"]]
    silent = sum(key(r) in said and not any(answered(said, r, f) for f in FIELDS) for r in nothing)
    asked = [r for r in gold if not r["expect_null"]]
    empty = sum(not any(answered(said, r, f) for f in FIELDS) for r in asked)
    return out | {"null_accuracy": ratio(silent, len(nothing)), "abstained": ratio(empty, len(asked))}


def answered(said: dict[Any, Row], row: Row, field: str) -> str | None:
    """What a prediction says of a field, under any of its names."""
    told = said.get(key(row), {})
    return next((told.get(name) for name in FIELDS[field] if told.get(name)), None)


def same(field: str, want: Any, have: str | None) -> bool:
    """Is an answer the one wanted, or one of those that are?"""
    if isinstance(want, dict):
        return any(same(field, one, have) for one in want["one_of"])
    if field != "person":
        return (want or "") == (have or "")
    return _bare(want) == _bare(have)


def _bare(title: str | None) -> str:
    return re.sub(r"\s*\(.*\)$", "", plain(title).replace("_", " ")).strip()


TASK = Task("actors", answer, score, rate=Rate("mentions_per_s"))
