"""What became of records since a moment: changed, led on to another id, gone. For those who keep a copy."""

from collections.abc import Iterator
from typing import Literal

import msgspec
import sqlalchemy as sa

from demarche.store.link import Link
from demarche.store.schema import records, redirects, tombstones


class Change(msgspec.Struct, frozen=True, order=True):
    """`at` is the moment in UTC; `to` the id that took over, `reason` why a record is gone."""

    at: str
    id: str
    kind: Literal["changed", "redirected", "deleted"]
    to: str | None = None
    reason: str | None = None


def changes(link: Link, since: str) -> Iterator[Change]:
    """New and changed records, redirects and tombstones from a moment on, by moment and id."""
    own = sa.select(records.c.changed, records.c.id).where(records.c.changed >= since)
    led = sa.select(redirects.c.at, redirects.c.old, redirects.c.new).where(
        redirects.c.at >= since, redirects.c.old.startswith("rec_", autoescape=True)
    )
    gone = sa.select(tombstones.c.at, tombstones.c.id, tombstones.c.reason).where(
        tombstones.c.at >= since, tombstones.c.noun == "record"
    )
    found = [Change(at, id, "changed") for at, id in link.rows(own)]
    found += [Change(at, old, "redirected", to=new) for at, old, new in link.rows(led)]
    found += [Change(at, id, "deleted", reason=reason) for at, id, reason in link.rows(gone)]
    yield from sorted(found, key=lambda c: (c.at, c.id))
