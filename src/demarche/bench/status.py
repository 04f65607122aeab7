"""What became of given events: happened, future, denied or uncertain, and how sure that is from -3 to 3."""

from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import macro_f1, ratio
from demarche.bench.rows import Row, by_key, inputs, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.claims.scene import Scene, scenes
from demarche.claims.status import event_status, factuality
from demarche.language.parse import parse
from demarche.model.values import Status

CLASSES: dict[Status, str] = {
    "happened": "happened", "ongoing": "happened", "planned": "future",
    "expected": "uncertain", "proposed": "uncertain", "hypothetical": "uncertain", "threatened": "uncertain",
    "disputed": "uncertain", "refused": "denied", "denied": "denied", "cancelled": "denied", "postponed": "denied",
}  # fmt: skip
"""Only what somebody has fixed is future; what is hoped for, asked for or feared is not certain to come."""

READ = {
    "planned": "future", "expected": "future", "proposed": "future", "negated": "denied", "cancelled": "denied",
    "hypothetical": "uncertain",
}  # fmt: skip
"""How the reference reads other systems' words."""


def answer(path: Path) -> Iterator[Row]:
    """A status and a label for every event whose place is given."""
    for row in inputs(path, also=("events",)):
        read = document(row)
        (parsed,) = parse([read])
        around = list(scenes(read, parsed))
        asked = [(e["start"], e["end"]) for e in row.get("events") or []]
        yield named(row) | {"events": [_told(around, start, end) for start, end in asked]}


def _told(around: Sequence[Scene], start: int, end: int) -> Row:
    place = found_at(around, start, end)
    if place is None:
        return {"start": start, "end": end, "status": "happened", "label": 0.0}
    return {"start": start, "end": end, "status": CLASSES[event_status(*place)], "label": factuality(*place)}


def found_at(around: Sequence[Scene], start: int, end: int) -> tuple[Scene, int] | None:
    """The sentence of a stretch and its head word there, null where no word is."""
    scene = next((s for s in around if s.sentence.start <= start < s.sentence.end), None)
    if scene is None:
        return None
    inside = [i for i, t in enumerate(scene.tokens) if t.start < end and start < t.end]
    heads = [i for i in inside if scene.tokens[i].head not in inside]
    return (scene, heads[0]) if heads else None


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Classes against certainty, polarity and time; labels by correlation and mean error, none counting as 0."""
    told = by_key(predictions)
    classes: list[tuple[str, str]] = []
    numbers: list[tuple[float, float | None]] = []
    for row in rows(path):
        mine = {(e["start"], e["end"]): e for e in _of(told, row)}
        for event in row.get("events") or []:
            given = mine.get((event["start"], event["end"]), {})
            if "certainty" in event and (wanted := status(event)):
                classes.append((wanted, READ.get(str(given.get("status")), str(given.get("status")))))
            elif "label" in event:
                numbers.append((event["label"], given.get("label")))
    return _of_classes(classes) | _of_numbers(numbers)


def _of(told: dict[Any, Row], row: Row) -> list[Row]:
    name = row["id"] if row.get("id") is not None else row.get("doc_id")
    return told.get(name, {}).get("events") or []


def status(event: Row) -> str | None:
    """What the gold's certainty, polarity and time come to; null where it is not asked."""
    if "COND" in str(event.get("special_cases")):
        return "uncertain"
    if event["polarity"] == "NEG":
        return "denied"
    if event["certainty"] in ("POSSIBLE", "PROBABLE"):
        return "uncertain"
    if (event["certainty"], event["polarity"]) == ("CERTAIN", "POS"):
        return {"NON_FUTURE": "happened", "FUTURE": "future"}.get(event["time"])
    return None


def _of_classes(pairs: list[tuple[str, str]]) -> Figures:
    if not pairs:
        return {}
    macro, by_class = macro_f1(pairs)
    return {"macro_f1": macro, "by_status": by_class, "accuracy": ratio(sum(a == b for a, b in pairs), len(pairs))}


def _of_numbers(pairs: list[tuple[float, float | None]]) -> Figures:
    if not pairs:
        return {}
    wanted, given = [a for a, _ in pairs], [b or 0.0 for _, b in pairs]
    error = sum(abs(a - b) for a, b in zip(wanted, given, strict=True)) / len(pairs)
    answered = sum(b is not None for _, b in pairs)
    return {"r": round(pearson(wanted, given), 4), "mae": round(error, 4), "answered": answered}


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The correlation of two rows of numbers, nought where one of them never changes."""
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    sx, sy = sqrt(sum((x - mx) ** 2 for x in xs)), sqrt(sum((y - my) ** 2 for y in ys))
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / (sx * sy) if sx and sy else 0.0


TASK = Task("status", answer, score, rate=Rate("items_per_s"))
