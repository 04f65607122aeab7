"""Where the accounts of the sides differ, brought up to date: only records that changed are compared again."""

from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from demarche import families, records
from demarche.engine.fingerprint import fingerprint
from demarche.language import readable
from demarche.lexicon import knowledge
from demarche.model import Document, Record
from demarche.pipeline import reader
from demarche.pipeline.basis import digest
from demarche.store import Store, schema


def compared(store: Store, old: Sequence[Record], new: Sequence[Record], *, whole: bool) -> None:
    """Record by record; only of records that changed, or whose parts did.

    All are compared anew once their texts are read by another reader, or something else changed that no record shows.
    """
    code = fingerprint("demarche.records", "demarche.lexicon")
    made_by = digest(code, reader.reader_version(), _beside(store))
    if whole or store.notes.get("accounts made by") != made_by:
        told = list(filter(_is_told_by_a_side, store.records))
        store.differences.replace("accounts", records.differences(told, material(store, told)))
        store.notes.put("accounts made by", made_by)
        return
    before = {r.id: r for r in old}
    changed = {r.id: r for r in new if before.get(r.id) != r}
    near = {link.record for r in changed.values() for link in (*r.part_of, *r.parts)} - changed.keys()
    again = [*changed.values(), *store.records.those("id", near)]
    told = sorted(filter(_is_told_by_a_side, again), key=lambda r: r.id)
    scopes = sorted({*before, *changed, *near})
    store.differences.renew("accounts", scopes, records.differences(told, material(store, told)))


def _is_told_by_a_side(record: Record) -> bool:
    return any(a.source_class == "official" and a.side for a in record.accounts)


def _beside(store: Store) -> Iterator[str]:
    """What the comparison of accounts rests on beside the records: excerpts, unread texts, claims carried over."""
    yield from sorted(_excerpts(store))
    yield from sorted(d.id for d in _unread(store))
    carried = sa.select(schema.claims.c.id).where(schema.claims.c.found_by == families.FOUND_BY)
    yield from sorted(id for (id,) in store.link.rows(carried))


def material(store: Store, told: Iterable[Record]) -> records.Material:
    """The texts of some records and all claims in them, for whoever compares the accounts."""
    wanted = {e.document for r in told for e in r.evidence}
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
        excerpts=frozenset(_excerpts(store)),
        unread=tuple(_unread(store)),
    )


def _unread(store: Store) -> Iterator[Document]:
    """Official texts in languages that no backend reads."""
    own = schema.documents.c
    return store.documents.where(
        own.official_of.is_not(None), own.language.is_not(None), own.language.not_in(readable())
    )


def _excerpts(store: Store) -> Iterator[str]:
    """The shorter text of every pair of one side of which one is an excerpt of the other."""
    own = schema.edges.c
    for a, b in store.link.rows(sa.select(own.a, own.b).where(own.kind == "excerpt").distinct()):
        one, other = store.documents[a], store.documents[b]
        if one.official_of == other.official_of:
            yield min((one, other), key=lambda d: len(d.text)).id
