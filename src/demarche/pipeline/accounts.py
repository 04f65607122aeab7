"""Where the accounts of the sides differ, brought up to date: only records that changed are compared again."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

import sqlalchemy as sa

from demarche import families, records
from demarche.engine.fingerprint import fingerprint
from demarche.language import readable
from demarche.lexicon import knowledge
from demarche.model import Difference, Document, Record
from demarche.pipeline import reader
from demarche.pipeline.basis import digest
from demarche.pipeline.world import bare
from demarche.store import Store, schema

MADE_BY = "accounts made by"
AT_ONCE = 200
"""Records whose texts are held together."""


class Beside:
    """What comparing rests on beside the records and their texts; asked for once, when it is needed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def excerpts(self) -> frozenset[str]:
        """The shorter text of every pair of one side of which one is an excerpt of the other."""
        own = schema.edges.c
        pairs = sa.select(own.a, own.b).where(own.kind == "excerpt").distinct()
        return frozenset(
            min((one, other), key=lambda d: len(d.text)).id
            for a, b in self._store.link.rows(pairs)
            if (one := self._store.documents[a]).official_of == (other := self._store.documents[b]).official_of
        )

    @cached_property
    def unread(self) -> tuple[Document, ...]:
        """Official texts in languages that no backend reads."""
        own = schema.documents.c
        there = self._store.documents.where(
            own.official_of.is_not(None), own.language.is_not(None), own.language.not_in(readable())
        )
        return tuple(map(bare, there))

    def lines(self) -> Iterator[str]:
        """All of it, and the claims that are carried over."""
        yield from sorted(self.excerpts)
        yield from sorted(d.id for d in self.unread)
        carried = sa.select(schema.claims.c.id).where(schema.claims.c.found_by == families.FOUND_BY)
        yield from sorted(id for (id,) in self._store.link.rows(carried))

    def material(self, told: Iterable[Record]) -> records.Material:
        """The texts of some records and all claims in them."""
        store, wanted = self._store, {e.document for r in told for e in r.evidence}
        claims = {id: tuple(store.claims.of(id)) for id in wanted}
        held = schema.record_claims.c
        homes = store.link.among(
            sa.select(held.claim, held.record), held.claim, (c.id for own in claims.values() for c in own)
        )
        return records.Material(
            documents={d.id: d for d in store.documents.those("id", wanted)},
            claims=claims,
            knowledge=knowledge(),
            homes={row[0]: row[1] for row in homes},
            excerpts=self.excerpts,
            unread=self.unread,
        )

    def differences(self, told: Iterable[Record]) -> Iterator[Difference]:
        """Where the accounts of some records differ; only what is told by several is looked at with its texts."""
        bare_of_texts = self.material(())
        several = filter(bare_of_texts.is_told_by_several, told)
        while some := list(islice(several, AT_ONCE)):
            yield from records.differences(some, self.material(some))


class Accounts:
    """The comparison through one run: slice by slice with the records, or all anew at its end.

    All are compared anew once their texts are read by another reader, or something else changed that no record shows.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._beside = Beside(store)
        code = fingerprint("demarche.records", "demarche.lexicon")
        self._made_by = digest(code, reader.reader_version(), self._beside.lines())
        self._stands = store.notes.get(MADE_BY) == self._made_by

    def follow(self, old: Sequence[Record], new: Sequence[Record]) -> None:
        """Compare records that changed, or whose parts did."""
        if not self._stands:
            return
        before = {r.id: r for r in old}
        changed = {r.id: r for r in new if before.get(r.id) != r}
        near = {link.record for r in changed.values() for link in (*r.part_of, *r.parts)} - changed.keys()
        again = sorted((*changed.values(), *self._store.records.those("id", near)), key=lambda r: r.id)
        scopes = sorted({*before, *changed, *near})
        self._store.differences.renew("accounts", scopes, self._beside.differences(again))

    def settle(self) -> None:
        """All anew, where the last run had another ground to stand on."""
        if not self._stands:
            self._store.differences.replace("accounts", self._beside.differences(self._store.records))
            self._store.notes.put(MADE_BY, self._made_by)


def material(store: Store, told: Iterable[Record]) -> records.Material:
    """The texts of some records and all claims in them, for whoever compares the accounts."""
    return Beside(store).material(told)
