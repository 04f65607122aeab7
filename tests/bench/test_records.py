"""The scorer of whole articles: agreement with the reference scorer on an export made from the gold, with flaws."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from demarche.bench.align import Aligned, squash
from demarche.bench.records.matching import matching
from demarche.bench.records.scorer import scored
from demarche.bench.records.sides import enough
from demarche.bench.rows import rows, write_rows

from .gold import gold, needs_gold, needs_scorers, reference

FILES = ("documents", "claims", "records", "families", "differences")


@needs_gold
@needs_scorers
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_agrees_with_the_reference(seed: int, tmp_path: Path) -> None:
    folder = gold("records")
    export = flawed_export(folder, random.Random(seed))
    for name in FILES:
        write_rows(export[name], tmp_path / f"{name}.jsonl")
    theirs = reference("records", tmp_path, folder)
    ours = scored(export, folder)
    assert {key: ours[key] for key in theirs} == theirs
    assert 0 < theirs["statement"]["f1"] < 1
    assert 0 < theirs["engagement"]["f1"] < 1
    assert ours["changes_recall"] == theirs["changes"]["recall"] > 0


def flawed_export(folder: Path, dice: random.Random) -> dict[str, list[dict[str, Any]]]:
    """What a reader would say who finds some of the gold, some of it a little wrong, and things that are not there."""
    texts = {path.stem: path.read_text(encoding="utf-8").replace("“", '"') for path in folder.glob("*.txt")}
    documents = [
        {"id": f"doc_{n}", "source": f"x/{name}.txt", "text": text} for n, (name, text) in enumerate(texts.items())
    ]
    ids = {name: d["id"] for name, d in zip(texts, documents, strict=True)}
    golds = rows(folder / "gold.jsonl")
    claims = [c for g in golds if "span" in g and dice.random() < 0.8 for c in guesses(g, texts[g["doc"]], ids, dice)]
    for n, claim in enumerate(claims):
        claim["id"] = f"clm_{n}"
    for document in documents:
        plates = [
            b for g in golds if g["type"] == "boilerplate" and ids[g["doc"]] == document["id"] for b in g["spans"]
        ]
        document["boilerplate"] = [{"start": s, "end": e, "kind": "x"} for s, e in plates if dice.random() < 0.6]
    records = [{"id": f"rec_{n}", "claims": [c["id"] for c in claims[n::7]]} for n in range(7)]
    families = [{"id": "fam", "documents": sorted(ids.values())}]
    return {
        "documents": documents, "claims": claims, "records": records, "families": families,
        "differences": list(differences(folder, texts, ids, dice)),
    }  # fmt: skip


def guesses(g: dict[str, Any], text: str, ids: dict[str, str], dice: random.Random):
    start, end = g["span"]
    shift = dice.choice([0, 0, 0, 3, 200])
    start, end = min(start + shift, len(text) - 2), min(end + shift, len(text) - 1)
    claim = {"document": ids[g["doc"]], "start": start, "end": end, "quote": text[start:end], "type": g["type"]}
    if dice.random() < 0.1:
        claim["quote"] = "elsewhere"
    match g["type"]:
        case "engagement":
            people = [{"name": p["name"], "country": p["country"], "role": p["role"]} for p in g["participants"]]
            mode = dice.choice([g["mode"], g["mode"], "call"])
            yield claim | {
                "mode": mode,
                "status": dice.choice([g["status"], "planned"]),
                "participants": people,
                "date": g["date"],
            }
        case "statement":
            a, b = g["content_span"]
            cut = dice.choice([b, b, (a + b) // 2, b + 150])
            speakers = (
                [{"name": p["name"], "country": p["country"]} for p in g["speakers"]] if dice.random() < 0.8 else []
            )
            yield claim | {"content": {"start": a, "end": cut}, "speakers": speakers, "source": {"quote": "Lavrov"}}
            if cut < b:
                yield claim | {"content": {"start": cut, "end": b}, "speakers": speakers, "source": None}
        case "position":
            yield claim | {"actors": g["actors"], "stance": dice.choice([g["stance"], "mixed"])}
        case "act":
            yield claim | {
                "actors": g["actors"],
                "event": dice.choice([g["kind"], "aid"]),
                "what": g["what"],
                "plover": {"type": "AID"},
            }
        case "figure":
            yield claim | {"value": dice.choice([g["value"], 7])}
        case "boilerplate" if dice.random() < 0.3:
            yield claim | {"type": "engagement", "mode": "call", "status": "happened", "participants": []}


def differences(folder: Path, texts: dict[str, str], ids: dict[str, str], dice: random.Random):
    for change in json.loads((folder / "changes.json").read_text(encoding="utf-8")):
        if change["a"] is None or change["b"] is None or dice.random() < 0.3:
            continue
        sides = [
            {"document": ids[doc], "start": change[f"{side}_span"][0], "end": change[f"{side}_span"][1]}
            for doc, side in zip(change["pair"], "ab", strict=True)
        ]
        dice.shuffle(sides)
        yield {"kind": dice.choice([change["type"], "added"]), "a": sides[0], "b": sides[1], "scope": "fam"}


def test_no_gold_no_figures(tmp_path: Path) -> None:
    assert scored({name: [] for name in FILES}, tmp_path) == {}


def test_squash_keeps_the_way_home() -> None:
    text = "He  said:\u00a0“Well…”"
    plain, home = squash(text)
    assert plain == 'He said: "Well..."'
    assert [text[i] for i in home][:4] == ["H", "e", " ", "s"]
    assert text[home[plain.index(".")]] == "…"


def test_a_string_is_found_in_spite_of_marks_and_slips() -> None:
    aligned = Aligned("Teaser. The minister said that “the talks\n were useful” and left the capital on Friday.")
    assert aligned.find('"the talks were useful"') == (31, 55)
    start, end = aligned.find("The minister stated that the talks were useful and left the capital on Friday") or (0, 0)
    assert start == 8
    assert end > 80
    assert aligned.find("something else entirely, of which there is no trace") is None


def test_the_greatest_matching_gives_way() -> None:
    fits = {("a", 1), ("a", 2), ("b", 1)}
    found = matching([{"id": "a"}, {"id": "b"}], [{"id": 1}, {"id": 2}], lambda g, c: (g["id"], c["id"]) in fits)
    assert found == {0: 1, 1: 0}


SIDES = [
    (
        [{"country": "USA", "name": "Antony Blinken", "role": ""}, {"country": "RUS", "name": None, "role": ""}],
        ["USA", "RUS"],
        True,
    ),
    ([{"country": "USA", "name": None, "role": ""}, {"country": "RUS", "name": None, "role": ""}], ["USA"], False),
    (
        [{"country": "USA", "name": None, "role": ""}, {"country": None, "name": None, "role": "world leaders"}],
        ["USA"],
        True,
    ),
]


@pytest.mark.parametrize(("asked", "countries", "there"), SIDES)
def test_sides(asked: list[dict[str, Any]], countries: list[str], there: bool) -> None:
    assert enough(asked, [{"country": country} for country in countries], 2) is there
