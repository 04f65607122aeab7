"""A large store made of a small one is a store: every quote stands in its text, every id has its noun."""

from pathlib import Path

from demarche.bench.crowd import crowd
from demarche.store import Store
from tests.store.store_cases import CALL, CALL_RAW, DID, FAMILY, PLAN, PLAN_RAW, RECORD, WILL


def test_a_crowd(tmp_path: Path) -> None:
    with Store(tmp_path / "small.db") as small, Store(tmp_path / "large.db") as large:
        small.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
        small.families.replace([FAMILY])
        small.claims.put(PLAN.id, [WILL], "reader/1")
        small.claims.put(CALL.id, [DID], "reader/1")
        small.records.replace([RECORD])
        assert crowd(small, large, 4) == 4
        records = list(large.records)
        assert len({r.id for r in records}) == 4
        assert all(e.quote == large.documents[e.document].text[e.start : e.end] for r in records for e in r.evidence)
        assert all(large.claims[c].document for r in records for c in r.claims)
        assert len({r.date.start for r in records if r.date}) > 1
        assert len(large.search.find("lavrov", "record")) == 4
