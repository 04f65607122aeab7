"""`import demarche` gives what the command line gives: nouns, answers, tables; over a real run of some demo texts."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import demarche
from demarche.demo import corpus_paths
from demarche.model import Engagement, Reject, StoreError, UsageError

NAMES = ("2022-07-27-blinken-lavrov-call.txt", "2022-07-29-blinken-lavrov-call.txt", "2022-08-05-erdogan-sochi.txt")
NEWS = [path for path in corpus_paths() if path.name in NAMES]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[demarche.Desk]:
    with demarche.run(*NEWS, store=tmp_path_factory.mktemp("desk") / "desk.db") as made:
        yield made


def test_what_texts_say_without_a_store() -> None:
    refused: list[Reject] = []
    told = list(demarche.read(NEWS[1], "nowhere.txt", refused=refused.append))
    assert [one.read for one in told] == [True]
    text = told[0].document.text
    assert any(isinstance(c, Engagement) and c.mode == "call" for c in told[0].claims)
    assert all(text[c.start : c.end] == c.quote for c in told[0].claims)
    assert [r.item for r in refused] == ["nowhere.txt"]


def test_a_document_is_read_like_its_file() -> None:
    (file,) = demarche.read(NEWS[1])
    (again,) = demarche.read(file.document)
    assert again == file


def test_a_question_takes_records_and_what_they_rest_on(desk: demarche.Desk) -> None:
    calls = desk.query("country:US country:RU mode:call since:2022-07-29 until:2022-07-29")
    assert len(calls) == 1
    (record,) = calls
    assert {c.id for c in calls.claims} >= set(record.claims)
    assert {e.document for e in record.evidence} <= {d.id for d in calls.documents}
    assert {record.id} == {
        r.id for r in demarche.query(desk.store, "country:US country:RU mode:call since:2022-07-29 until:2022-07-29")
    }
    assert desk.compare(record.id).record == record.id


def test_every_table_is_the_same_in_every_frame(desk: demarche.Desk) -> None:
    held = desk.query()
    for table in held.tables:
        rows = list(held.rows(table))
        arrow, pandas, polars = held.to_arrow(table), held.to_pandas(table), held.to_polars(table)
        assert arrow.num_rows == len(pandas) == polars.height == len(rows)
        assert arrow.column_names == list(pandas.columns) == polars.columns
    assert held.to_polars("engagements")["date_start"].max() >= date(2022, 8, 5)
    assert set(held.to_pandas("documents")["id"]) == {d.id for d in held.documents}


def test_a_store_of_its_own_is_gone_when_it_is_closed() -> None:
    with demarche.run(NEWS[1]) as desk:
        where = Path(desk.store.name)
        assert where.exists()
        assert desk.run().read == 0
        assert desk.edition(focus=["RU"]).title
    assert not where.parent.exists()


def test_what_there_is_not_is_refused_by_name(desk: demarche.Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="engagements"):
        desk.query().to_arrow("engagement")
    with pytest.raises(UsageError, match="wings"):
        desk.query("wings:2")
    with pytest.raises(StoreError, match="demarche init"):
        demarche.open(tmp_path / "nowhere.db")
    with pytest.raises(StoreError, match="rec_nowhere"):
        desk.compare("rec_nowhere")
    with pytest.raises(AttributeError, match="fly"):
        demarche.fly  # noqa: B018


def test_frames_without_their_extra_say_how_to_get_them(desk: demarche.Desk, tmp_path: Path) -> None:
    code = (
        "import sys, demarche; sys.modules.update(pyarrow=None, polars=None, pandas=None)\n"
        "demarche.query(sys.argv[1]).to_pandas()"
    )
    told = subprocess.run([sys.executable, "-c", code, desk.store.name], capture_output=True, text=True, check=False)
    assert "pip install 'demarche[frames]'" in told.stderr


def test_the_stub_names_what_the_package_gives() -> None:
    stub = ast.parse(Path(demarche.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    named = {a.asname for node in stub.body if isinstance(node, ast.ImportFrom) for a in node.names}
    assert named | {"__version__"} == set(demarche.__all__)
    assert named == set(__import__("demarche.desk", fromlist=["desk"]).__all__)


def test_importing_the_package_loads_no_stage() -> None:
    code = "import sys, demarche; print(sorted(m for m in sys.modules if m.startswith('demarche')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == "['demarche']\n"
