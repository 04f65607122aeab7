"""The main jobs from the command line: a digest in one line, a project that grows, the demo, the doctor."""

import json
from pathlib import Path
from typing import Any

import pytest

from demarche.demo import corpus_paths
from demarche.model import Reject
from demarche.store import Store
from tests.cli.conftest import Cli

CALLS = [path for path in corpus_paths() if "blinken-lavrov" in path.name]
REPORT = {
    "documents", "new", "read", "families", "claims", "records", "differences", "measures", "rejects", "seconds",
    "stages",
}  # fmt: skip


@pytest.mark.parametrize(("name", "opening"), [("out.md", "# "), ("out.html", "<!doctype html>")])
def test_a_digest_into_a_file(name: str, opening: str, cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("digest", *CALLS, "-o", name)
    assert (code, out) == (0, "")
    assert f"wrote {name}" in err
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.lower().startswith(opening)
    assert "Lavrov" in text
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_digest_on_stdout_as_the_name_of_no_file_says(cli: Cli) -> None:
    code, out, _ = cli("digest", *CALLS, "-f", "html")
    assert code == 0
    assert out.lower().startswith("<!doctype html>")
    assert cli("digest", *CALLS).out.startswith("# ")


def test_a_digest_as_json(cli: Cli) -> None:
    told: Any = cli("digest", *CALLS, "--json", "--focus", "US", "--since", "2022-07-01", "--until", "2022-07-31").json
    assert set(told) == {"file", "report", "edition"}
    assert set(told["report"]) == REPORT
    assert (told["file"], told["report"]["documents"], told["edition"]["focus"]) == (None, 2, ["USA"])


def test_a_period_without_news_is_no_error(cli: Cli) -> None:
    code, out, _ = cli("digest", *CALLS, "--until", "1999-12-31")
    assert code == 0
    assert out


def test_a_project_that_grows(cli: Cli, tmp_path: Path) -> None:
    assert cli("init").code == 0
    added: Any = cli("add", CALLS[0], "--json").json
    assert (set(added), added["new"]) == (REPORT, 1)
    done: Any = cli("run", "--json").json
    assert (set(done), done["read"]) == (REPORT, 1)
    assert cli("digest", "-o", "first.md").code == 0
    assert cli("add", *CALLS).code == cli("run").code == 0
    assert cli("run", "--json").json["read"] == 0  # type: ignore[index]
    assert cli("digest", "-o", "second.md", "--json").json["edition"]["changed"]  # type: ignore[index]
    assert cli("export", "--to", "out", "-f", "jsonl,csv").code == 0
    records = [json.loads(line) for line in (tmp_path / "out" / "records.jsonl").read_text().splitlines()]
    assert "happened" in [r["status"] for r in records if r["mode"] == "call"]
    assert {path.name for path in tmp_path.iterdir()} >= {
        "demarche.toml",
        "demarche.db",
        "first.md",
        "second.md",
        "out",
    }


def test_the_settings_of_a_project_count(cli: Cli, tmp_path: Path) -> None:
    cli("init")
    (tmp_path / "demarche.toml").write_text('focus = ["UA"]\n')
    assert cli("digest", "--json").json["edition"]["focus"] == ["UKR"]  # type: ignore[index]


def test_digest_keeps_what_it_reads_where_it_is_told(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_STORE", str(tmp_path / "mine.db"))
    assert cli("digest", *CALLS).code == 0
    assert not (tmp_path / "mine.db").exists(), "a digest of paths leaves the project's store alone"
    assert cli("digest", *CALLS, "--store", "kept.db").code == 0
    with Store(tmp_path / "kept.db") as store:
        assert len(store.documents) == 2


def test_the_demo(cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli("demo", "--to", "here")
    assert code == 0, err
    assert out.startswith("# ")
    assert (tmp_path / "here" / "digest.html").resolve().as_uri() in err
    corpus = tmp_path / "here" / "corpus"
    assert len([path for path in corpus.rglob("*") if path.is_file()]) == len(corpus_paths())
    assert cli("list", "--store", "here/demarche.db", "--mode", "call").out


def test_the_doctor_says_what_works(cli: Cli, filled: Path) -> None:
    result = cli("doctor", "--store", filled, "--json")
    told: Any = result.json
    states = {check["part"]: check["state"] for check in told["checks"]}
    assert (result.code, told["healthy"]) == (0, True)
    extras = {"postgres", "pdf", "exports", "frames", "mcp", "cluster", "ru"}
    assert set(states) == {"python", "demarche", "model", "knowledge", "pipeline", "store"} | extras
    assert [part for part, state in states.items() if state == "broken"] == []
    assert "model      works" in cli("doctor", "--store", filled).out


def test_the_doctor_names_what_was_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert "refused" not in cli("doctor").out
    assert cli("init").code == 0
    assert cli("add", "empty.txt").code == 3
    assert "0 records; refused so far: 1, one of them empty.txt: empty" in cli("doctor").out


def test_the_doctor_finds_a_broken_store(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "demarche.db").write_bytes(b"x" * 5000)
    code, out, _ = cli("doctor")
    assert code == 1
    assert "store      broken   demarche.db: this file is no SQLite database" in out


def test_bench_prints_one_object(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "a", "text": "Talks were held in Geneva.", "date": "2022-03-01"}\n')
    code, out, _ = cli("bench", "readouts", "gold.jsonl", "--json", "--predictions", "p.jsonl")
    told = json.loads(out)
    assert (code, told["n"], len(out.splitlines())) == (0, 1, 1)
    assert json.loads((tmp_path / "p.jsonl").read_text())["id"] == "a"


def test_refused_inputs_of_earlier_days_are_exported(cli: Cli, tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        store.rejects.put([Reject("sources", "x.txt", "it is empty")])
    assert cli("export", "--store", "a.db", "--to", "out").code == 0
    assert json.loads((tmp_path / "out" / "rejects.jsonl").read_text())["item"] == "x.txt"


def test_actors(cli: Cli) -> None:
    code, out, _ = cli("actors", "who", "Lavrov", "--on", "2022-07-29")
    assert code == 0
    assert "office:RU/foreign_minister" in out
    found = [json.loads(line) for line in cli("actors", "find", "Moscow told NATO", "--json").out.splitlines()]
    assert {row["names"] for row in found} >= {"iso:RU", "org:nato"}
    assert cli("actors", "who", "Nobody Atall").err == "nobody is known by 'Nobody Atall'\n"
