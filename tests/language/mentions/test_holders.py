"""Offices at a day: phrases, days and who held the post then, written from general knowledge, 2020 to 2025."""

import csv
from pathlib import Path

from demarche.language.mentions.short import mentions_in
from demarche.lexicon import Knowledge, knowledge

ROWS = tuple(csv.DictReader(Path(__file__).with_name("holders.csv").open(encoding="utf-8", newline="")))
SHARE = 0.97


def meant(phrase: str, day: str) -> str | None:
    found = mentions_in(f"{phrase} spoke on Tuesday.", day)
    return found[0].actor if found and found[0].start == 0 else None


def is_right(known: Knowledge, row: dict[str, str]) -> bool:
    actor = meant(row["phrase"], row["day"])
    return actor is not None and actor in (known.called(row["person"]) or known.like(row["person"]))


def test_offices_at_a_day() -> None:
    known = knowledge()
    wrong = [f"{row['phrase']} on {row['day']}" for row in ROWS if not is_right(known, row)]
    assert len(ROWS) >= 300
    assert len(wrong) <= (1 - SHARE) * len(ROWS), wrong


def test_after_what_is_vouched_for_the_holder_is_the_last_known_one() -> None:
    found = mentions_in("The Russian foreign minister", "2031-01-01")
    assert found[0].name == "Sergey Lavrov"
    assert found[0].reason == "last known holder of the office"
    assert found[0].confidence < 0.7
