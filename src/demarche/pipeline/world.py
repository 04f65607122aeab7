"""The store as merging asks it: neighbours by their blocks, the records that hold a claim, each fetched once."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from demarche import records
from demarche.model import Anchor, Claim, Document, Family, Record
from demarche.store import Store, schema

EVENTS = schema.claims.c.type.concat("").in_(("engagement", "act"))
"""Asked of the claims of some ids or documents. For the bare column SQLite takes the index on it, with half of all
claims in it: of two million it looked through these for every few hundred ids, .8 ms a claim found in the place of .02.
"""


class StoreWorld:
    """What was asked for stays in memory as long as the world does: one lasts for a slice of the documents."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.documents: dict[str, Document] = {}
        self._families: dict[str, Family] = {}
        self._told: dict[str, records.Telling] = {}
        self._in: dict[str, list[records.Telling]] = defaultdict(list)
        self._complete: set[str] = set()
        self._bases: dict[str, str | None] = {}

    def within(self, documents: Iterable[str]) -> list[records.Telling]:
        """The tellings of some documents."""
        wanted = list(documents)
        self._take(self._store.claims.those("document", [d for d in wanted if d not in self._complete], EVENTS))
        self._complete.update(wanted)
        return [t for d in wanted for t in self._in[d]]

    def of(self, claims: Iterable[str]) -> list[records.Telling]:
        """The tellings of some claims."""
        wanted = list(claims)
        missing = [c for c in wanted if c not in self._told]
        self._take(self._store.claims.those("id", missing, EVENTS))
        return [self._told[c] for c in wanted if c in self._told]

    def near(self, some: Iterable[records.Telling]) -> list[records.Telling]:
        """Those that share a block with any of these."""
        wanted = {b for t in some for b in records.blocks(t)}
        return self.of(sorted(self._store.merging.sharing(wanted)))

    def at(self, anchors: Iterable[Anchor]) -> list[records.Telling]:
        """Those that anchors may mean."""
        every = list(anchors)
        self.within(sorted({a.span.document for a in every}))
        return [t for a in every for t in self._in[a.span.document] if records.meant(t, a)]

    def holding(self, claims: Iterable[str]) -> list[Record]:
        """The earlier records that hold any of some claims."""
        found = list(self._store.records.holding(claims))
        self._bases |= self._store.records.based(r.id for r in found)
        return found

    def base(self, record: str) -> str | None:
        """What an earlier record was made from."""
        return self._bases.get(record)

    def taken(self, records: Iterable[str]) -> set[str]:
        """Those that an earlier record has."""
        own = schema.records.c.id
        return {id for (id,) in self._store.link.among(sa.select(own), own, records)}

    def _take(self, claims: Iterable[Claim]) -> None:
        new = [c for c in claims if c.id not in self._told]
        self._know({c.document for c in new})
        for t in records.tellings(new, {f.id: f for f in self._families.values()}.values(), self.documents):
            self._told[t.claim.id] = t
            self._in[t.claim.document].append(t)

    def _know(self, documents: Iterable[str]) -> None:
        unknown = [d for d in documents if d not in self.documents]
        self.documents |= {d.id: bare(d) for d in self._store.documents.those("id", unknown)}
        self._families |= {d: f for f in self._store.families.holding(unknown) for d in f.documents}


def bare(document: Document) -> Document:
    """A document without its words, for stages that ask only who published it and when."""
    return msgspec.structs.replace(document, text="", boilerplate=())
