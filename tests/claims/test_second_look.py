"""Speakers and addressees on Wikinews (MEANTIME, CC BY 4.0), whose annotators worked to other rules: a second look.

`pytest -s` prints the figures. Cues there take in plans and moves that nobody says, so only those found are asked.
"""

import json

from demarche.bench.documents import document
from demarche.bench.rows import Row
from demarche.claims.scene import scenes
from demarche.claims.statements import Attributed, attributed
from demarche.claims.statements.speakers import addressees
from tests.bench.gold import gold, needs_gold
from tests.claims.reading import reader

EVERY = 3
"""Of the articles every third is read: the rest says the same and takes a minute."""


def touches(start: int, end: int, words: Row) -> bool:
    return bool(start < words["end"] and words["start"] < end)


def told(row: Row) -> list[Attributed]:
    doc = document(row)
    return attributed(doc, list(scenes(doc, reader().read(doc))), "wide", nested=True)


@needs_gold
def test_speakers() -> None:
    lines = gold("attribution/meantime_speech_dev.jsonl").read_text(encoding="utf-8").splitlines()[::EVERY]
    asked = found = right = heard = 0
    for row in map(json.loads, lines):
        answers = told(row)
        for event in row["speech_events"]:
            named = [p for p in event["participants"] if p["role"] == "Arg0"]
            here = [a for a in answers if touches(a.cue.start, a.cue.end, event["cue"])]
            asked, found = asked + bool(named), found + bool(named and here)
            right += any(a.source and touches(a.source.start, a.source.end, p) for a in here for p in named)
            heard += sum(len(addressees(a)) for a in here)
    print(f"cues with a speaker {asked}, found {found}, speaker right {right}, addressees named {heard}")
    assert found >= 0.7 * asked
    assert right >= 0.9 * found
