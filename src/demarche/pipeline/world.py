"""The store as merging asks it: neighbours by their blocks, the records that hold a claim, each fetched once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from demarche import records
from demarche.model import Anchor, Claim, Document, Family, Record
from demarche.store import Store, schema

EVENTS = schema.claims.c.type.in_(("engagement", "act"))


class StoreWorld:
    """`fresh` are the documents whose claims, data or family changed: their blocks are not in the store yet."""

    def __init__(self, store: Store, fresh: Sequence[str]) -> None:
        self._store = store
        self.documents: dict[str, Document] = {}
        self._families: dict[str, Family] = {}
        self._told: dict[str, records.Telling] = {}
        self._in: dict[str, list[records.Telling]] = defaultdict(list)
        self._complete: set[str] = set()
        self._bases: dict[str, str | None] = {}
        self.fresh = self._in_documents(fresh)
        self.blocks = {t.claim.id: records.blocks(t) for t in self.fresh}
        self._fresh_in: dict[int, list[records.Telling]] = defaultdict(list)
        for t in self.fresh:
            for block in self.blocks[t.claim.id]:
                self._fresh_in[block].append(t)

    def of(self, claims: Iterable[str]) -> list[records.Telling]:
        """The tellings of some claims."""
        wanted = list(claims)
        missing = [c for c in wanted if c not in self._told]
        self._take(self._store.claims.those("id", missing, EVENTS))
        return [self._told[c] for c in wanted if c in self._told]

    def near(self, some: Iterable[records.Telling]) -> list[records.Telling]:
        """Those that share a block with any of these."""
        wanted = {b for t in some for b in self.blocks.get(t.claim.id) or records.blocks(t)}
        kept = (c for c in self._store.merging.sharing(wanted) if c not in self.blocks)
        new = {t.claim.id: t for b in wanted for t in self._fresh_in.get(b, ())}
        return [*self.of(sorted(kept)), *new.values()]

    def at(self, anchors: Iterable[Anchor]) -> list[records.Telling]:
        """Those that anchors may mean."""
        every = list(anchors)
        self._in_documents(sorted({a.span.document for a in every}))
        return [t for a in every for t in self._in[a.span.document] if records.meant(t, a)]

    def holding(self, claims: Iterable[str]) -> list[Record]:
        """The earlier records that hold any of some claims."""
        found = list(self._store.records.holding(claims))
        self._bases |= self._store.records.based(r.id for r in found)
        return found

    def base(self, record: str) -> str | None:
        """What an earlier record was made from."""
        return self._bases.get(record)

    def taken(self, record: str) -> bool:
        """Is it the id of an earlier record?"""
        return record in self._store.records

    def _in_documents(self, documents: Iterable[str]) -> list[records.Telling]:
        wanted = list(documents)
        self._take(self._store.claims.those("document", [d for d in wanted if d not in self._complete], EVENTS))
        self._complete.update(wanted)
        return [t for d in wanted for t in self._in[d]]

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
