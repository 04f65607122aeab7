"""Claims that are new or changed -> the records they reach, made again; all others stand as they are.

It comes to what merging everything at once comes to: a group depends only on the tellings that grounds lead to from its
own (`reach`), a judgement only on the claims in the words it was made on, and those are taken in together.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from demarche.model import Judgement, Record, standing
from demarche.records.bound import Bound, bound
from demarche.records.clusters import Agglomeration
from demarche.records.earlier import basis, unchanged
from demarche.records.evidence import evidence
from demarche.records.identity import carried, renamed
from demarche.records.judged import WHOLE, applied
from demarche.records.merge import merge
from demarche.records.reach import Reach
from demarche.records.tellings import Telling
from demarche.records.world import World

PAIRS = ("same", "different")
FIELDS = ("correct", "confirm")

Group = tuple[Telling, ...]
Removed = list[tuple[str, frozenset[str]]]
"""The ids, with their claims, of records that a person took out."""


class Renewed(msgspec.Struct, frozen=True, kw_only=True):
    """`records` stand in the place of `replaced`. They are not linked to wholes and parts yet.

    `bases` says what each was made from, `made` how many were made anew, `dropped` which were judged to be none, and
    why.
    """

    records: tuple[Record, ...]
    replaced: tuple[Record, ...]
    bases: Mapping[str, str]
    made: int
    dropped: tuple[tuple[str, str], ...] = ()


def renewed(
    claims: Iterable[str], world: World, judgements: Iterable[Judgement], changed: Iterable[Record] = ()
) -> Renewed:
    """`claims` are those that are new or not what they were; `changed` records that hold one which is gone."""
    every = tuple(judgements)
    before = {r.id: r for r in changed}
    pairs, by_hand, reach = _reached(set(claims), world, every, before)
    old = tuple(before[id] for id in sorted(before))
    found = _made(Agglomeration(reach).groups(), old, world, pairs, _removed(every))
    homes = {r.id: group for r, group, _ in found}
    as_set = applied(
        [r for r, *_ in found],
        by_hand,
        again=lambda r: msgspec.structs.replace(r, evidence=evidence(r, homes[r.id], world.documents)),
    )
    bases = {r.id: basis(homes[r.id], world.documents, pairs) for r in as_set.records}
    return Renewed(
        records=as_set.records, replaced=old, bases=bases, made=sum(fresh for *_, fresh in found),
        dropped=as_set.dropped,
    )  # fmt: skip


def _reached(
    claims: set[str], world: World, judgements: Sequence[Judgement], before: dict[str, Record]
) -> tuple[Bound, list[Judgement], Reach]:
    """Everything that some claims can have a part in, with the judgements that bear on it.

    A correction belongs to the record that holds most of the claims it was made on: so all of these are taken in as
    soon as one of them is. So are all claims of a record of before (they are put into `before`): code of another day
    may have made one of what hangs together no more.
    """
    judged = standing(judgements)
    on_pairs = [j for j in judged if j.action in PAIRS]
    pairs = bound(on_pairs, _once(world.at(a for j in on_pairs for a in (*j.a, *j.b))))
    start = claims | {c for r in (*before.values(), *world.holding(claims)) for c in r.claims}
    waiting = [j for j in judged if j.action in FIELDS]
    bearing: list[Judgement] = []
    while True:
        reach = Reach(world.of(sorted(start)), world, pairs)
        told = {t.claim.id: t.claim.document for t in reach.tellings}
        before |= {r.id: r for r in world.holding(told)}
        held = {c for r in before.values() for c in r.claims}
        documents = set(told.values())
        more = [j for j in waiting if any(a.span.document in documents for a in j.a)]
        if not more and held <= start | told.keys():
            return pairs, sorted(bearing, key=lambda j: (j.at, j.id)), reach
        waiting = [j for j in waiting if j not in more]
        bearing += more
        start |= held | {t.claim.id for t in world.at(a for j in more for a in j.a)}


def _once(tellings: Iterable[Telling]) -> list[Telling]:
    found = {t.claim.id: t for t in tellings}
    return sorted(found.values(), key=lambda t: (t.claim.document, t.claim.start, t.claim.end, t.claim.id))


def _made(
    groups: Iterable[Group],
    old: Sequence[Record],
    world: World,
    pairs: Bound,
    removed: Removed,
) -> list[tuple[Record, Group, bool]]:
    """The machine's records with their groups, by id, and whether they are fresh: those of before stand where nothing
    in them changed."""
    every = list(groups)
    as_before = unchanged(old, world.base, (t for g in every for t in g), world.documents, pairs)
    kept = [(r, group, False) for group in every if (r := as_before.get(tuple(t.claim.id for t in group)))]
    known = {r.id for r, *_ in kept}
    gone = {r.id for r in old} - known
    fresh = [(merge(g, world.documents), g) for g in every if tuple(t.claim.id for t in g) not in as_before]
    first = {r.id for r, _ in fresh}
    taken = world.taken(first)
    ids = carried(
        [r for r, _ in fresh],
        (r for r in old if r.id in gone),
        lambda id: id in known or (id not in gone and id in (taken if id in first else world.taken([id]))),
        removed,
    )
    found = [*kept, *((renamed(r, ids[r.id]), group, True) for r, group in fresh)]
    return sorted(found, key=lambda f: f[0].id)


def _removed(judgements: Sequence[Judgement]) -> Removed:
    return [(j.record, frozenset(a.claim for a in j.a)) for j in judgements if j.record and j.field == WHOLE]
