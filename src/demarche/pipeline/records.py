"""Records, compared accounts and measures brought up to date with claims, families and judgements."""

from collections.abc import Iterable, Iterator

import msgspec

from demarche import network, records
from demarche.engine.fingerprint import fingerprint
from demarche.model import Document
from demarche.pipeline.accounts import compared
from demarche.pipeline.basis import digest
from demarche.store import Store


def merged(store: Store) -> None:
    """Let the records follow; nothing is done where nothing changed."""
    known = {document.id: _bare(document) for document in store.documents}
    code = fingerprint("demarche.records", "demarche.network")
    basis = digest(
        code, store.claims.ids(), _metadata(known.values()), map(repr, store.families), store.judgements.ids()
    )
    if store.notes.get("records") == basis:
        return
    made_by = fingerprint("demarche.records", "demarche.lexicon")
    bases = store.records.bases() if store.notes.get("records made by") == made_by else {}
    earlier = records.Earlier(tuple(store.records), bases)
    found = records.updated(store.claims.events(), store.families, known, store.judgements, earlier)
    with store.transaction():
        store.records.replace(found.records, found.bases, dict(found.dropped), earlier.records)
        compared(store, found.records, {r.id: r for r in earlier.records}, known)
        store.measures.replace(network.measures(found.records, tuple(store.families), known))
        store.notes.put("records made by", made_by)
        store.notes.put("records", basis)


def _bare(document: Document) -> Document:
    """A document without its words, for stages that ask only who published it and when."""
    return msgspec.structs.replace(document, text="", boilerplate=())


def _metadata(documents: Iterable[Document]) -> Iterator[str]:
    return (repr(msgspec.structs.replace(d, retrieved_at=None)) for d in documents)
