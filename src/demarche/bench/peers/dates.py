"""Dates: dateparser's search against ours, on files of `time`, by the figures of that task.

dateparser gives a string and a moment: the string is looked for in the text after the one before, the day of the moment
is the value. It knows no weeks, months or lengths as values of their own, so its value F1 is bounded; days are compared
in `calendar_accuracy` and `expression_accuracy`.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from demarche.bench import time
from demarche.bench.documents import document
from demarche.bench.peers.asked import OURS, Line, Peer, present, timed
from demarche.bench.rows import Row, inputs, named

UNDATED = "1970-01-01"
WANTED = ("gold", "predicted", "relaxed_f1", "value_f1", "calendar_accuracy", "expression_accuracy")


def _dateparser(file: Path) -> Iterator[Row]:
    from dateparser.search import search_dates

    for row in inputs(file):
        base = datetime.fromisoformat(document(row).published or UNDATED)
        settings: Any = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found = search_dates(row["text"], languages=["en"], settings=settings) or []
        yield named(row) | _placed(row["text"], [(words, moment.date().isoformat()) for words, moment in found])


def _placed(text: str, found: list[tuple[str, str]]) -> Row:
    timex, expressions, after = [], [], 0
    for words, day in found:
        start = text.find(words, after)
        if start < 0:
            continue
        after = start + len(words)
        timex.append({"start": start, "end": after, "type": "DATE", "value": day})
        expressions.append({"start": start, "end": after, "from": day, "to": None})
    return {"timex": timex, "expressions": expressions}


PEERS = (Peer("dateparser", _dateparser),)


def lines(file: Path) -> Iterator[Line]:
    """A line for ours and for each peer."""
    size = sum(len(str(row.get("text"))) for row in inputs(file))
    found, seconds = timed(lambda: list(time.answer(file)))
    yield {"peer": OURS} | _figures(found, file, size, seconds)
    for peer, line in present(PEERS):
        if peer is None:
            yield line
            continue
        found, seconds = timed(lambda p=peer: list(p.answer(file)))  # type: ignore[misc]
        yield line | _figures(found, file, size, seconds)


def _figures(found: list[Row], file: Path, size: int, seconds: float) -> Line:
    scored = time.score(found, file)
    return {name: scored[name] for name in WANTED if name in scored} | {
        "cpu_s": round(seconds, 2), "docs_per_cpu_s": round(len(found) / seconds, 1),
        "kb_per_cpu_s": round(size / 1000 / seconds),
    }  # fmt: skip
