"""What is told, what people judged and what the last run left -> the records of today."""

from collections.abc import Iterable, Mapping

import msgspec

from demarche.model import Claim, Document, Family, Judgement, Record
from demarche.model import standing as judged
from demarche.records.bound import bound
from demarche.records.earlier import NOTHING, Earlier, unchanged
from demarche.records.parts import linked
from demarche.records.renewal import FIELDS, PAIRS, Renewed, renewed
from demarche.records.tellings import tellings
from demarche.records.world import Memory


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
    world = Memory(told, documents, earlier)
    pairs = bound([j for j in judged(every) if j.action in PAIRS], told)
    stands = unchanged(earlier.records, world.base, told, documents, pairs)
    as_before = {claim for held in stands for claim in held}
    changed = [r for r in earlier.records if not as_before.issuperset(r.claims)]
    found = renewed((t.claim.id for t in told if t.claim.id not in as_before), world, every, changed)
    lost = (j.id for j in judged(every) if j.action in FIELDS and not any(world.at(j.a)))
    return _whole(found, earlier, tuple(lost))


def _whole(found: Renewed, earlier: Earlier, lost: tuple[str, ...]) -> Updated:
    """What was renewed, in the place of what it replaces."""
    gone = {r.id for r in found.replaced}
    rest = [r for r in earlier.records if r.id not in gone]
    bases = {r.id: b for r in rest if (b := earlier.bases.get(r.id))} | dict(found.bases)
    return Updated(linked([*rest, *found.records]), bases, found.made, found.dropped, lost)
