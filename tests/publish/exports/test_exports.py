"""What is exported says all that the store holds, in the promised fields, and nothing half written is ever left."""

import csv
import json
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from demarche.model import Claim, Difference, Document, Family, Measure, Record, Reject, StoreError, UsageError
from demarche.publish.exports import EXPORTERS, export
from demarche.publish.exports.tables import TABLES
from demarche.publish.holdings import Holdings
from demarche.store import Store, schema
from tests.publish.exports.conftest import ODD
from tests.store.store_cases import CALL, DID

NOUNS = {
    "documents": Document, "families": Family, "claims": Claim, "records": Record, "differences": Difference,
    "measures": Measure, "rejects": Reject,
}  # fmt: skip

PROMISED = {
    "documents": "id source url title publisher author published published_basis modified retrieved_at raw_sha256 "
    "text_sha256 source_class official_of language text boilerplate family",
    "families": "id documents edges",
    "claims": "id type document start end quote sentence found_by confidence attributed_to",
    "records": "claims status_history documents families origins independent_sources accounts referents first_seen "
    "last_change id type status",
    "differences": "scope kind label field a b confidence",
    "measures": "state metric level window_start window_end value low high n coverage records",
    "rejects": "step item reason",
}


def lines(folder: Path, name: str) -> list[dict[str, object]]:
    data = (folder / f"{name}.jsonl").read_bytes()
    assert b"\r" not in data
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_jsonl_has_the_promised_fields(name: str, whole: Store, tmp_path: Path) -> None:
    export(whole, tmp_path / "out", ["jsonl"])
    found = lines(tmp_path / "out", name)
    assert found
    assert all(set(PROMISED[name].split()) <= set(line) for line in found)


@pytest.mark.parametrize("name", sorted(NOUNS))
def test_jsonl_reads_back_as_the_nouns(name: str, whole: Store, tmp_path: Path) -> None:
    export(whole, tmp_path / "out", ["jsonl"])
    read = [msgspec.convert(line, NOUNS[name]) for line in lines(tmp_path / "out", name)]
    kept = [d if name != "documents" else msgspec.structs.replace(d, family="fam_a") for d in getattr(whole, name)]
    assert read == kept


def test_every_quote_stands_in_its_text(whole: Store, tmp_path: Path) -> None:
    export(whole, tmp_path / "out", ["jsonl"])
    text = {d["id"]: str(d["text"]) for d in lines(tmp_path / "out", "documents")}
    for claim in lines(tmp_path / "out", "claims"):
        assert text[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]  # type: ignore[misc]


def test_csv_has_every_row_and_its_description(whole: Store, tmp_path: Path) -> None:
    written = export(whole, tmp_path / "out", ["csv"])
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert [tmp_path / "out" / resource["path"] for resource in package["resources"]] == written[:-2]
    for resource in package["resources"]:
        with (tmp_path / "out" / resource["path"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert rows, resource["name"]
        assert all(len(row) == len(header) for row in rows)


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_says_what_the_record_says(whole: Store, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(whole, out, ["csv"])
    (row,) = table(out, "engagements")
    said = {name: row[name] for name in ("mode", "status", "countries", "date_start", "lat", "generic", "families")}
    assert said == {
        "mode": "call", "status": "happened", "countries": "RUS;USA", "date_start": "2022-07-29", "lat": "",
        "generic": "false", "families": "1",
    }  # fmt: skip
    assert [row["what"] for row in table(out, "acts")] == [ODD]
    (evidence,) = table(out, "evidence")
    assert evidence["prefix"] + evidence["quote"] + evidence["suffix"] in CALL.text
    assert [p["country"] for p in table(out, "participants")] == ["USA", "UKR", "USA", "RUS"]
    (difference,) = table(out, "differences")
    assert (difference["a_quote"], difference["b_quote"]) == ("is expected to call", "held a call")


def test_no_column_is_left_out_of_its_table(whole: Store) -> None:
    for each in TABLES:
        for row in each.rows(Holdings(whole)):
            assert set(row) <= set(each.columns), each.name


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_an_empty_store_is_exported_too_and_twice_is_the_same(name: str, tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        first = {path: path.read_bytes() for path in export(store, tmp_path / "out", [name])}
        assert first == {path: path.read_bytes() for path in export(store, tmp_path / "out", [name, name])}
    assert set((tmp_path / "out").iterdir()) == set(first)


@pytest.mark.parametrize(("names", "words"), [(["jsonl", "sas"], "called sas.*csv.*jsonl"), ([], "no format")])
def test_an_unknown_format_is_an_error_that_lists_the_known(names: list[str], words: str, tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store, pytest.raises(UsageError, match=words):
        export(store, tmp_path / "out", names)
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written(whole: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        export(whole, tmp_path / "file", ["jsonl"])


def test_a_quote_that_went_wrong_stops_the_export_and_leaves_the_old_file(whole: Store, tmp_path: Path) -> None:
    (before,) = (p for p in export(whole, tmp_path / "out", ["jsonl"]) if p.name == "claims.jsonl")
    good = before.read_bytes()
    with whole.link.writing() as connection:
        wrong = whole.claims[DID.id]
        body = msgspec.json.encode(msgspec.structs.replace(wrong, quote="sent a call")).decode()
        connection.execute(sa.update(schema.claims).where(schema.claims.c.id == DID.id).values(body=body))
    with pytest.raises(StoreError, match="quotes 'sent a call' where the text has 'held a call'"):
        export(whole, tmp_path / "out", ["jsonl"])
    assert before.read_bytes() == good
    assert not list((tmp_path / "out").glob(".*"))
