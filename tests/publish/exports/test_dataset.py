"""Tables by month, read back whole and by the month; an export that goes into an object store arrives there."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from demarche.cli.app import app
from demarche.model import StoreError
from demarche.publish.exports import export
from demarche.publish.exports.buckets import sent
from demarche.publish.exports.tables import TABLES
from demarche.store import Store
from tests.sources.test_buckets_and_lists import Buckets, buckets

__all__ = ["buckets"]
dataset = pytest.importorskip("pyarrow.dataset")
parquet = pytest.importorskip("pyarrow.parquet")


def test_months_read_together_are_the_table(whole: Store, tmp_path: Path) -> None:
    export(whole, tmp_path, ["parquet", "dataset"])
    for table in TABLES:
        plain = parquet.read_table(tmp_path / f"{table.name}.parquet", partitioning=None)
        folder = tmp_path / "dataset" / table.name
        if plain.num_rows == 0:
            assert not folder.exists()
            continue
        read = dataset.dataset(folder, partitioning="hive").to_table()
        same = sorted(map(str, read.select(plain.column_names).to_pylist()))
        assert same == sorted(map(str, plain.to_pylist()))


def test_a_month_lies_in_its_folder_and_old_parts_go(whole: Store, tmp_path: Path) -> None:
    old = tmp_path / "dataset" / "documents" / "month=1999-01" / "part-0.parquet"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    export(whole, tmp_path, ["dataset"])
    months = {path.parent.name for path in (tmp_path / "dataset" / "documents").glob("*/*.parquet")}
    assert months == {f"month={d.published[:7]}" for d in whole.documents if d.published}


def test_an_export_arrives_in_a_bucket(whole: Store, buckets: Buckets) -> None:
    told = CliRunner().invoke(
        app,
        ["export", "--store", str(whole.link.engine.url.database), "--to", buckets.at("out"), "-f", "jsonl,dataset"],
    )
    assert told.exit_code == 0, told.output
    assert "s3://news/out/documents.jsonl" in told.output
    with buckets.system.open_input_stream("news/out/documents.jsonl") as stream:
        assert stream.read().count(b"\n") == len(whole.documents)
    found = dataset.dataset("news/out/dataset/documents", filesystem=buckets.system, partitioning="hive")
    assert found.count_rows() == len(whole.documents)


def test_no_bucket_is_told(buckets: Buckets) -> None:
    with pytest.raises(StoreError, match="cannot be written"), sent(f"s3://no-such-bucket/a?{buckets.query}") as folder:
        (folder / "a").write_bytes(b"a")
