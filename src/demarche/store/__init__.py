"""Keeps every noun in one database: SQLite by default, PostgreSQL by URL.

    with Store("demarche.db") as store:
        store.documents.put([(document, raw)])
        for record in store.records: ...

Shelves: `documents` (with `.raw(id)`), `families` (with `.of(document)`), `claims` (with `.of(document)`), `records`,
`differences` (with `.of(scope)`), `measures`, `rejects`, `runs`, `editions`, `judgements`, `notes`. Each streams in the
order of its ids; those of nouns with an id take `store.records[id]`, `.get(id)`, `id in`, `len()`.
"""

from demarche.store.changes import Change
from demarche.store.editions import Issued, Seen
from demarche.store.records import digest_of
from demarche.store.runs import Run
from demarche.store.store import Store

__all__ = ["Change", "Issued", "Run", "Seen", "Store", "digest_of"]
