"""What is followed: feeds with the server's own marks, pages that wait and pages that were taken."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa

from demarche.model import Followed
from demarche.store import schema
from demarche.store.link import Link
from demarche.store.shelf import encoded

_decode = msgspec.json.Decoder(Followed).decode


class FollowedShelf:
    """`store.followed.get(address)`; `waiting(now)` gives the pages that are due."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def get(self, address: str) -> Followed | None:
        """How it stands with an address; None for a new one."""
        found = self.link.row(sa.select(schema.followed.c.body).where(schema.followed.c.address == address))
        return _decode(found[0]) if found else None

    def put(self, followed: Iterable[Followed]) -> None:
        """Keep how it stands with some addresses."""
        self.link.put(schema.followed, (_row(one) for one in followed))

    def waiting(self, now: str) -> list[Followed]:
        """Pages that wait and may be asked now, the longest waiting first."""
        table = schema.followed
        query = sa.select(table.c.body).where(table.c.kind == "page", table.c.waits, table.c.due <= now)
        return [_decode(body) for (body,) in self.link.rows(query.order_by(table.c.due, table.c.address))]

    def next_due(self) -> str | None:
        """The first moment at which a page may be asked again."""
        table = schema.followed
        found = self.link.row(sa.select(sa.func.min(table.c.due)).where(table.c.kind == "page", table.c.waits))
        return found[0] if found else None

    def __iter__(self) -> Iterator[Followed]:
        for (body,) in self.link.rows(sa.select(schema.followed.c.body).order_by(schema.followed.c.address)):
            yield _decode(body)


def _row(one: Followed) -> dict[str, object]:
    waits = one.kind == "page" and one.due is not None and one.wanted != one.stamp
    return {"address": one.address, "kind": one.kind, "waits": waits, "due": one.due, "body": encoded(one)}
