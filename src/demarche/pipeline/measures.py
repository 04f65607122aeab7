"""Measures brought up to date with records and coverage; only those that are others than before are written."""

from collections.abc import Mapping

import sqlalchemy as sa

from demarche import network
from demarche.engine.fingerprint import fingerprint
from demarche.pipeline.basis import digest
from demarche.store import Store, schema


def measured(store: Store) -> None:
    """Let the measures follow."""
    published = store.link.pairs(sa.select(schema.documents.c.id, schema.documents.c.published))
    homes = store.families.by_document()
    code = fingerprint("demarche.network", "demarche.lexicon")
    basis = digest(
        code,
        (f"{id} {day} {homes.get(id)}" for id, day in sorted(published.items())),
        (f"{id} {told}" for id, told in store.records.digests()),
    )
    if store.notes.get("measures") == basis:
        return
    engagements = store.records.where(schema.records.c.type == "engagement", schema.records.c.status == "happened")
    store.measures.replace(network.measures_under(engagements, _coverage(published, homes)))
    store.campaigns.replace(
        network.campaigns(store.records.where(schema.records.c.type == "engagement"), store.campaigns)
    )
    store.notes.put("measures", basis)


def _coverage(published: Mapping[str, str], homes: Mapping[str, str]) -> dict[str, set[str]]:
    """The families of which a document was published on a day."""
    seen: dict[str, set[str]] = {}
    for id, day in published.items():
        if day and id in homes:
            seen.setdefault(day, set()).add(homes[id])
    return seen
