"""Records brought up to date: only what is new, changed or gone is merged again, with what it reaches.

Documents are merged by the day of their publication, a slice at a time, each slice in a transaction of its own: memory
is bounded by what a slice reaches, however many documents there are. That comes to what merging all at once comes to,
because a group depends on nothing but what it reaches, and all blocks are known before the first slice begins. Where
the code that merges is another, everything is new. `merged` does nothing where nothing changed.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from demarche import records
from demarche.engine.fingerprint import fingerprint
from demarche.model import Anchor, Judgement, Record, standing
from demarche.pipeline.accounts import Accounts
from demarche.pipeline.measures import measured
from demarche.pipeline.world import StoreWorld
from demarche.store import Store

STATE = "records"
"""The note that says how often records were written: whoever merged beside another process begins again."""
SLICE = 1000
"""Documents merged at a time: smaller slices hold less, and meet their neighbours more often."""
INDEXED = 100
"""Documents indexed at a time."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a slice does to the records: `old` give way to `new`."""

    old: tuple[Record, ...] = ()
    new: tuple[Record, ...] = ()
    bases: dict[str, Any] = {}
    dropped: dict[str, str] = {}


class Shaken(msgspec.Struct, frozen=True):
    """What changes records though no document is new: those that hold a claim which is gone, what was judged anew."""

    bereft: tuple[str, ...] = ()
    judged: tuple[Anchor, ...] = ()


def merged(store: Store) -> None:
    """Let records, compared accounts and measures follow."""
    made_by = fingerprint("demarche.records", "demarche.lexicon")
    if store.notes.get("records made by") != made_by:
        with store.transaction():
            store.merging.forget()
            store.notes.put("records made by", made_by)
    while not _followed(store):
        pass


def _followed(store: Store) -> bool:
    """One attempt; false where another process wrote records meanwhile."""
    judgements, accounts = tuple(store.judgements), Accounts(store)
    waiting, shaken = store.merging.documents(), _shaken(store, judgements)
    _indexed(store, waiting)
    done: set[str] = set()
    for documents in _slices(waiting, SLICE):
        state = store.notes.get(STATE)
        change = _changed(store, judgements, documents, done, shaken)
        if not _written(store, state, change, documents, accounts):
            return False
        shaken = Shaken()
    with store.transaction():
        accounts.settle()
        measured(store)
        stands = msgspec.json.encode([j.id for j in standing(judgements)]).decode()
        store.notes.put("records judged by", stands)
    return True


def _slices(documents: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """So many at a time; one slice without any, where nothing is new but claims may be gone or judged."""
    for start in range(0, max(1, len(documents)), size):
        yield documents[start : start + size]


def _indexed(store: Store, documents: Sequence[str]) -> None:
    """Let the claims of some documents be found by their neighbours."""
    for some in _slices(documents, INDEXED):
        store.merging.index({t.claim.id: records.blocks(t) for t in StoreWorld(store).within(some)})


def _changed(
    store: Store, judgements: Sequence[Judgement], documents: Sequence[str], done: set[str], shaken: Shaken
) -> Change:
    """What the claims of some documents reach, and what is `shaken`.

    `done` are claims of later slices that an earlier one reached: they stand as they are.
    """
    world = StoreWorld(store)
    own = {t.claim.id for t in world.within(documents)}
    claims = own - done | {t.claim.id for t in world.at(shaken.judged)}
    if not (claims or shaken.bereft):
        return Change()
    found = records.renewed(sorted(claims), world, judgements, store.records.those("id", shaken.bereft))
    done |= {c for r in found.records for c in r.claims}
    done -= own
    linked, beside = records.relinked(found, store.records.at, lambda ids: store.records.those("id", ids))
    return Change(
        old=(*found.replaced, *(before for before, _ in beside)), new=(*linked, *(after for _, after in beside)),
        bases=dict(found.bases) | store.records.based(r.id for r, _ in beside), dropped=dict(found.dropped),
    )  # fmt: skip


def _written(store: Store, state: str | None, change: Change, documents: Sequence[str], accounts: Accounts) -> bool:
    """Keep what a slice came to, if nobody else has written records since it was begun."""
    with store.transaction():
        store.notes.put("records written by", str(state))  # waits for another writer to finish
        if store.notes.get(STATE) != state:
            return False
        if change.old or change.new:
            spots = {r.id: records.spots(r) for r in change.new}
            store.records.renew(change.old, change.new, change.bases, change.dropped, spots)
            store.notes.put(STATE, str(int(state) + 1 if state and state.isdecimal() else 1))
            accounts.follow(change.old, change.new)
        store.merging.follow(documents)
    return True


def _shaken(store: Store, judgements: Sequence[Judgement]) -> Shaken:
    """The records of which a claim is gone; and the judgements that hold and did not when the records were last made,
    or the other way round."""
    note = store.notes.get("records judged by")
    before = set(msgspec.json.decode(note, type=list[str])) if note else set()
    anew = before ^ {j.id for j in standing(judgements)}
    return Shaken(tuple(store.records.bereft()), tuple(a for j in judgements if j.id in anew for a in (*j.a, *j.b)))
