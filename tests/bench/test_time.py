"""`time`: figures as the reference scorer has them, both shapes of its files, and the days of events."""

import json
from pathlib import Path
from typing import Any

from demarche.bench.rows import write_rows
from demarche.bench.runner import report
from demarche.bench.time import TASK

from .gold import gold, needs_gold, needs_scorers, reference

TEXT = "The ministers met on Wednesday. They will meet again in August."


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_expressions_and_events(tmp_path: Path) -> None:
    timex = [
        {"start": 21, "end": 30, "type": "DATE", "value": "2022-07-27"},
        {"start": 56, "end": 62, "type": "DATE", "value": "2022-08"},
    ]
    events = [
        {"start": 14, "end": 17, "event_date": {"time": "2022-07-27"}},
        {"start": 42, "end": 46, "event_date": {"time": "2022-08-XX"}},
    ]
    row = {"doc_id": "d", "dct": "2022-07-29", "text": TEXT, "timex": timex, "events": events}
    figures = report(TASK, written(tmp_path / "gold.jsonl", row)).figures
    wanted = ("strict_f1", "value_f1", "calendar_accuracy", "event_date_accuracy")
    assert [figures[k] for k in wanted] == [1.0, 1.0, 1.0, 1.0]


def test_single_expressions(tmp_path: Path) -> None:
    rows = [
        {
            "id": "r", "dct": "2016-11-07", "text": "It happened three days ago.",
            "expressions": [{"start": 12, "end": 26, "scored": True, "accepted": [["2016-11-04", None]]}],
        },
        {
            "id": "s", "dct": "2016-11-07", "text": "Nothing was said.",
            "expressions": [{"start": 0, "end": 7, "scored": True, "accepted": [["2016-11-08", None]]}],
        },
    ]  # fmt: skip
    assert report(TASK, written(tmp_path / "gold.jsonl", *rows)).figures["expression_accuracy"] == 0.5


def test_without_gold_the_answers_are_the_same(tmp_path: Path) -> None:
    bare = written(tmp_path / "bare.jsonl", {"id": "d", "dct": "2022-07-29", "text": TEXT})
    figures = report(TASK, bare, predictions=tmp_path / "p.jsonl").figures
    told = json.loads((tmp_path / "p.jsonl").read_text(encoding="utf-8"))
    assert figures["value_f1"] is None
    assert [t["value"] for t in told["timex"]] == ["2022-07-27", "2022-08"]


@needs_gold
@needs_scorers
def test_agrees_with_the_reference(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    lines = gold("time/meantime_dev.jsonl").read_text(encoding="utf-8").splitlines()[::8]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = list(TASK.answer(file))
    write_rows(told, tmp_path / "p.jsonl")
    theirs, ours = reference("time", tmp_path / "p.jsonl", file), TASK.score(told, file)
    assert {k: ours[k] for k in theirs if k in ours} == {k: v for k, v in theirs.items() if k in ours}
    assert {"value_f1", "calendar_accuracy", "event_date_accuracy"} <= theirs.keys() & ours.keys()
