"""Commands by which a person explains, compares, corrects: explain, compare, correct, merge, split, undo, review."""

from pathlib import Path

import pytest

from demarche import pipeline
from demarche.store import Store
from tests.cli.conftest import Cli
from tests.store.store_cases import CALL, DID, RECORD


@pytest.fixture
def filled(filled: Path) -> Path:
    """The same, its record merged from the claims as a run would."""
    with Store(filled) as store:
        pipeline.judged(store)
        assert store.records.ids() == [RECORD.id]
    return filled


WHY = ("--why", "checked by telephone", "--by", "an editor", "--store")


def test_explain_says_what_joined_and_what_would_have_forbidden_it(filled: Path, cli: Cli) -> None:
    code, out, _ = cli("explain", RECORD.id, "--store", filled)
    assert code == 0
    assert "joined:" in out
    assert "checked days:" in out
    assert "What forbids" in out


def test_explain_as_json(filled: Path, cli: Cli) -> None:
    told = cli("explain", RECORD.id, "--json", "--store", filled).json
    assert told["explanation"]["joined"][0]["grounds"]  # type: ignore[index]


def test_compare_of_one_account(filled: Path, cli: Cli) -> None:
    code, out, _ = cli("compare", RECORD.id, "--store", filled)
    assert code == 0
    assert "one account only" in out


def test_a_correction_holds_over_runs_and_is_undone(filled: Path, cli: Cli) -> None:
    code, out, _ = cli("correct", RECORD.id, "status=cancelled", "date=2022-07-30", *WHY, filled)
    assert code == 0
    assert out.count("correct:") == 2
    told = cli("show", RECORD.id, "--json", "--store", filled).json
    assert told["status"] == "cancelled"  # type: ignore[index]
    assert told["date"]["start"] == "2022-07-30"  # type: ignore[index]
    assert {c["field"] for c in told["corrections"]} == {"status", "date"}  # type: ignore[index]
    for line in cli("judgements", "--json", "--store", filled).out.splitlines():
        cli("undo", line.partition('"id":"')[2].partition('"')[0], "--store", filled)
    again = cli("show", RECORD.id, "--json", "--store", filled).json
    assert again["status"] == "happened"  # type: ignore[index]
    assert len(cli("judgements", "--json", "--store", filled).out.splitlines()) == 4
    assert cli("judgements", "--standing", "--json", "--store", filled).out == ""


def test_split_and_merge_again(filled: Path, cli: Cli) -> None:
    assert cli("split", RECORD.id, DID.id, *WHY, filled).code == 0
    with Store(filled) as store:
        one, other = store.records.ids()
        assert RECORD.id in (one, other)
    assert cli("merge", one, other, *WHY, filled).code == 0
    with Store(filled) as store:
        assert store.records.ids() == [RECORD.id]
        assert store.current(one) == store.current(other) == RECORD.id


def test_split_by_document(filled: Path, cli: Cli) -> None:
    assert cli("split", RECORD.id, CALL.id, *WHY, filled).code == 0
    with Store(filled) as store:
        assert len(store.records) == 2


def test_no_event_at_all_leaves_a_tombstone_and_comes_back(filled: Path, cli: Cli) -> None:
    told = cli("correct", RECORD.id, "record=none", "--json", *WHY, filled).json
    with Store(filled) as store:
        assert store.records.ids() == []
        (change,) = [c for c in store.changed_since("2020-01-01") if c.kind == "deleted"]
        assert (change.id, change.reason) == (RECORD.id, "checked by telephone")
    cli("undo", told["judgements"][0]["id"], "--store", filled)  # type: ignore[index]
    with Store(filled) as store:
        assert len(store.records) == 1
        assert not [c for c in store.changed_since("2020-01-01") if c.kind == "deleted"]


def test_judgements_go_to_another_store(filled: Path, cli: Cli, tmp_path: Path) -> None:
    cli("correct", RECORD.id, "status=denied", *WHY, filled)
    (tmp_path / "judged.jsonl").write_text(cli("judgements", "--json", "--store", filled).out)
    for _ in range(2):
        assert cli("judgements", "--import", "judged.jsonl", "--store", filled).code == 0
    assert len(cli("judgements", "--json", "--store", filled).out.splitlines()) == 1


def test_review_asks_nothing_without_a_terminal(filled: Path, cli: Cli) -> None:
    cli("correct", RECORD.id, "status=denied", *WHY, filled)
    code, out, err = cli("review", "--store", filled)
    assert (code, out) == (0, "")
    assert "0 questions open" in err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["correct", RECORD.id, "status=cancelled"], 2, "--why"),
        (["correct", RECORD.id, "status=perhaps", "--why", "x"], 2, "no value"),
        (["correct", RECORD.id, "colour=red", "--why", "x"], 2, "cannot be corrected"),
        (["correct", RECORD.id, "status", "--why", "x"], 2, "field=value"),
        (["correct", "rec_none", "status=denied", "--why", "x"], 1, "holds no record"),
        (["merge", RECORD.id, RECORD.id, "--why", "x"], 2, "not one with itself"),
        (["split", RECORD.id, "clm_none", "--why", "x"], 2, "rests on no claim"),
        (["split", RECORD.id, *RECORD.claims, "--why", "x"], 2, "nothing would be left"),
        (["undo", "jdg_none"], 1, "holds no judgement"),
        (["explain", "rec_none"], 1, "holds no record"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], code: int, words: str, filled: Path, cli: Cli) -> None:
    told = cli(*arguments, "--store", filled)
    assert told.code == code
    assert words in told.err
    with Store(filled) as store:
        assert len(store.judgements) == 0
