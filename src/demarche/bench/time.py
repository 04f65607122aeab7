"""`time`: expressions of time found and resolved against the day of an article, and the days of given events.

The figures follow the reference scorer (TempEval-3's manner): a dateline is not asked for, and where only the first
sentences are annotated the first six count.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import Pair, overlap, prf, ratio
from demarche.bench.rows import Row, by_key, key, named, rows
from demarche.bench.rows import inputs as lines
from demarche.bench.task import Figures, Rate, Task
from demarche.language.parse import parse
from demarche.language.times import find
from demarche.language.times.attachment import attached
from demarche.language.times.dateline import dateline
from demarche.model import Document, Parsed, Time

CALENDAR = re.compile(r"\d{2,4}(-(\d\d(-\d\d(T.*)?)?|W\d\d|Q\d|H\d|SP|SU|FA|WI))?$")
"""TIMEX3 values that name a century, year, season, quarter, month, week or day."""


def answer(path: Path) -> Iterator[Row]:
    """Each item's expressions, in both shapes that files of this task have, and the days of its events."""
    for row in lines(path, also=("events",)):
        read = document(row)
        (parsed,) = parse([read])
        times = find(read, parsed.sentences)
        answered = {"timex": [_timex(t) for t in times], "expressions": [_days(t) for t in times if t.first]}
        events = [{"start": e["start"], "end": e["end"], "date": _event(e, parsed, times, read)} for e in _events(row)]
        yield named(row) | answered | ({"events": events} if events else {})


def _events(row: Row) -> list[Row]:
    """The places of the events: all that a line's `events` tell."""
    return [{"start": e["start"], "end": e["end"]} for e in row.get("events") or []]


def _timex(time: Time) -> Row:
    return {"start": time.start, "end": time.end, "type": time.type, "value": time.value}


def _days(time: Time) -> Row:
    """From a day to the day after the last, null for a single day."""
    last = None if time.last == time.first or not time.last else date.fromisoformat(time.last) + timedelta(days=1)
    return {"start": time.start, "end": time.end, "from": time.first, "to": last.isoformat() if last else None}


def _event(event: Row, parsed: Parsed, times: Sequence[Time], read: Document) -> str | None:
    """The date that hangs on the event or its verb, else the day of the article."""
    home = next((s for s in parsed.sentences if s.start <= event["start"] < s.end), None)
    time = attached(home, times, event["start"], event["end"]) if home else None
    if time is not None and time.type == "DATE":
        return time.value
    day = read.published or dateline(read.text)
    return str(day) if day else None


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Expressions against gold TIMEX3 and event dates, or against the accepted days of single expressions."""
    gold, told = rows(path), by_key(predictions)
    found: Figures = {}
    if any("timex" in row for row in gold):
        found |= _expressions(gold, told)
    if any("events" in row for row in gold):
        found |= _event_dates(gold, told)
    if any("expressions" in row for row in gold):
        found["expression_accuracy"] = _accepted(gold, told)
    return found


def _in_scope(row: Row, timex: Row) -> bool:
    sentences = row.get("sentences")
    if "last_annotated_sent" not in row or not sentences:
        return True
    limit, (a, b) = sentences[min(5, len(sentences) - 1)][1], (sentences[1] if len(sentences) > 1 else (0, 0))
    return bool(timex["end"] <= limit and not a <= timex["start"] < b)


def _expressions(gold: Sequence[Row], told: dict[Any, Row]) -> Figures:
    counts = dict.fromkeys(("n", "m", "strict", "relaxed", "typed", "valued", "calendar", "right"), 0)
    for row in gold:
        want = [t for t in row["timex"] if not t.get("is_dct") and _in_scope(row, t)]
        have = [t for t in told.get(key(row), {}).get("timex") or [] if t["start"] >= 0 and _in_scope(row, t)]
        for name, value in _matched(want, have).items():
            counts[name] += value
    f1 = {
        k: prf(counts[k], counts["m"], counts[k], counts["n"])["f1"] for k in ("relaxed", "strict", "typed", "valued")
    }
    return {
        "gold": counts["n"], "predicted": counts["m"], "relaxed_f1": f1["relaxed"], "strict_f1": f1["strict"],
        "type_f1": f1["typed"], "value_f1": f1["valued"], "calendar_dates": counts["calendar"],
        "calendar_accuracy": ratio(counts["right"], counts["calendar"]),
    }  # fmt: skip


def _matched(want: Sequence[Row], have: Sequence[Row]) -> dict[str, int]:
    """Each gold expression with the answer that overlaps it most and is not taken yet."""
    places = {_place(t) for t in have}
    counts = dict.fromkeys(("relaxed", "typed", "valued", "calendar", "right"), 0)
    used: set[int] = set()
    for gold in want:
        is_date = bool(gold["type"] in ("DATE", "TIME") and CALENDAR.match(gold.get("value") or ""))
        counts["calendar"] += is_date
        near = [(overlap(_place(gold), _place(t)), -k) for k, t in enumerate(have) if k not in used]
        most, place = max(near, default=(0, 0))
        if most > 0:
            used.add(-place)
            hit = have[-place]
            counts["relaxed"] += 1
            counts["typed"] += hit.get("type") == gold["type"]
            counts["valued"] += hit.get("value") == gold["value"]
            counts["right"] += is_date and str(hit.get("value") or "").startswith(gold["value"].split("T")[0])
    return {"n": len(want), "m": len(have), "strict": sum(_place(t) in places for t in want), **counts}


def _place(timex: Row) -> Pair:
    return timex["start"], timex["end"]


def _event_dates(gold: Sequence[Row], told: dict[Any, Row]) -> Figures:
    """Events with one gold date: right when the answer begins with what is known of it (2008-02-XX is 2008-02)."""
    asked = right = 0
    for row in gold:
        answers = told.get(key(row), {}).get("events") or []
        have = {(e["start"], e["end"]): str(e.get("date") or "") for e in answers}
        for event in row.get("events") or []:
            known = re.sub(r"-?[Xx].*", "", (event.get("event_date") or {}).get("time") or "")
            if known:
                asked, right = asked + 1, right + have.get((event["start"], event["end"]), "").startswith(known)
    return {"event_dates": asked, "event_date_accuracy": ratio(right, asked)} if asked else {}


def _accepted(gold: Sequence[Row], told: dict[Any, Row]) -> float:
    """Of the expressions asked for, those whose answer (the one that overlaps most) starts on an accepted day."""
    asked = right = 0
    for row in gold:
        have = told.get(key(row), {}).get("expressions") or []
        for want in (e for e in row.get("expressions") or [] if e.get("scored")):
            asked += 1
            right += _first_day(want, have) in [first for first, _ in want["accepted"]]
    return ratio(right, asked)


def _first_day(want: Row, have: Sequence[Row]) -> str | None:
    """The first day of the answer that overlaps an expression most."""
    best = max(have, key=lambda e: overlap(_place(want), _place(e)), default=None)
    return str(best["from"]) if best and overlap(_place(want), _place(best)) > 0 else None


TASK = Task("time", answer, score, rate=Rate("items_per_s"))
