"""`places`: figures as the reference scorer has them, and what a file without gold gets."""

import json
from pathlib import Path

from demarche.bench.places import TASK
from demarche.bench.rows import write_rows
from demarche.bench.runner import report

from .gold import gold, needs_gold, needs_scorers, reference

TEXT = "The ministers met in Geneva. France sent an envoy, and so did the Syrian government."
GENEVA = {"start": 21, "end": 27, "country": "CHE", "lat": 46.2, "lon": 6.15}
FRANCE = {"start": 29, "end": 35, "country": "FRA"}
SYRIAN = {"start": 66, "end": 72, "country": "SYR", "adjective": True}


def test_found_and_put_in_a_country(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    write_rows([{"doc_id": "d", "text": TEXT, "toponyms": [GENEVA, FRANCE, SYRIAN]}], file)
    figures = report(TASK, file).figures
    wanted = ("recall", "precision", "country_accuracy", "within_161_km", "gold", "placed")
    assert [figures[k] for k in wanted] == [1.0, 1.0, 1.0, 1.0, 2, 1]


def test_a_wrong_country_is_found_and_wrong(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    write_rows([{"doc_id": "d", "text": TEXT, "toponyms": [GENEVA, FRANCE]}], file)
    told = [{"doc_id": "d", "toponyms": [GENEVA | {"country": "USA"}, SYRIAN]}]
    figures = TASK.score(told, file)
    assert (figures["recall"], figures["precision"], figures["country_accuracy"]) == (0.5, 0.5, 0.0)


def test_without_gold_the_answers_are_the_same(tmp_path: Path) -> None:
    bare = tmp_path / "bare.jsonl"
    write_rows([{"doc_id": "d", "text": TEXT}], bare)
    figures = report(TASK, bare, predictions=tmp_path / "p.jsonl").figures
    told = json.loads((tmp_path / "p.jsonl").read_text(encoding="utf-8"))
    assert figures["recall"] is None
    assert [(t["start"], t["country"]) for t in told["toponyms"]] == [(21, "CHE"), (29, "FRA")]


@needs_gold
@needs_scorers
def test_agrees_with_the_reference(tmp_path: Path) -> None:
    file = tmp_path / "some.jsonl"
    lines = gold("places/tr_news_dev.jsonl").read_text(encoding="utf-8").splitlines()[::6]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = list(TASK.answer(file))
    write_rows(told, tmp_path / "p.jsonl")
    theirs, ours = reference("places", tmp_path / "p.jsonl", file), TASK.score(told, file)
    assert {k: ours[k] for k in theirs if k in ours} == {k: v for k, v in theirs.items() if k in ours}
    assert {"recall", "precision", "country_accuracy", "within_161_km"} <= theirs.keys() & ours.keys()
