"""Merging a slice of the documents at a time: the same records as all at once, and memory that stays."""

import gc
import tracemalloc
from collections.abc import Iterable
from itertools import groupby

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche import records
from demarche.model import Family, Record
from demarche.pipeline import records as stage
from demarche.pipeline.records import merged
from demarche.pipeline.world import EVENTS, StoreWorld
from demarche.records import blocking
from demarche.records.merge import merge
from demarche.store import Store, schema
from demarche.store.link import CHUNK
from tests.records.test_piece_by_piece import Desk, content, documents, nameless, opened, texts

SMALL = st.integers(1, 3)


def sliced(store: Store, size: int) -> None:
    """Merge so many documents at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "SLICE", size)
        merged(store)


def filled(store: Store, every: Iterable[str], kin: bool) -> None:
    """All texts in the store, each two of them versions of one text if they are `kin`."""
    desk = Desk(store, documents(every))
    while desk.waiting:
        desk.do("add", 0)
    for number in range(len(desk.homes) if kin else 0):
        desk.do("family", number)


@settings(max_examples=10, deadline=None)
@given(texts(), SMALL, st.booleans())
def test_slices_come_to_what_all_at_once_comes_to(every: list[str], size: int, kin: bool) -> None:
    with opened() as store:
        filled(store, every, kin)
        sliced(store, size)
        told = list(store.claims), list(store.families), store.texts()
        assert tuple(store.records) == records.records(*told)
        pieces = content(store)
        led = [old for (old,) in store.link.rows(sa.select(schema.redirects.c.old)) if old.startswith("rec_")]
        assert not led, "there was never another record than the last"
    with opened() as store:
        filled(store, every, kin)
        merged(store)
        assert content(store) == pieces


@settings(max_examples=10, deadline=None)
@given(texts(), SMALL, st.integers(1, 4))
def test_records_of_other_code_give_way_slice_by_slice(every: list[str], size: int, together: int) -> None:
    """Whatever was one record before, claim by claim of other texts among it."""
    with opened() as store:
        filled(store, every, kin=True)
        merged(store)
        right = nameless(store)
        assert [r.claims for r in strangers(store, together)] == [r.claims for r in store.records]
        store.notes.put("records made by", "another code")
        sliced(store, size)
        assert nameless(store) == right
        ties = [claim for (claim,) in store.link.rows(sa.select(schema.record_claims.c.claim))]
        assert len(ties) == len(set(ties)), "no claim is in two records"


def strangers(store: Store, together: int) -> list[Record]:
    """So many claims that have nothing in common are one record each."""
    world = StoreWorld(store)
    told = sorted(world.within(d.id for d in store.documents), key=lambda t: (t.apart[0], t.claim.quote, t.claim.id))
    groups = [list(own) for _, own in groupby(told, key=lambda t: t.apart[0])]
    wrong = [merge(own[i : i + together], world.documents) for own in groups for i in range(0, len(own), together)]
    wrong.sort(key=lambda r: r.id)
    store.records.replace(wrong, {r.id: "made by other code" for r in wrong})
    return wrong


def test_slices_hold_less_than_the_whole() -> None:
    peak(50, 10)  # what is remembered from then on is there
    slices, whole = peak(500, 10), peak(500, 500)
    assert slices < 0.7 * whole, f"{slices / whole:.2f} of the memory that merging all at once takes"


def peak(size: int, at_once: int) -> int:
    """The most that was held while so many documents, each of a day of its own, were merged some at a time."""
    days = (f"20{10 + n // 336:02}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(size))
    every = [f"call happened USA:Antony_Blinken/minister RUS:Lavrov/minister on={d} pub={d} doc=d{n:04}"
             for n, d in enumerate(days)]  # fmt: skip
    with opened() as store:
        told = documents(every)
        with store.transaction():
            store.documents.put((document, document.text.encode()) for document, _ in told.values())
            for document, claims in told.values():
                store.claims.put(document.id, claims, "reader/1")
            store.families.replace(Family(id=f"fam_{id}", documents=(id,)) for id in told)
        del told, every
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(stage, "INDEXED", 10)
            patch.setattr(blocking, "numbered", blocking.numbered.__wrapped__)  # it remembers some thousands
            patch.setattr(stage, "measured", lambda store: None)
            gc.collect()
            tracemalloc.start()
            try:
                sliced(store, at_once)
                assert len(store.records) == size
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()


@pytest.mark.parametrize("name", ["id", "document"])
def test_no_slice_looks_through_all_claims(name: str) -> None:
    claims = schema.claims.c
    query = sa.select(claims.body).where(claims[name].in_([f"x{n}" for n in range(CHUNK)]), EVENTS)
    with opened() as store, store.link.reading() as connection:
        plan = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        steps = " ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {plan}"))
    assert f"({name}=?)" in steps
