"""Where the accounts of the sides differ, brought up to date: only records that changed are compared again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import sqlalchemy as sa

from demarche import families, records
from demarche.engine.fingerprint import fingerprint
from demarche.language import readable
from demarche.lexicon import knowledge
from demarche.model import Document, Record
from demarche.pipeline import reader
from demarche.pipeline.basis import digest
from demarche.store import Store, schema


def compared(
    store: Store, found: Sequence[Record], before: Mapping[str, Record], documents: Mapping[str, Document]
) -> None:
    """Record by record; only of records that changed, or whose parts did.

    All are compared anew once their texts are read by another reader, or something else changed that no record shows.
    """
    told = [r for r in found if any(a.source_class == "official" and a.side for a in r.accounts)]
    code = fingerprint("demarche.records", "demarche.lexicon")
    made_by = digest(code, reader.reader_version(), _beside(store, documents))
    if store.notes.get("accounts made by") != made_by:
        store.differences.replace("accounts", records.differences(told, material(store, told)))
        store.notes.put("accounts made by", made_by)
        return
    new = {r.id for r in found if before.get(r.id) != r}
    near = {r.id for r in found if any(link.record in new for link in (*r.part_of, *r.parts))}
    again = [r for r in told if r.id in new | near]
    gone = set(before) - {r.id for r in found}
    store.differences.renew("accounts", sorted(new | near | gone), records.differences(again, material(store, again)))


def _beside(store: Store, documents: Mapping[str, Document]) -> Iterator[str]:
    """What the comparison of accounts rests on beside the records: excerpts, unread texts, claims carried over."""
    yield from sorted(_excerpts(store))
    known = readable()
    yield from (id for id, d in documents.items() if d.official_of and d.language and d.language not in known)
    yield from (c.id for c in store.claims.where(schema.claims.c.found_by == families.FOUND_BY))


def material(store: Store, told: Iterable[Record]) -> records.Material:
    """The texts of some records and all claims in them, for whoever compares the accounts."""
    held = schema.record_claims.c
    homes = store.link.pairs(sa.select(held.claim, held.record))
    wanted = {e.document for r in told for e in r.evidence}
    known = readable()
    return records.Material(
        documents={id: store.documents[id] for id in wanted},
        claims={id: tuple(store.claims.of(id)) for id in wanted},
        knowledge=knowledge(),
        homes=homes,
        excerpts=frozenset(_excerpts(store)),
        unread=tuple(d for d in store.documents if d.official_of and d.language and d.language not in known),
    )


def _excerpts(store: Store) -> Iterator[str]:
    """The shorter text of every pair of one side of which one is an excerpt of the other."""
    for family in store.families:
        for edge in (e for e in family.edges if e.kind == "excerpt"):
            a, b = store.documents[edge.a], store.documents[edge.b]
            if a.official_of == b.official_of:
                yield min((a, b), key=lambda d: len(d.text)).id
