"""What a person should look at: stale judgements, disputed events, merges on weak grounds; the weightiest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from demarche.model import Claim, Correction, Document, Evidence, Family, Judgement, Record, standing
from demarche.model.values import LEVELS
from demarche.records.bound import Bound, bound
from demarche.records.clusters import Agglomeration, Join
from demarche.records.explanation import reasons_for
from demarche.records.reach import Reach, indistinct
from demarche.records.tellings import Telling, tellings
from demarche.records.world import Memory

WEAK = 6.0
"""Grounds below this rest on a state's name, on nearness in time, or on one person: a reader might judge otherwise."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """`claims` are those that would be another event; `weight` is importance times doubt."""

    kind: Literal["stale judgement", "disputed event", "doubtful merge"]
    record: str
    field: str
    question: str
    weight: float
    words: tuple[Evidence, ...]
    claims: tuple[str, ...] = ()
    judgement: str | None = None


def questions(
    records: Iterable[Record],
    claims: Iterable[Claim],
    families: Iterable[Family],
    documents: Mapping[str, Document],
    judgements: Sequence[Judgement] = (),
) -> tuple[Question, ...]:
    """All that is open, by weight; what somebody confirmed is not asked again until it changes."""
    told = {t.claim.id: t for t in tellings(claims, families, documents)}
    judged = standing(judgements)
    found: list[Question] = []
    for record in records:
        settled = {c.field for c in record.corrections if not c.stale}
        found += _stale(record)
        found += () if "status" in settled else _disputed(record)
        if "record" not in settled and len(record.claims) > 1:
            found += _doubtful(record, [told[c] for c in record.claims if c in told], judged)
    return tuple(sorted(found, key=lambda q: (-q.weight, q.record, q.kind)))


def _importance(record: Record) -> float:
    """Heads before ministers before officials; what many sources tell before what one tells."""
    return (len(LEVELS) - LEVELS.index(record.level)) * (1 + min(record.families, 9) / 3)


def _stale(record: Record) -> Iterator[Question]:
    for c in record.corrections:
        if c.stale:
            yield Question(
                kind="stale judgement", record=record.id, field=c.field, question=_shifted(c), judgement=c.judgement,
                weight=2 * _importance(record), words=_words(record, record.claims),
            )  # fmt: skip


def _shifted(c: Correction) -> str:
    return f"{c.who} set {c.field} to {c.value}; the ground has shifted, and the machine says {c.machine}. Still so?"


def _disputed(record: Record) -> Iterator[Question]:
    if record.status == "disputed":
        yield Question(
            kind="disputed event", record=record.id, field="status", weight=_importance(record),
            question="some say that it took place, others that it did not. Leave it disputed?",
            words=_words(record, record.claims),
        )  # fmt: skip


def _doubtful(record: Record, told: Sequence[Telling], judged: Sequence[Judgement]) -> Iterator[Question]:
    own = bound(judged, told)
    run = Agglomeration(Reach(told, Memory(told, {}), own))
    list(run.groups())
    weakest = min((j for j in run.joins if not j.barred), key=lambda j: (j.strength, j.a.claim.id), default=None)
    if weakest is None or weakest.strength >= WEAK or weakest.a.family == weakest.b.family:
        return
    small = _smaller(nodes_of(told, own), run.joins, weakest)
    yield Question(
        kind="doubtful merge", record=record.id, field="record", claims=small,
        question=f"are these one event? ({'; '.join(reasons_for(weakest.a, weakest.b))})",
        weight=_importance(record) * (1 - weakest.strength / WEAK),
        words=_words(record, (weakest.a.claim.id, weakest.b.claim.id)),
    )  # fmt: skip


def _smaller(home: dict[str, str], joins: Iterable[Join], without: Join) -> tuple[str, ...]:
    """The claims that the weakest join brought in: those on its lighter side."""

    def find(x: str) -> str:
        while home[x] != x:
            x = home[x]
        return x

    for j in joins:
        if not j.barred and j is not without:
            home[find(j.b.claim.id)] = find(j.a.claim.id)
    sides = [[c for c in home if find(c) == find(end.claim.id)] for end in (without.a, without.b)]
    lighter: list[str] = min(sides, key=lambda s: (len(s), s))
    return tuple(sorted(lighter))


def nodes_of(told: Sequence[Telling], own: Bound) -> dict[str, str]:
    """Each claim's stand-in: itself, or the first of those that differ from it in nothing."""
    return {t.claim.id: group[0].claim.id for group in indistinct(told, own) for t in group}


def _words(record: Record, claims: Sequence[str]) -> tuple[Evidence, ...]:
    wanted = set(claims)
    return tuple(e for e in record.evidence if e.field == "status" and e.claim in wanted)
