"""Merging piece by piece on either database: neighbours come from its indices, and everything at once is the same."""

from demarche.pipeline.records import merged
from demarche.store import Store
from tests.records.test_piece_by_piece import TRIPS, Desk, content, documents

STEPS = (
    "add",
    "merge",
    "add",
    "add",
    "merge",
    "join",
    "merge",
    "add",
    "read otherwise",
    "merge",
    "drop",
    "undo",
    "merge",
)


def test_pieces_come_to_the_whole(store: Store) -> None:
    desk = Desk(store, documents(f"{line} doc=d{n}" for n, line in enumerate(TRIPS)))
    for number, step in enumerate(STEPS):
        desk.do(step, number)
    pieces = content(store)
    assert pieces["records"]
    assert pieces["blocks"]
    assert store.merging.documents() == []
    store.notes.put("records made by", "another code")
    merged(store)
    assert content(store) == pieces


def test_what_is_gone_or_changed_is_to_be_merged(full: Store) -> None:
    waiting = full.merging.documents()
    assert waiting == [d.id for d in sorted(full.documents, key=lambda d: (d.published or "9999", d.id))], "by day"
    full.merging.follow(waiting)
    assert full.merging.documents() == []
    full.claims.put(waiting[0], [], "reader/2")
    assert full.merging.documents() == waiting[:1]
    assert full.records.bereft() == [r.id for r in full.records], "its claim is gone"
