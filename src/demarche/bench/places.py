"""`places`: names of places found in a text and put in a country, with coordinates."""

from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import overlap, prf, ratio
from demarche.bench.rows import Row, by_key, inputs, key, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.language.parse import parse
from demarche.language.places import find

EARTH = 12742
"""Kilometres through the earth."""
NEAR = 161
"""Kilometres, a hundred miles: the usual bound of a right place (Gritta et al., 2020)."""


def answer(path: Path) -> Iterator[Row]:
    """Each item's places."""
    for row in inputs(path):
        read = document(row)
        (parsed,) = parse([read])
        found = find(read, parsed.sentences)
        yield named(row) | {
            "toponyms": [
                {"start": p.start, "end": p.end, "country": p.country, "lat": p.lat, "lon": p.lon} for p in found
            ]
        }


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Recall asks for the mentions that lie in one country; nationality words and seas are not asked, but no error."""
    gold, told = rows(path), by_key(predictions)
    if not any("toponyms" in row for row in gold):
        return {}
    counts = dict.fromkeys(("asked", "found", "right", "placed", "near", "said", "true"), 0)
    for row in gold:
        wanted, have = row["toponyms"], told.get(key(row), {}).get("toponyms") or []
        counts["said"] += len(have)
        counts["true"] += sum(any(_shared(p, t) for t in wanted) for p in have)
        for toponym in (t for t in wanted if _countries(t)):
            for name, value in _judged(toponym, have).items():
                counts[name] += value
    f = prf(counts["true"], counts["said"], counts["found"], counts["asked"])
    return {
        "gold": counts["asked"], "predicted": counts["said"], "recall": f["recall"], "precision": f["precision"],
        "f1": f["f1"], "country_accuracy": ratio(counts["right"], counts["found"]),
        "within_161_km": ratio(counts["near"], counts["placed"]), "placed": counts["placed"],
    }  # fmt: skip


def _judged(toponym: Row, have: Sequence[Row]) -> dict[str, int]:
    """The answer that shares most with a gold mention: is it there, in its country, near its coordinates?"""
    best = max(have, key=lambda p: _shared(p, toponym), default=None)
    if best is None or not _shared(best, toponym):
        return {"asked": 1}
    placed = best.get("lat") is not None and toponym.get("lat") is not None
    return {
        "asked": 1, "found": 1, "right": best.get("country") in _countries(toponym), "placed": placed,
        "near": placed and _kilometres(best, toponym) <= NEAR,
    }  # fmt: skip


def _countries(toponym: Row) -> set[str]:
    """The countries that are right: none for a sea, a continent, a nationality word."""
    return set() if toponym.get("adjective") else set((toponym.get("country") or "").split("|")) - {""}


def _shared(one: Row, other: Row) -> int:
    return overlap((one["start"], one["end"]), (other["start"], other["end"]))


def _kilometres(one: Row, other: Row) -> float:
    """The great-circle distance (haversine)."""
    a, b, c, d = map(radians, (one["lat"], other["lat"], one["lon"], other["lon"]))
    return EARTH * asin(sqrt(sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin((d - c) / 2) ** 2))


TASK = Task("places", answer, score, rate=Rate("items_per_s"))
