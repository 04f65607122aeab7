"""The actors task: what a short text comes to, and agreement with the reference scorer."""

from pathlib import Path

import pytest

from demarche.bench.actors import TASK, day, score
from demarche.bench.rows import write_rows

from .gold import gold, needs_gold, needs_scorers, reference

ANSWERS = [
    ("Armenian Prime Minister Nikol Pashinyan", "2022-06-01", ("ARM", "GOV", "Nikol Pashinyan")),
    ("the Collective Security Treaty Organization", None, ("IGO", "MIL", "Collective Security Treaty Organization")),
    ("Ukrainian soldiers", None, ("UKR", "MIL", "")),
    ("Norway's central bank", None, ("NOR", "GOV", "")),
]


@pytest.mark.parametrize(("text", "when", "expected"), ANSWERS)
def test_what_a_mention_comes_to(text: str, when: str | None, expected: tuple[str, str, str], tmp_path: Path) -> None:
    write_rows([{"id": "a", "text": text, "context": None, "date": when}], tmp_path / "in.jsonl")
    (told,) = TASK.answer(tmp_path / "in.jsonl")
    assert (told["country"], told["code_1"], told["wiki"]) == expected


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2022-04-01", "2022-04-01"), ("12 April 2022", "2022-04-12"), ("today", "2022-07-01"), (None, "2022-07-01")],
)
def test_dates_of_rows(written: str | None, meant: str) -> None:
    assert day(written) == meant


@needs_gold
@needs_scorers
def test_agrees_with_the_reference_scorer(tmp_path: Path) -> None:
    asked = gold("actors/mentions_dev.jsonl")
    predictions = list(TASK.answer(asked))
    write_rows(predictions, tmp_path / "told.jsonl")
    ours, theirs = score(predictions, asked), reference("actors", tmp_path / "told.jsonl", asked)
    assert {k: v for k, v in ours.items() if k in theirs} == theirs
