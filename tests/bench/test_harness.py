"""The harness: what a task may see, what a report holds, and that floors only rise."""

import gzip
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from demarche.bench import TASKS, task
from demarche.bench.card import card
from demarche.bench.documents import document
from demarche.bench.floors import Floor, floors, gold_digest, sampled, under
from demarche.bench.pin import as_toml, bound, pinned
from demarche.bench.rows import inputs, rows, write_rows
from demarche.bench.runner import complete, report
from demarche.bench.show import as_json, print_table
from demarche.bench.task import Task
from demarche.model import BadInput, BadKnowledge, UsageError

ITEM = {"id": "r1", "text": "They met.", "date": "2022-03-05", "silver": {"mode": "meeting"}, "licence": "x"}


def test_an_unknown_task_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="readouts"):
        task("redouts")


@pytest.mark.parametrize("name", TASKS)
def test_every_task_has_a_module_and_a_card(name: str) -> None:
    known = task(name)
    assert known.name == name
    assert known.question.endswith("?")
    assert known.figures
    assert all(data.licence for data in known.card.data)


def test_a_missing_card_is_said() -> None:
    with pytest.raises(BadKnowledge, match=r"nothing\.toml"):
        card("nothing")


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_answers_never_see_the_gold(name: str, tmp_path: Path) -> None:
    line = msgspec.json.encode(ITEM) + b"\n\n"
    (tmp_path / name).write_bytes(gzip.compress(line) if name.endswith("gz") else line)
    assert rows(tmp_path / name) == [ITEM]
    assert list(inputs(tmp_path / name)) == [{"id": "r1", "text": "They met.", "date": "2022-03-05"}]
    assert "licence" in next(inputs(tmp_path / name, also={"licence"}))


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": 1}\n{"id": \n', encoding="utf-8")
    with pytest.raises(BadInput, match="line 2"):
        rows(tmp_path / "gold.jsonl")


def test_a_folder_or_a_broken_archive_in_a_file_s_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl.gz").write_bytes(gzip.compress(b"x" * 1000)[:20])
    for path in (tmp_path, tmp_path / "gold.jsonl.gz"):
        with pytest.raises(BadInput, match="cannot be read"):
            rows(path)


def test_an_item_of_another_kind_is_said() -> None:
    with pytest.raises(BadInput, match="item r9: has no `text`"):
        document({"id": "r9", "sentence": "They met."})


def test_a_file_in_a_folder_s_place_is_said(tmp_path: Path) -> None:
    write_rows([ITEM], tmp_path / "gold.jsonl")
    with pytest.raises(UsageError, match="no folder"):
        report(task("records"), tmp_path / "gold.jsonl")


def toy(scores: dict) -> Task:
    return Task("readouts", lambda path: [{"id": row["id"]} for row in inputs(path)], lambda told, path: dict(scores))


def test_a_report_has_every_key_and_null_without_gold(tmp_path: Path) -> None:
    write_rows([ITEM], tmp_path / "gold.jsonl")
    found = report(toy({}), tmp_path / "gold.jsonl", predictions=tmp_path / "out" / "p.jsonl")
    assert found.figures["n"] == 1
    assert {found.figures[key] for key in ("mode_recall", "country_recall", "both_recall")} == {None}
    assert (tmp_path / "out" / "p.jsonl").read_bytes() == b'{"id":"r1"}\n'
    assert msgspec.json.decode(as_json(found))["task"] == "readouts"


def test_a_report_as_a_table(tmp_path: Path) -> None:
    write_rows([ITEM], tmp_path / "gold.jsonl")
    console = Console(record=True, width=100, file=(tmp_path / "shown").open("w"))
    print_table(report(toy({"mode_recall": 0.5}), tmp_path / "gold.jsonl"), card("readouts"), console)
    shown = console.export_text()
    assert "0.5" in shown
    assert "no gold" in shown


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        report(toy({}), tmp_path / "none.jsonl")


def test_keys_of_tables_are_completed_inside_them() -> None:
    full = complete({"act": {"recall": 0.5, "gold": 2}, "n": 3}, ["act.recall", "act.precision", "offsets"])
    assert full == {"act": {"recall": 0.5, "gold": 2, "precision": None}, "offsets": None, "n": 3}


def test_a_sample_is_spread_over_the_file(tmp_path: Path) -> None:
    write_rows([{"id": n} for n in range(10)], tmp_path / "gold.jsonl")
    with sampled(tmp_path / "gold.jsonl", 3) as part:
        assert [row["id"] for row in rows(part)] == [0, 3, 6]


CARD = card("readouts")
OLD = Floor(gold="g", figures={"mode_recall": 0.7, "false_per_doc": 0.3})


def test_a_floor_rises_with_the_figure() -> None:
    new, fallen = pinned(CARD, "g", {"mode_recall": 0.8, "false_per_doc": 0.2}, OLD, None)
    assert (new.figures, fallen) == ({"mode_recall": 0.796, "false_per_doc": 0.204}, [])


def test_a_floor_stays_where_the_figure_lies_within_the_margin() -> None:
    new, fallen = pinned(CARD, "g", {"mode_recall": 0.701, "false_per_doc": 0.299}, OLD, None)
    assert (new.figures, fallen) == (OLD.figures, [])


def test_a_floor_goes_down_only_with_a_reason() -> None:
    low = {"mode_recall": 0.6, "false_per_doc": 0.4}
    new, fallen = pinned(CARD, "g", low, OLD, None)
    assert new == OLD
    assert [words.split()[0] for words in fallen] == ["mode_recall", "false_per_doc"]
    new, fallen = pinned(CARD, "g", low, OLD, "the gold was mended")
    assert fallen == []
    assert new.figures == {"mode_recall": 0.596, "false_per_doc": 0.404}
    assert (new.lowered or "").endswith("the gold was mended")


def test_other_gold_is_another_floor() -> None:
    new, fallen = pinned(CARD, "h", {"mode_recall": 0.6}, OLD, None)
    assert (new.gold, new.figures, fallen) == ("h", {"mode_recall": 0.596}, [])


def test_a_missing_figure_is_under_its_floor() -> None:
    assert under(CARD, OLD, {"mode_recall": 0.7}) == ["false_per_doc is None, pinned at most 0.3"]


@pytest.mark.parametrize(
    ("value", "less", "held"), [(1.0, False, 0.996), (0.0, True, 0.0), (0.5, False, 0.496), (7.0, True, 7.0)]
)
def test_bounds(value: float, less: bool, held: float) -> None:
    assert bound(value, less_is_better=less) == held


def test_an_exact_figure_has_no_margin() -> None:
    new, _ = pinned(card("records"), "g", {"offsets": 1.0}, None, None)
    assert new.figures == {"offsets": 1.0}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    held = {"readouts": {"readouts/a.jsonl": OLD, "b": Floor(gold="x", figures={"act.recall": 1}, lowered='"why" \\')}}
    (tmp_path / "floors.toml").write_text(as_toml(held), encoding="utf-8")
    assert floors(tmp_path / "floors.toml") == held


def test_the_digest_of_a_folder_knows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    first = gold_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert gold_digest(tmp_path) != first
