"""Families brought up to date: only documents that no run has compared are compared, only what changed is written."""

from collections.abc import Iterable, Iterator
from itertools import islice

from demarche import families
from demarche.engine import reach
from demarche.engine.fingerprint import fingerprint
from demarche.model import Difference, Family, Reject
from demarche.pipeline.intake import BATCH
from demarche.pipeline.log import Log
from demarche.store import Store


def related(store: Store, log: Log, workers: int, engine: str | None = None) -> None:
    """Profiles are kept, so that new documents are compared with old ones without reading these again."""
    engine = engine or "pool"
    maker = fingerprint("demarche.families")
    unsigned = store.profiles.missing(maker)
    workers = workers or (reach(engine) if len(unsigned) >= families.MANY else 1)
    made = families.signed(
        (store.documents[id] for id in unsigned), workers if len(unsigned) >= families.MANY else 1, engine
    )
    while batch := list(islice(made, BATCH)):
        with store.transaction():
            store.profiles.put(maker, ((one.document, one.data) for one in batch))
            _refused(store, batch, log)
    if not (fresh := store.profiles.fresh()):
        return
    profiles = map(families.unpacked, store.profiles)
    found = families.joined(profiles, earlier=store.families, fresh=fresh, workers=workers, engine=engine)
    with store.transaction():
        changed = set(store.families.replace(found))
        again = [i for i, f in enumerate(found.bare) if f.id in changed or not fresh.isdisjoint(f.documents)]
        changed |= {found.bare[i].id for i in again}
        differ = _differences(store, (found[i] for i in again))
        store.differences.renew("copies", sorted(changed), differ)
        store.profiles.settle()


def _refused(store: Store, signed: Iterable[families.Signed], log: Log) -> None:
    """What has no profile stays a family of its own."""
    for one in signed:
        source = store.documents[one.document].source
        store.rejects.clear("families", [source])
        if one.fault is not None:
            log.refuse(Reject("families", source, one.fault))


def _differences(store: Store, found: Iterable[Family]) -> Iterator[Difference]:
    for family in found:
        if len(family.documents) > 1:
            yield from families.differences(family, {id: store.documents[id] for id in family.documents})
