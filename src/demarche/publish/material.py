"""What an edition is made of: the nouns of a store, by id."""

from collections.abc import Mapping

import msgspec

from demarche.model import Campaign, Claim, Difference, Document, Family, Measure, Record, Reject
from demarche.store import Store


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """All that a digest may draw on. `seen`: what the last digest knew of every record, its status and fingerprint."""

    documents: Mapping[str, Document] = {}
    families: tuple[Family, ...] = ()
    claims: Mapping[str, Claim] = {}
    records: tuple[Record, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    differences: tuple[Difference, ...] = ()
    measures: tuple[Measure, ...] = ()
    rejects: tuple[Reject, ...] = ()
    seen: Mapping[str, tuple[str, str]] | None = None
    seen_on: str = ""


def material(store: Store) -> Material:
    """The whole of a store, and what its last edition had seen."""
    last = store.editions.last()
    return Material(
        documents=store.texts(),
        families=tuple(store.families),
        claims={c.id: c for c in store.claims},
        records=tuple(store.records),
        campaigns=tuple(store.campaigns),
        differences=tuple(store.differences),
        measures=tuple(store.measures),
        rejects=tuple(store.rejects),
        seen={id: (s.status, s.digest) for id, s in last.records.items()} if last else None,
        seen_on=last.created[:10] if last else "",
    )
