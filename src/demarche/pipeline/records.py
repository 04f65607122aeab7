"""Records brought up to date: only what is new, changed or gone is merged again, with what it reaches.

A run that knows nothing of the last one (another code, an old store) merges everything at once; what it comes to is the
same. `merged` does nothing where nothing changed.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from demarche import records
from demarche.engine.fingerprint import fingerprint
from demarche.model import Judgement, Record, standing
from demarche.pipeline.accounts import compared
from demarche.pipeline.measures import measured
from demarche.pipeline.world import StoreWorld, bare
from demarche.store import Store

STATE = "records"
"""The note that says how often records were written: whoever merged beside another process begins again."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a run does to the records: `old` give way to `new`. `documents` are those that the records follow now."""

    old: tuple[Record, ...]
    new: tuple[Record, ...]
    bases: dict[str, str]
    dropped: dict[str, str]
    documents: Sequence[str]
    blocks: dict[str, frozenset[int]]
    whole: bool = False


def merged(store: Store) -> None:
    """Let records, compared accounts and measures follow."""
    while not _followed(store):
        pass


def _followed(store: Store) -> bool:
    """One attempt; false where another process wrote records meanwhile."""
    state, made_by = store.notes.get(STATE), fingerprint("demarche.records", "demarche.lexicon")
    judgements = tuple(store.judgements)
    stands = msgspec.json.encode([j.id for j in standing(judgements)]).decode()
    whole = store.notes.get("records made by") != made_by
    change = _everything(store, judgements) if whole else _what_changed(store, judgements)
    with store.transaction():
        store.notes.put("records written by", str(state))  # waits for another writer to finish
        if store.notes.get(STATE) != state:
            return False
        if change:
            _write(store, change)
            store.notes.put(STATE, str(int(state) + 1 if state and state.isdecimal() else 1))
        compared(store, change.old if change else (), change.new if change else (), whole=whole)
        measured(store)
        store.notes.put("records made by", made_by)
        store.notes.put("records judged by", stands)
    return True


def _write(store: Store, change: Change) -> None:
    spots = {r.id: records.spots(r) for r in change.new}
    store.records.renew(change.old, change.new, change.bases, change.dropped, spots)
    if change.whole:
        store.merging.forget()
    store.merging.follow(change.documents, change.blocks)


def _everything(store: Store, judgements: Sequence[Judgement]) -> Change:
    """All claims merged at once; the records of before give their ids."""
    documents = {d.id: bare(d) for d in store.documents}
    told = records.tellings(store.claims.events(), store.families, documents)
    old = tuple(store.records)
    world = records.Memory(told, documents, records.Earlier(old))
    found = records.renewed((t.claim.id for t in told), world, judgements, old)
    return Change(
        old=old, new=records.linked(found.records), bases=dict(found.bases), dropped=dict(found.dropped),
        documents=store.merging.documents(), blocks={t.claim.id: records.blocks(t) for t in told}, whole=True,
    )  # fmt: skip


def _what_changed(store: Store, judgements: Sequence[Judgement]) -> Change | None:
    """Only what new, changed or gone claims reach, and what was judged anew."""
    fresh, bereft, judged = store.merging.documents(), store.records.bereft(), _judged_anew(store, judgements)
    if not (fresh or bereft or judged):
        return None
    world = StoreWorld(store, fresh)
    claims = {t.claim.id for t in (*world.fresh, *world.at(a for j in judged for a in (*j.a, *j.b)))}
    found = records.renewed(sorted(claims), world, judgements, store.records.those("id", bereft))
    linked, beside = records.relinked(found, store.records.at, lambda ids: store.records.those("id", ids))
    return Change(
        old=(*found.replaced, *(before for before, _ in beside)), new=(*linked, *(after for _, after in beside)),
        bases=dict(found.bases) | _bases(store, (r for r, _ in beside)), dropped=dict(found.dropped), documents=fresh,
        blocks=world.blocks,
    )  # fmt: skip


def _bases(store: Store, beside: Iterable[Record]) -> dict[str, Any]:
    return dict(store.records.based(r.id for r in beside))


def _judged_anew(store: Store, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that hold and did not when the records were last made, or the other way round."""
    note = store.notes.get("records judged by")
    before = set(msgspec.json.decode(note, type=list[str])) if note else set()
    return [j for j in judgements if j.id in before ^ {j.id for j in standing(judgements)}]
