"""Claims brought up to date: what today's reader has not read is read, here, in a pool or on an engine."""

from demarche import families
from demarche.engine import Each, Plan, reach, run
from demarche.language import why_unread
from demarche.model import Reject
from demarche.pipeline import reader
from demarche.pipeline.log import Log
from demarche.store import Store

MANY = 200
"""From so many documents on, it pays to load model and knowledge (some three seconds) in several processes."""


def read(store: Store, log: Log, workers: int, engine: str | None) -> int:
    """Read what is unread; say how many documents that were."""
    version = reader.reader_version()
    unread = store.claims.unread(version)
    plan: Plan = (
        Each(
            "claims",
            reader.reading,
            gives=reader.Told,
            version=version,
            refused=reader.unread,
            told=reader.reader_version,
        ),
    )
    workers = workers or (reach(engine) if len(unread) >= MANY else 1)
    documents = (store.documents[id] for id in unread)
    log.expected = len(unread)
    for told in run(plan, documents, engine=engine or ("local" if workers == 1 else "pool"), workers=workers):
        _keep(store, told, version, log)
    return len(unread)


def carried(store: Store) -> None:
    """What a damaged copy hides is taken from the best witness of its family."""
    spoilt = [f for f in store.families if f.damaged and f.best]
    held = {d: tuple(store.claims.of(d)) for f in spoilt for d in (f.best, *f.damaged) if d}
    own = {d: tuple(c for c in found if c.found_by != families.FOUND_BY) for d, found in held.items()}
    texts = {d: store.documents[d] for d in held}
    store.claims.carry(families.FOUND_BY, (c for f in spoilt for c in families.carried(f, texts, own)))


def _keep(store: Store, told: reader.Told, version: str, log: Log) -> None:
    """The claims of a document and the mark that it was read enter together."""
    document = store.documents[told.document]
    with store.transaction():
        for step in ("language", "claims"):
            store.rejects.clear(step, [document.source])
        store.claims.put(told.document, told.claims, version)
        if told.fault is not None:
            log.refuse(Reject("claims", document.source, told.fault))
        if not told.read:
            log.refuse(Reject("language", document.source, why_unread(document)))
    log.step()
