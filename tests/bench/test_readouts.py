"""The scorer of readouts: cases, and agreement with the reference scorer."""

import random
from pathlib import Path

import pytest

from demarche.bench.readouts import TASK, engagement, score
from demarche.bench.rows import rows, write_rows
from demarche.bench.runner import report
from demarche.model import Engagement, Participant, When

from .gold import gold, needs_gold, needs_scorers, reference

SILVER = {"id": "r1", "date": "2022-03-05", "silver": {"mode": "call", "counterpart_iso3": ["ISR"]}}


def told(
    mode: str = "call", status: str = "happened", countries: str = "RUS ISR", day: str | None = "2022-03-05"
) -> dict:
    date = {"start": day, "end": day} if day else None
    return {"mode": mode, "status": status, "countries": countries.split(), "date": date}


CASES = [
    ([told()], (1.0, 1.0, 1.0, 0.0), "right"),
    ([], (0.0, 0.0, 0.0, 0.0), "nothing told"),
    ([told(status="planned")], (1.0, 1.0, 0.0, 0.0), "a plan is no call that took place"),
    ([told(mode="meeting")], (0.0, 1.0, 0.0, 1.0), "a meeting contradicts a call"),
    ([told(countries="RUS DEU")], (1.0, 0.0, 0.0, 1.0), "somebody else, that very day"),
    ([told(countries="RUS DEU", day="2022-01-05")], (1.0, 0.0, 0.0, 0.0), "somebody else, long ago"),
    ([told(), told(countries="RUS DEU", day=None)], (1.0, 1.0, 1.0, 1.0), "a date unknown may be that day"),
    ([told(), told(countries="RUS DEU"), told(countries="DEU RUS")], (1.0, 1.0, 1.0, 1.0), "counted once"),
]


@pytest.mark.parametrize(("engagements", "figures", "why"), CASES, ids=[case[2] for case in CASES])
def test_scores(engagements: list[dict], figures: tuple[float, ...], why: str, tmp_path: Path) -> None:
    write_rows([SILVER], tmp_path / "gold.jsonl")
    found = score([{"id": "r1", "engagements": engagements}], tmp_path / "gold.jsonl")
    assert tuple(found[k] for k in ("mode_recall", "country_recall", "both_recall", "false_per_doc")) == figures


def test_no_silver_no_figures(tmp_path: Path) -> None:
    write_rows([{"id": "r1", "text": "They spoke.", "silver": {}}], tmp_path / "gold.jsonl")
    assert score([{"id": "r1", "engagements": [told()]}], tmp_path / "gold.jsonl") == {}


def test_the_answer_is_the_same_without_the_silver(tmp_path: Path) -> None:
    text = "President Biden spoke by phone with President Xi Jinping of China on Thursday. The call lasted two hours."
    bare = {"id": "r1", "date": "2022-07-28", "text": text, "title": "Readout of a call", "publisher": "White House"}
    write_rows([bare], tmp_path / "bare.jsonl")
    write_rows([bare | {"silver": {"mode": "visit", "counterpart_iso3": ["FRA"]}}], tmp_path / "gold.jsonl")
    without, with_silver = report(TASK, tmp_path / "bare.jsonl"), report(TASK, tmp_path / "gold.jsonl")
    assert list(TASK.answer(tmp_path / "bare.jsonl")) == list(TASK.answer(tmp_path / "gold.jsonl"))
    assert without.figures["both_recall"] is None
    assert with_silver.figures["both_recall"] == 0.0


def test_a_claim_is_shortened() -> None:
    people = (Participant(country="USA"), Participant(country="RUS"), Participant(country="USA"), Participant(name="X"))
    claim = Engagement(
        document="d", start=0, end=1, quote="x", found_by="t/1", mode="call", status="happened", participants=people,
        date=When(start="2022-07-29", end="2022-07-29"),
    )  # fmt: skip
    assert engagement(claim) == {
        "mode": "call",
        "status": "happened",
        "countries": ["RUS", "USA"],
        "date": {"start": "2022-07-29", "end": "2022-07-29"},
    }


@needs_gold
@needs_scorers
def test_agrees_with_the_reference(tmp_path: Path) -> None:
    path = gold("readouts/readouts_dev.jsonl.gz")
    dice = random.Random(1)
    predictions = [{"id": row["id"], "engagements": list(_guesses(row, dice))} for row in rows(path)][::-1][:2000]
    TASK.write(predictions, tmp_path / "p.jsonl")
    theirs = reference("readouts", tmp_path / "p.jsonl", path)
    assert score(predictions, path) == theirs
    assert 0 < theirs["both_recall"] < 1


def _guesses(row: dict, dice: random.Random):
    silver = row["silver"]
    for _ in range(dice.randrange(3)):
        right = dice.random() < 0.7
        yield told(
            mode=(silver.get("mode") if right else None) or dice.choice(["call", "meeting", "visit", "talks"]),
            status=dice.choice(["happened", "happened", "planned"]),
            countries=" ".join((silver.get("counterpart_iso3") if right else None) or ["FRA", "DEU"]),
            day=dice.choice([row["date"][:10], "2022-01-01", None]),
        )
