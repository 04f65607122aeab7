"""`attribution`: figures as the reference scorer has them, both readings, and answers without gold."""

import json
from pathlib import Path
from typing import Any

from demarche.bench.attribution import TASK
from demarche.bench.rows import write_rows
from demarche.bench.runner import report

from .gold import gold, needs_gold, needs_scorers, reference

TEXT = "The minister said that the port was open. Traders hope to return."
SAID = {
    "source": [{"start": 0, "end": 12}], "cue": [{"start": 13, "end": 17}], "content": [{"start": 18, "end": 40}],
}  # fmt: skip
HOPED = {
    "source": [{"start": 42, "end": 49}], "cue": [{"start": 50, "end": 54}], "content": [{"start": 55, "end": 64}],
}  # fmt: skip


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_two_readings(tmp_path: Path) -> None:
    row = {"doc_id": "d", "date": "2022-07-29", "text": TEXT, "attributions": [SAID, HOPED]}
    figures = report(TASK, written(tmp_path / "gold.jsonl", row)).figures
    assert (figures["linked_f1"], figures["linked_overlap_f1"], figures["content_f1"]) == (1.0, 1.0, 1.0)
    assert (figures["speech"]["predicted"], figures["speech"]["linked_overlap"]["precision"]) == (1, 1.0)


def test_without_gold_the_answers_are_the_same(tmp_path: Path) -> None:
    bare = written(tmp_path / "bare.jsonl", {"doc_id": "d", "date": "2022-07-29", "text": TEXT})
    figures = report(TASK, bare, predictions=tmp_path / "p.jsonl").figures
    told = json.loads((tmp_path / "p.jsonl").read_text(encoding="utf-8"))
    assert figures["linked_f1"] is None
    assert told == {"doc_id": "d", "attributions": [SAID, HOPED], "speech": [SAID]}


@needs_gold
@needs_scorers
def test_agrees_with_the_reference(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    lines = gold("attribution/polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()[::12]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = list(TASK.answer(file))
    write_rows(told, tmp_path / "p.jsonl")
    theirs, ours = reference("attribution", tmp_path / "p.jsonl", file), TASK.score(told, file)
    assert {k: ours[k] for k in theirs if k in ours} == {k: v for k, v in theirs.items() if k in ours}
    assert {"linked_overlap_f1", "linked_f1", "content_f1", "source_f1", "cue_f1"} <= theirs.keys() & ours.keys()
