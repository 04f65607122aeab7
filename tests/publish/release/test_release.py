"""A release says what made it, can be checked by whoever gets it, and is the same bytes for the same store."""

import json
import subprocess
from pathlib import Path

import jsonschema
import msgspec
import polars
import pytest

from demarche.cli import run
from demarche.language.shipped import FILES
from demarche.model import UsageError
from demarche.publish.exports.tables import TABLES
from demarche.publish.release import Passport, faults, passport, release
from demarche.store import Store
from tests.publish.exports.conftest import template, whole

__all__ = ["template", "whole"]
READER = "reader/1"


def made(store: Store, **more: object) -> Passport:
    return passport(store, reader=READER, on="2026-11-22", by="A desk", **more)  # type: ignore[arg-type]


@pytest.fixture
def frozen(whole: Store, tmp_path: Path) -> Path:
    release(whole, tmp_path / "out", made(whole, licence="CC-BY-4.0"))
    return tmp_path / "out"


def test_it_holds_every_table_three_times_and_what_explains_them(frozen: Path) -> None:
    top = {p.name for p in frozen.iterdir()}
    assert top == {"CITATION.cff", "LICENCES.md", "README.md", "SHA256SUMS", "codebook.md", "csv", "datapackage.json",
                   "jsonl", "parquet", "passport.json"}  # fmt: skip
    for table in TABLES:
        rows = polars.read_parquet(frozen / "parquet" / f"{table.name}.parquet").height
        with (frozen / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in __import__("csv").reader(file)) == rows + 1


def test_the_package_names_every_table_with_its_digest(frozen: Path) -> None:
    package = json.loads((frozen / "datapackage.json").read_text())
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    held = {p.relative_to(frozen).as_posix() for kind in ("csv", "jsonl", "parquet") for p in (frozen / kind).iterdir()}
    assert {r["path"] for r in package["resources"]} == held
    sums = (frozen / "SHA256SUMS").read_text()
    for resource in package["resources"]:
        assert f"{resource['hash'].removeprefix('sha256:')}  {resource['path']}\n" in sums
        assert resource["bytes"] == (frozen / resource["path"]).stat().st_size
    assert len({r["name"] for r in package["resources"]}) == len(package["resources"])


def test_the_passport_names_code_model_and_knowledge(frozen: Path, whole: Store) -> None:
    found = msgspec.json.decode((frozen / "passport.json").read_bytes(), type=Passport)
    assert found == made(whole, licence="CC-BY-4.0")
    assert (found.reader, found.counts["documents"]) == (READER, 2)
    assert set(found.model.sha256) == set(FILES)
    assert len(set(found.code.values())) == len(found.code)
    jsonschema.validate(json.loads((frozen / "passport.json").read_text()), msgspec.json.schema(Passport))


def test_sha256sum_agrees(frozen: Path) -> None:
    told = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=frozen, capture_output=True, check=False)
    assert (told.returncode, told.stdout) == (0, b"")
    assert faults(frozen) == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (lambda f: (f / "csv" / "acts.csv").unlink(), "csv/acts.csv: lost"),
        (lambda f: (f / "csv" / "acts.csv").write_text("id\n"), "csv/acts.csv: changed since it was frozen"),
        (lambda f: (f / "more.txt").write_text("more"), "more.txt: not part of the release"),
    ],
)
def test_what_was_touched_is_found(harm: object, fault: str, frozen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harm(frozen)  # type: ignore[operator]
    assert faults(frozen) == [fault]
    assert run(["release", str(frozen), "--check", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"sound": False, "faults": [fault]}


def test_one_store_gives_one_release(frozen: Path, whole: Store, tmp_path: Path) -> None:
    release(whole, tmp_path / "again", made(whole, licence="CC-BY-4.0"))
    assert (tmp_path / "again" / "SHA256SUMS").read_bytes() == (frozen / "SHA256SUMS").read_bytes()


def test_texts_can_stay_with_their_publishers(whole: Store, tmp_path: Path) -> None:
    release(whole, tmp_path / "bare", made(whole, with_texts=False))
    documents = [json.loads(line) for line in (tmp_path / "bare" / "jsonl" / "documents.jsonl").open()]
    assert [(d["text"], len(d["text_sha256"])) for d in documents] == [("", 64)] * 2
    whole_text = next(iter(whole.documents)).text.encode()
    assert not any(whole_text in p.read_bytes() for p in (tmp_path / "bare").rglob("*.*") if p.suffix != ".parquet")
    assert faults(tmp_path / "bare") == []


def test_a_part_is_frozen_by_a_question(whole: Store, tmp_path: Path) -> None:
    release(whole, tmp_path / "part", made(whole, query="type:act"))
    assert [json.loads(line)["id"] for line in (tmp_path / "part" / "jsonl" / "records.jsonl").open()] == ["rec_aid"]


def test_what_cannot_be_frozen(whole: Store, frozen: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="never written over"):
        release(whole, frozen, made(whole))
    with pytest.raises(UsageError, match="demarche run"):
        passport(whole, reader="reader/2", on="2026-11-22", by="A desk")
    with pytest.raises(UsageError, match="no release"):
        faults(tmp_path)
    with pytest.raises(UsageError, match="no field"):
        release(whole, tmp_path / "wings", made(whole, query="wings:2"))
    assert [p.name for p in tmp_path.iterdir() if "part" in p.name or "wings" in p.name] == []
