"""A store of every kind that this machine can run; PostgreSQL where DEMARCHE_TEST_POSTGRES names a database."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from demarche.model import Family
from demarche.store import Store
from demarche.store.address import url_of
from tests.store.store_cases import CALL, CALL_RAW, DID, DIFFERENCE, FAMILY, MEASURE, PLAN, PLAN_RAW, RECORD, WILL

POSTGRES = os.environ.get("DEMARCHE_TEST_POSTGRES")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where: str | Path = tmp_path / "demarche.db"
    if request.param == "postgresql":
        if not POSTGRES:
            pytest.skip("DEMARCHE_TEST_POSTGRES names no database")
        where = POSTGRES
        empty(POSTGRES)
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
