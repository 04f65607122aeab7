"""Saved searches, and what was told of each of them on each channel: nothing is told twice."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa

from demarche.model import UsageError, Watch
from demarche.store import schema
from demarche.store.link import Link
from demarche.store.shelf import encoded

_decode = msgspec.json.Decoder(Watch).decode


class Watches:
    """`for watch in store.watches`, by name."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def add(self, watch: Watch) -> None:
        """Keep a new one; a name that is taken is refused."""
        with self.link.writing():
            if watch.name in {one.name for one in self}:
                raise UsageError(f"there is a watch {watch.name!r} already; `demarche watch remove {watch.name}` first")
            self.link.put(schema.watches, [{"name": watch.name, "since": None, "body": encoded(watch)}])

    def remove(self, name: str) -> None:
        """Forget one, and what was told of it."""
        if name not in {one.name for one in self}:
            raise UsageError(f"no watch is called {name!r}; there are {', '.join(w.name for w in self) or 'none'}")
        with self.link.writing():
            self.link.delete(schema.told, schema.told.c.watch == name)
            self.link.delete(schema.watches, schema.watches.c.name == name)

    def __iter__(self) -> Iterator[Watch]:
        for (body,) in self.link.rows(sa.select(schema.watches.c.body).order_by(schema.watches.c.name)):
            yield _decode(body)

    def since(self, name: str) -> str | None:
        """The moment up to which the record was looked through; None before the first time."""
        found = self.link.row(sa.select(schema.watches.c.since).where(schema.watches.c.name == name))
        return found[0] if found else None

    def looked(self, name: str, moment: str) -> None:
        """Keep that moment."""
        with self.link.writing() as connection:
            table = schema.watches
            connection.execute(sa.update(table).where(table.c.name == name).values(since=moment))

    def told(self, name: str, channel: str) -> dict[str, str]:
        """The records that were told on a channel, each with the digest of what was told."""
        table = schema.told
        rows = sa.select(table.c.record, table.c.digest).where(table.c.watch == name, table.c.channel == channel)
        return self.link.pairs(rows)

    def tell(self, name: str, channel: str, digests: Iterable[tuple[str, str]]) -> None:
        """Keep that they were told."""
        rows = ({"watch": name, "channel": channel, "record": r, "digest": d} for r, d in digests)
        self.link.put(schema.told, rows)
