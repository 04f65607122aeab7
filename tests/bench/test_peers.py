"""Other libraries beside ours: those that are here answer, those that are not are named, and the counting is right."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from demarche.bench.peers import copies, dates, pages
from demarche.bench.peers.asked import Peer, present
from tests.families.texts import SAME_EVENT, WIRE

OTHER = "A village choir sang at the opening of the new bridge, and the mayor thanked everybody who had carried stones."
ROWS = [
    {"id": "a", "text": WIRE, "cluster": "wire"},
    {"id": "b", "text": WIRE.replace("grain", "wheat"), "cluster": "wire"},
    {"id": "c", "text": OTHER, "cluster": "choir"},
]


def written(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_library_that_is_not_here_is_named() -> None:
    (found,) = present([Peer("no_such_library_of_ours", len)])
    assert found[0] is None
    assert "pip install" in found[1]["skipped"]


def test_copies_are_found_by_all_that_are_here(tmp_path: Path) -> None:
    told = list(copies.lines(written(tmp_path / "a.jsonl", ROWS)))
    assert told[0]["peer"] == "demarche"
    assert {line["peer"] for line in told} == {"demarche", "datasketch", "rensa", "daft"}
    assert told[0]["pair_f1"] == 1.0
    for name in (name for name in ("datasketch", "rensa", "daft") if find_spec(name)):
        best = max(line["pair_f1"] or 0 for line in told if line["peer"] == name)
        assert best == 1.0, name


def test_pairs_are_judged_in_one_run(tmp_path: Path) -> None:
    texts = [{"text": text} for text in (WIRE, WIRE + "\n\nIt rained.", OTHER, SAME_EVENT)]
    pairs = [("same", 0, 1), ("other", 0, 2), ("other", 1, 3)]
    rows: list[dict[str, object]] = [{"label": label, "a": texts[i], "b": texts[j]} for label, i, j in pairs]
    first = next(copies.lines(written(tmp_path / "pairs.jsonl", rows)))
    assert (first["pair_precision"], first["pair_recall"]) == (1.0, 1.0)


@pytest.mark.parametrize(("threshold", "expected"), [(0.75, 16), (0.5, 32), (0.05, 128)])
def test_bands_reach_their_threshold(threshold: float, expected: int) -> None:
    assert copies.bands(threshold) == expected


def test_shingles() -> None:
    assert copies.shingles("One two, three four") == ["one two three", "two three four"]
    assert copies.shingles("One") == ["one"]


@pytest.mark.skipif(not find_spec("dateparser"), reason="needs dateparser")
def test_dates_are_asked_of_both(tmp_path: Path) -> None:
    text = "They met on 4 January 2019."
    asked = {"start": 12, "end": 26, "text": "4 January 2019", "accepted": [["2019-01-04", None]], "scored": True}
    row = {"id": "a", "dct": "2019-02-01", "text": text, "expressions": [asked]}
    told = list(dates.lines(written(tmp_path / "t.jsonl", [row])))
    assert [(line["peer"], line["expression_accuracy"]) for line in told] == [("demarche", 1.0), ("dateparser", 1.0)]


def test_pages_are_asked_of_both(tmp_path: Path) -> None:
    page = f"<html><body><article>{''.join(f'<p>{part}</p>' for part in WIRE.split(chr(10)))}</article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    gold = written(tmp_path / "gold.jsonl", [{"file": "a.html", "gold_text": WIRE}])
    told = list(pages.lines(gold))
    assert [line["peer"] for line in told] == ["demarche", "trafilatura"]
    assert min(line["f1_mean"] for line in told) > 0.9
