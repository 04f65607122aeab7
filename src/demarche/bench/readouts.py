"""Official readouts to the engagements they report: mode, status, countries, days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import ratio
from demarche.bench.rows import Row, by_key, inputs, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.bench.telling import claims_of
from demarche.model import Engagement, When

IN_PERSON = frozenset({"meeting", "visit", "summit"})
AT_A_DISTANCE = frozenset({"call", "virtual_meeting"})


def answer(path: Path) -> Iterator[Row]:
    """Every engagement a readout reports, once each."""
    asked = [(row, document(row)) for row in inputs(path)]
    found = claims_of(read for _, read in asked)
    for row, read in asked:
        own = (claim for claim in found.get(read.id, ()) if isinstance(claim, Engagement) and not claim.generic)
        yield named(row) | {"engagements": once(engagement(claim) for claim in own)}


def once(told: Iterator[Row]) -> list[Row]:
    """Each engagement once, however often the text names it."""
    return [row for _, row in sorted({repr(row): (n, row) for n, row in enumerate(told)}.values(), key=lambda x: x[0])]


def engagement(claim: Engagement) -> Row:
    """A claim in the short form that predictions have."""
    countries = sorted({p.country for p in claim.participants if p.country})
    return {"mode": claim.mode, "status": claim.status, "countries": countries, "date": days(claim.date)}


def days(when: When | None) -> Row | None:
    """The days of a date, null where it names none."""
    return {"start": when.start, "end": when.end} if when and (when.start or when.end) else None


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Against the silver of the rows that have both a mode and a counterpart."""
    asked = [row for row in rows(path) if _is_asked(row.get("silver") or {})]
    if not asked:
        return {}
    told = by_key(predictions)
    found = [_judged(row, told.get(row["id"], {}).get("engagements") or []) for row in asked]
    mode, country, both, false = (sum(each) for each in zip(*found, strict=True))
    n = len(asked)
    shares = {"mode_recall": ratio(mode, n), "country_recall": ratio(country, n), "both_recall": ratio(both, n)}
    return {"n": n, **shares, "false_per_doc": ratio(false, n), "answered": sum(row["id"] in told for row in asked)}


def _is_asked(silver: Row) -> bool:
    return bool(silver.get("mode") and silver.get("counterpart_iso3"))


def _judged(row: Row, engagements: list[Row]) -> tuple[bool, bool, bool, int]:
    """Was the mode told, the counterpart, both of one engagement that took place; and how many were false?"""
    silver = row["silver"]
    modes, there = {silver["mode"], *(silver.get("mode_also_accepted") or [])}, set(silver["counterpart_iso3"])
    need = min(2, len(there))
    with_mode = [e for e in engagements if e.get("mode") in modes]
    met = [len(countries(e) & there) >= need for e in engagements]
    both = any(len(countries(e) & there) >= need and is_real(e) for e in with_mode)
    today = [e for e in engagements if is_real(e) and is_on_the_day(e, row.get("date"))]
    false = [e for e in today if not countries(e) & there or contradicts(e.get("mode"), modes)]
    return bool(with_mode), any(met), both, len({(e.get("mode"), frozenset(countries(e))) for e in false})


def is_real(engagement: Row) -> bool:
    """Is it said to have taken place?"""
    return engagement.get("status") in (None, "happened")


def countries(engagement: Row) -> set[str]:
    """The countries that take part."""
    told = {p.get("country") for p in engagement.get("participants") or []}
    return set(engagement.get("countries") or []) | {country for country in told if country}


def is_on_the_day(engagement: Row, day: str | None) -> bool:
    """Does it touch the document's day or the day before, or give no day at all?"""
    told = engagement.get("date") or {}
    first, last = told.get("start") or told.get("end"), told.get("end") or told.get("start")
    if not day or not first or not last:
        return True
    before = (date.fromisoformat(day[:10]) - timedelta(1)).isoformat()
    return bool(first[:10] <= day[:10] and last[:10] >= before)


def contradicts(mode: str | None, wanted: set[str]) -> bool:
    """A call where they met, or a meeting where they telephoned."""
    if mode == "call":
        return not wanted & AT_A_DISTANCE
    return mode in IN_PERSON and not wanted & IN_PERSON


TASK = Task("readouts", answer, score, rate=Rate("docs_per_s"))
