"""All claims, what people judged and what the last run left -> the records of today."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from demarche.model import Claim, Document, Family, Judgement, Record, standing
from demarche.records.bound import Bound, bound
from demarche.records.clusters import clusters
from demarche.records.earlier import NOTHING, Earlier, Unchanged, basis
from demarche.records.evidence import evidence
from demarche.records.identity import carried, renamed
from demarche.records.judged import WHOLE, applied
from demarche.records.merge import merge
from demarche.records.parts import linked
from demarche.records.tellings import Telling, tellings


class Updated(msgspec.Struct, frozen=True):
    """The records, what each was made from, how many were made anew; which were judged to be none (and why), and the
    judgements that fit no record any more."""

    records: tuple[Record, ...]
    bases: Mapping[str, str]
    made: int
    dropped: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


def records(
    claims: Iterable[Claim],
    families: Iterable[Family],
    documents: Mapping[str, Document],
    judgements: Iterable[Judgement] = (),
    earlier: Earlier = NOTHING,
) -> tuple[Record, ...]:
    """The records of some claims, sorted by id. Neither the order nor a repetition of claims changes them.

    The text of `documents` is not needed: who published them and when is.
    """
    return updated(claims, families, documents, judgements, earlier).records


def updated(
    claims: Iterable[Claim],
    families: Iterable[Family],
    documents: Mapping[str, Document],
    judgements: Iterable[Judgement] = (),
    earlier: Earlier = NOTHING,
) -> Updated:
    """The same, with what the next run needs. Only groups that something new can reach are made again."""
    told, every = tellings(claims, families, documents), tuple(judgements)
    judged = standing(every)
    removed = [(j.record, frozenset(a.claim for a in j.a)) for j in every if j.record and j.field == WHOLE]
    found = _found(told, documents, bound(judged, told), earlier, removed)
    homes = {r.id: group for r, group in found.grouped}
    set_by_hand = applied(
        [r for r, _ in found.grouped],
        judged,
        again=lambda r: msgspec.structs.replace(r, evidence=evidence(r, homes[r.id], documents)),
    )
    gone = {id for id, _ in set_by_hand.dropped}
    bases = {id: b for id, b in found.bases.items() if id not in gone}
    return Updated(linked(set_by_hand.records), bases, found.made, set_by_hand.dropped, set_by_hand.lost)


class _Found(msgspec.Struct, frozen=True):
    grouped: tuple[tuple[Record, tuple[Telling, ...]], ...]
    bases: dict[str, str]
    made: int


def _found(
    told: Sequence[Telling],
    documents: Mapping[str, Document],
    judged: Bound,
    earlier: Earlier,
    removed: Sequence[tuple[str, frozenset[str]]],
) -> _Found:
    """The machine's records with their groups: those of before where nothing reached them, the others made anew."""
    before = Unchanged(earlier, told, documents, judged)
    groups = list(clusters(told, judged, before.touched if earlier.records else None))
    kept = [(r, group) for group in (*groups, *before.beside(groups)) if (r := before.record(group))]
    fresh = [(merge(group, documents), group) for group in groups if before.record(group) is None]
    known = {r.id for r, _ in kept}
    ids = carried([r for r, _ in fresh], (r for r in earlier.records if r.id not in known), known, removed)
    grouped = (*kept, *((renamed(r, ids[r.id]), group) for r, group in fresh))
    bases = {r.id: basis(group, documents, judged) for r, group in grouped}
    return _Found(tuple(sorted(grouped, key=lambda g: g[0].id)), bases, len(fresh))
