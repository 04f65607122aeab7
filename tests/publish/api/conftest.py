"""The API over the small store of the exporters' tests, answered in this process."""

from collections.abc import Iterator

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from demarche.model import Evidence, Record
from demarche.publish.api import Access, Duties, House, app
from demarche.records import Comparison, Explanation
from demarche.store import Store
from tests.publish.exports.conftest import ACT_RECORD, template
from tests.publish.exports.conftest import whole as stored
from tests.store.store_cases import DID, RECORD, WILL

__all__ = ["stored", "template"]
TOKEN = "a-token-of-enough-letters"
JUDGEABLE = msgspec.structs.replace(
    RECORD,
    evidence=(*RECORD.evidence, *(Evidence(c.document, c.start, c.end, c.quote, "status", c.id) for c in (WILL, DID))),
)
"""The call, with the words that its status rests on: without them nothing can be judged."""


@pytest.fixture
def whole(stored: Store) -> Store:
    stored.records.replace([JUDGEABLE, ACT_RECORD])
    return stored


def _compared(store: Store, record: Record) -> Comparison:
    return Comparison(record.id, (), (), ())


def _explained(store: Store, record: Record) -> Explanation:
    return Explanation(record=record.id, claims=record.claims, alike=(), joined=(), apart=(), forbids=())


def _judged(store: Store) -> None:
    """The records stay as they are: what judgements do to them is the pipeline's test."""


def house(store: Store, **access: object) -> House:
    duties = Duties(judged=_judged, compared=_compared, explained=_explained)
    return House(store=store, access=Access(**{"token": TOKEN, **access}), duties=duties, version="1")  # type: ignore[arg-type]


@pytest.fixture
def client(whole: Store) -> Iterator[TestClient[Litestar]]:
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture
def id() -> str:
    return RECORD.id
