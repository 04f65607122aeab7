"""`status`: figures as the reference scorer has them, answers without gold, an answer for every event."""

import json
from pathlib import Path
from typing import Any

import pytest

from demarche.bench.rows import write_rows
from demarche.bench.runner import report
from demarche.bench.status import TASK

from .gold import gold, needs_gold, needs_scorers, reference

TEXT = "The ministers met on Wednesday. They will meet again in August, but the presidents did not call each other."
PLACES = [(14, 17), (42, 46), (91, 95)]


def written(path: Path, row: dict[str, Any]) -> Path:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def certain(start: int, end: int, polarity: str, time: str) -> dict[str, Any]:
    return {"start": start, "end": end, "certainty": "CERTAIN", "polarity": polarity, "time": time}


def test_classes(tmp_path: Path) -> None:
    kinds = (("POS", "NON_FUTURE"), ("POS", "FUTURE"), ("NEG", "NON_FUTURE"))
    events = [certain(*place, *kind) for place, kind in zip(PLACES, kinds, strict=True)]
    figures = report(TASK, written(tmp_path / "gold.jsonl", {"doc_id": "d", "text": TEXT, "events": events})).figures
    assert (figures["macro_f1"], figures["accuracy"], figures["r"]) == (1.0, 1.0, None)


def test_labels(tmp_path: Path) -> None:
    labels = (3.0, -1.0, -3.0)
    events = [{"start": a, "end": b, "label": x} for (a, b), x in zip(PLACES, labels, strict=True)]
    figures = report(TASK, written(tmp_path / "gold.jsonl", {"id": "d", "text": TEXT, "events": events})).figures
    assert figures["r"] > 0.7
    assert figures["macro_f1"] is None


def test_without_gold_the_answers_are_the_same(tmp_path: Path) -> None:
    events = [{"start": a, "end": b} for a, b in PLACES]
    bare = written(tmp_path / "bare.jsonl", {"doc_id": "d", "text": TEXT, "events": events})
    figures = report(TASK, bare, predictions=tmp_path / "p.jsonl").figures
    told = json.loads((tmp_path / "p.jsonl").read_text(encoding="utf-8"))
    assert figures["macro_f1"] is None
    assert [e["status"] for e in told["events"]] == ["happened", "future", "denied"]
    assert all(-3 <= e["label"] <= 3 for e in told["events"])


@needs_gold
@needs_scorers
@pytest.mark.parametrize("name", ["meantime_dev", "uds_dev"])
def test_agrees_with_the_reference(name: str, tmp_path: Path) -> None:
    some = tmp_path / "some.jsonl"
    lines = gold(f"status/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    some.write_text("\n".join(lines[:: 8 if name == "meantime_dev" else 40]) + "\n", encoding="utf-8")
    answers = list(TASK.answer(some))
    write_rows(answers, tmp_path / "p.jsonl")
    theirs = reference("status", tmp_path / "p.jsonl", some)
    ours = TASK.score(answers, some)
    assert {k: v for k, v in theirs.items() if k not in ("n", "events")} == ours
