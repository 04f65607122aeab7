"""The demo corpus end to end: what `demo/expected.toml` says must come out, comes out."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from demarche import pipeline
from demarche.demo import corpus_paths
from demarche.demo.build import warc
from demarche.model import Record
from demarche.store import Store

EXPECTED = tomllib.loads((files("demarche.demo") / "expected.toml").read_text(encoding="utf-8"))


def rows(table: str) -> list[Any]:
    """The rows of a table of `expected.toml`; those that no stage gets yet are expected failures, with the reason."""
    marked = ((row, [pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in EXPECTED[table])
    return [pytest.param(row, marks=marks, id=row.get("what", str(n))) for n, (row, marks) in enumerate(marked)]


class Ran:
    """The store after the demo, and what the rows ask of it."""

    def __init__(self, store: Store, report: pipeline.Report) -> None:
        self.report = report
        self.documents = {document.id: document for document in store.documents}
        self.families = list(store.families)
        self.differences = list(store.differences)
        self.records = [record for record in store.records if record.mode]

    def named(self, name: str) -> str:
        """The id of the document that came from a file (or `file:line`) of that name."""
        found = [d.id for d in self.documents.values() if d.source.endswith(name)]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def family(self, name: str) -> str:
        return next(family.id for family in self.families if self.named(name) in family.documents)

    def like(self, row: dict[str, Any]) -> list[Record]:
        """The records of one of the modes, with all of the countries, that touch the days."""
        return [
            r for r in self.records if r.mode in row["modes"] and _between(r, row["countries"]) and _touches(r, row)
        ]


def _between(record: Record, countries: list[str]) -> bool:
    return set(countries) <= {p.country for p in record.participants}


def _touches(record: Record, row: dict[str, Any]) -> bool:
    when = record.date
    if "first" not in row:
        return True
    return bool(when and when.start and when.start <= row["last"] and (when.end or when.start) >= row["first"])


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    folder = tmp_path_factory.mktemp("demo")
    with Store(str(folder / "demo.db")) as store:
        read = pipeline.add(store, corpus_paths())
        assert read.rejects == ()
        yield Ran(store, pipeline.process(store, workers=1))


def test_every_text_of_the_corpus_is_read(ran: Ran) -> None:
    assert ran.report.documents == 51
    assert ran.report.rejects == ()


def test_every_document_but_the_undated_ones_has_its_day(ran: Ran) -> None:
    undated = {Path(d.source).name for d in ran.documents.values() if d.published is None}
    assert undated <= {"samarkand-modi-says.txt"}


@pytest.mark.parametrize("row", rows("families"))
def test_families(row: dict[str, Any], ran: Ran) -> None:
    assert len({ran.family(name) for name in row["documents"]}) == 1


def test_nothing_else_is_a_family(ran: Ran) -> None:
    joined = [family for family in ran.families if len(family.documents) > 1]
    assert len(joined) == len(EXPECTED["families"])


@pytest.mark.parametrize("row", rows("differences"))
def test_differences(row: dict[str, Any], ran: Ran) -> None:
    asked = {ran.named(name) for name in row["documents"]}
    pairs = [(d.kind, {side.document for side in (d.a, d.b) if side}) for d in ran.differences]
    assert any(kind in row["kinds"] and sides == asked for kind, sides in pairs)


@pytest.mark.parametrize("row", rows("engagements"))
def test_engagements(row: dict[str, Any], ran: Ran) -> None:
    found = [record for record in ran.like(row) if record.status == row["status"]]
    assert found
    if "was" in row:
        assert any(set(row["was"]) & {entry.status for entry in record.status_history} for record in found)
    for side in row.get("accounts", ()):
        assert any(side in {account.side for account in record.accounts} for record in found)


@pytest.mark.parametrize("row", rows("absent"))
def test_what_must_not_come_out(row: dict[str, Any], ran: Ran) -> None:
    assert [record.id for record in ran.like(row) if record.status == "happened"] == []


@pytest.mark.parametrize("row", rows("omissions"))
def test_omissions(row: dict[str, Any], ran: Ran) -> None:
    has = ran.named(row["has"])
    sides = [side for d in ran.differences if d.kind in ("omission", "extra") for side in (d.a, d.b) if side]
    assert any(side.document == has and row["about"] in side.quote for side in sides)


def test_the_archive_is_the_one_its_pages_make() -> None:
    (held,) = (path for path in corpus_paths() if path.name.endswith(".warc.gz"))
    assert contents(held.read_bytes()) == contents(warc())


def contents(archive: bytes) -> list[tuple[str, str, bytes]]:
    """What an archive holds, however it was compressed."""
    return [
        (record.rec_headers["WARC-Target-URI"], record.rec_headers["WARC-Date"], record.content_stream().read())
        for record in ArchiveIterator(BytesIO(archive))
    ]
