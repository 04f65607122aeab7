"""Commands that read a store: list, show, export."""

import json
from pathlib import Path

import msgspec
import pytest

from demarche.store import Store, schema
from tests.cli.conftest import Cli
from tests.store.store_cases import RECORD


def test_list_has_a_line_a_record(filled: Path, cli: Cli) -> None:
    code, out, err = cli("list", "--store", filled)
    assert (code, err) == (0, "1 record\n")
    assert out == "2022-07-29   happened      call             Antony Blinken, Sergey Lavrov  (1 source)  rec_call\n"


def test_list_puts_what_has_no_day_where_it_was_reported(filled: Path, cli: Cli) -> None:
    seen = {"none": None, "day": "2022-07-31"}
    with Store(filled) as store:
        bare = msgspec.structs.replace(RECORD, date=None, status_history=())
        store.records.replace(
            [RECORD, *(msgspec.structs.replace(bare, id=f"rec_{n}", first_seen=d) for n, d in seen.items())]
        )
    lines = cli("list", "--store", filled).out.splitlines()
    assert [(line.split()[0], line.split()[-1]) for line in lines] == [
        ("2022-07-29", "rec_call"),
        ("≤2022-07-31", "rec_day"),
        ("no", "rec_none"),
    ]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (["--status", "planned"], 0),
        (["--mode", "call", "--status", "happened"], 1),
        (["--type", "engagement"], 1),
        (["--type", "act"], 0),
        (["--focus", "ru,UKR"], 1),
        (["--focus", "UA"], 0),
        (["--since", "2022-07-29", "--until", "2022-07-29"], 1),
        (["--since", "2022-07-30"], 0),
        (["--until", "2022-07-28"], 0),
    ],
)
def test_list_takes_conditions(conditions: list[str], found: int, filled: Path, cli: Cli) -> None:
    code, out, _ = cli("list", "--json", *conditions, "--store", filled)
    assert (code, len(out.splitlines())) == (0, found)


def test_show_opens_the_words(filled: Path, cli: Cli) -> None:
    code, out, _ = cli("show", "rec_call", "--store", filled)
    assert code == 0
    assert "[held a call] with Sergey Lavrov" in out
    assert "2022-07-27  expected" in out


def test_show_follows_a_merged_id(filled: Path, cli: Cli) -> None:
    with Store(filled) as store:
        store.link.put(schema.redirects, [REDIRECT])
    result = cli("show", "rec_old", "--json", "--store", filled)
    assert result.json["id"] == RECORD.id  # type: ignore[index]


REDIRECT = {"old": "rec_old", "new": "rec_call", "at": "2022-08-01T00:00:00Z"}


def test_show_an_id_that_is_none(filled: Path, cli: Cli) -> None:
    code, out, err = cli("show", "rec_none", "--store", filled)
    assert (code, out) == (1, "")
    assert "holds no record rec_none" in err


def test_export_writes_and_names_its_files(filled: Path, cli: Cli, tmp_path: Path) -> None:
    result = cli("export", "--store", filled, "--to", "out", "-f", "jsonl, csv", "--json")
    files = [tmp_path / name for name in result.json["files"]]  # type: ignore[index]
    assert result.code == 0
    assert all(file.is_file() for file in files)
    assert {"records.jsonl", "claims.jsonl", "engagements.csv", "datapackage.json"} <= {file.name for file in files}
    assert json.loads((tmp_path / "out" / "records.jsonl").read_text())["id"] == "rec_call"


def test_the_environment_names_the_store(filled: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMARCHE_STORE", str(filled))
    assert cli("list").err == "1 record\n"


def test_export_of_an_unknown_format(filled: Path, cli: Cli) -> None:
    code, _, err = cli("export", "--store", filled, "--to", "out", "-f", "sas")
    assert code == 2
    assert "citations, colt, csv" in err
