"""A watch and the store -> what somebody who was told everything before has not heard yet.

Told is what a reader would call news: who, what, when, where, in which state. One more copy of a known story changes
the count of documents of a record and is no news.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from demarche.model import Record, Watch, sha256
from demarche.publish.queries import Query, query
from demarche.store import Store
from demarche.store.shelf import encoded

GONE = "gone"
"""Stands for the digest of a record that is there no more, or no more meets the question."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One record: new to this watch, changed, or gone; `digest` names what is told of it."""

    id: str
    kind: Literal["new", "changed", "gone"]
    digest: str
    record: Record | None = None


class News(msgspec.Struct, frozen=True):
    """What a channel has not been told. `delivery` is the same for the same news: a receiver can know it again."""

    watch: str
    items: tuple[Item, ...]
    delivery: str


def news(store: Store, watch: Watch, channel: str) -> News:
    """What is to be told on a channel."""
    asked = query(watch.query)
    before = store.watches.told(watch.name, channel)
    items = tuple(_items(store, asked, before, store.watches.since(watch.name)))
    content = encoded([watch.name, [(item.id, item.digest) for item in items]])
    return News(watch.name, items, f"dlv_{sha256(content.encode())[:24]}")


def baseline(store: Store, watch: Watch) -> list[tuple[str, str]]:
    """What is there when a watch begins: known, and not told."""
    asked = query(watch.query)
    return [(record.id, told_of(record)) for record in store.records if asked.takes(record)]


def _items(store: Store, asked: Query, before: dict[str, str], since: str | None) -> Iterator[Item]:
    """Only what has changed since the last look is read. A record that went up in another one is that one now."""
    changes = list(store.changed_since(since or ""))
    led = {c.id: c.to for c in changes if c.kind == "redirected" and c.to}
    before = {led.get(id, id): digest for id, digest in before.items()} | before
    for id in sorted({c.id for c in changes} - set(led)):
        record = store.records.get(id)
        if record is not None and asked.takes(record):
            digest = told_of(record)
            if before.get(id) != digest:
                kind: Literal["new", "changed"] = "changed" if before.get(id, GONE) != GONE else "new"
                yield Item(id=id, kind=kind, digest=digest, record=record)
        elif before.get(id, GONE) != GONE:
            yield Item(id=id, kind="gone", digest=GONE, record=record)


def told_of(record: Record) -> str:
    """A digest of what a reader is told of a record."""
    place = record.place.name if record.place else None
    who = sorted((p.role or "", p.actor or p.name or "", p.country or "") for p in record.participants)
    did = sorted((p.actor or p.name or "", p.country or "") for p in record.actors + record.targets)
    day = (record.date.start, record.date.end) if record.date else None
    fields = (record.type, record.mode, record.event, record.what, record.status, day, place, who, did)
    return sha256(encoded(fields).encode())[:24]
