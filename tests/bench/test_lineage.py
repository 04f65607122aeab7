"""`lineage`: figures as the reference scorer has them, and a copy that outscores an independent answer."""

import json
from pathlib import Path

from demarche.bench.lineage import TASK
from demarche.bench.rows import write_rows
from demarche.bench.runner import report

from .gold import gold, needs_gold, needs_scorers, reference

STORY = (
    "The two delegations met in Geneva on Tuesday. They agreed to reopen four crossings for grain and medicine. "
    "A committee will present its maps in Vienna on 9 September. The opposition demanded a vote in parliament. "
    "Lists of 312 detained soldiers were exchanged through the mediators of the third country."
)
OTHER = "Heavy rain flooded the northern port on Sunday. Engineers brought twelve pumps from the coast to the harbour."


def written(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_pairs_are_counted(tmp_path: Path) -> None:
    file = written(
        tmp_path / "gold.jsonl",
        {"id": "1", "cluster": "a", "text": STORY},
        {"id": "2", "cluster": "a", "text": STORY + " By our staff."},
        {"id": "3", "cluster": "b", "topic": "t", "text": OTHER},
    )
    figures = report(TASK, file).figures
    assert (figures["pair_f1"], figures["wrong_pairs"], figures["candidates"]) == (1.0, 0, 1)


def test_without_gold_the_answers_are_the_same(tmp_path: Path) -> None:
    bare = written(tmp_path / "bare.jsonl", {"id": "1", "text": STORY}, {"id": "2", "text": STORY})
    figures = report(TASK, bare, predictions=tmp_path / "p.jsonl").figures
    told = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()]
    assert figures["pair_f1"] is None
    assert told[0]["cluster"] == told[1]["cluster"] is not None


def test_copy_outscores_an_independent_answer(tmp_path: Path) -> None:
    file = written(
        tmp_path / "gold.jsonl",
        {"id": "0", "task": "q", "category": "orig", "text": STORY},
        {"id": "1", "task": "q", "category": "light", "text": STORY.replace("agreed", "promised")},
        {"id": "2", "task": "q", "category": "non", "text": OTHER},
    )
    assert report(TASK, file).figures["level_auc"] == 1.0


@needs_gold
@needs_scorers
def test_agrees_with_the_reference(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    lines = gold("lineage/lineage_dev.jsonl").read_text(encoding="utf-8").splitlines()[::4]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = list(TASK.answer(file))
    write_rows(told, tmp_path / "p.jsonl")
    theirs, ours = reference("lineage", tmp_path / "p.jsonl", file), TASK.score(told, file)
    assert {k: ours[k] for k in theirs} == theirs
