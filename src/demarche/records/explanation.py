"""Why some claims are one record: which rule joined which pair, what was checked, what keeps its neighbours out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from demarche.model import Claim, Document, Family, Judgement, Record, standing
from demarche.records.bound import bound
from demarche.records.clusters import Agglomeration, Join
from demarche.records.compatibility import copied, counterparts, grounds, moved
from demarche.records.people import shared
from demarche.records.reach import JUDGED, Reach
from demarche.records.tellings import Telling, Window, tellings
from demarche.records.time import tie
from demarche.records.world import Memory


class Check(msgspec.Struct, frozen=True):
    """One thing that could have forbidden a pair, and what either claim says of it."""

    what: str
    a: str
    b: str


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims whose grounds joined two groups: the grounds, their strength, and what was checked first."""

    a: str
    b: str
    strength: float
    grounds: tuple[str, ...]
    checked: tuple[Check, ...]


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """A neighbouring record, and what keeps it one of its own: the grounds there were, and what barred them."""

    record: str
    a: str
    b: str
    grounds: tuple[str, ...]
    barred: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """`alike` are claims that differ in nothing that counts; `forbids` what would keep any two claims apart."""

    record: str
    claims: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    joined: tuple[Joined, ...]
    apart: tuple[Apart, ...]
    forbids: tuple[str, ...]


FORBIDS = (
    "an act beside an engagement, general contact (dozens of calls) beside one",
    "a picture's caption beside a report",
    "different people of one side, or an office of another rank",
    "a different form of contact: a call is no meeting, a visit is not the meeting inside it",
    "days that exclude each other, unless two capitals tell of one contact, or it was put off",
    "different places, under the same exception",
    "a plan made after the event, past and to come in one text, a mere possibility beside a fact",
    "a person's judgement that they are different",
)


def explain(
    record: Record,
    others: Sequence[Record],
    claims: Iterable[Claim],
    families: Iterable[Family],
    documents: Mapping[str, Document],
    judgements: Sequence[Judgement] = (),
) -> Explanation:
    """Merge the claims of a record and of its neighbours once more, and say what happened."""
    told = tellings(claims, families, documents)
    judged = bound(standing(judgements), told)
    reach = Reach(told, Memory(told, documents), judged)
    run = Agglomeration(reach)
    list(run.groups())
    mine = set(record.claims)
    return Explanation(
        record=record.id,
        claims=record.claims,
        alike=tuple(ids for g in reach.same if len(g) > 1 and set(ids := tuple(t.claim.id for t in g)) <= mine),
        joined=tuple(_joined(j) for j in run.joins if j.barred is None and {j.a.claim.id, j.b.claim.id} <= mine),
        apart=tuple(_apart(run.joins, mine, others)),
        forbids=FORBIDS,
    )


def _joined(j: Join) -> Joined:
    reasons = ("a person judged them to be the same",) if j.strength >= JUDGED else reasons_for(j.a, j.b)
    return Joined(
        a=j.a.claim.id, b=j.b.claim.id, strength=round(j.strength, 2), grounds=reasons, checked=tuple(checks(j.a, j.b))
    )


def _apart(joins: Iterable[Join], mine: set[str], others: Sequence[Record]) -> Iterator[Apart]:
    """Each neighbour once, with the strongest grounds that were barred."""
    home = {claim: r.id for r in others for claim in r.claims}
    seen: set[str] = set()
    for j in joins:
        inside, outside = (j.a, j.b) if j.a.claim.id in mine else (j.b, j.a)
        other = home.get(outside.claim.id)
        if j.barred is None or inside.claim.id not in mine or other is None or other in seen:
            continue
        seen.add(other)
        yield Apart(
            record=other, a=inside.claim.id, b=outside.claim.id, grounds=reasons_for(inside, outside), barred=j.barred
        )


def reasons_for(a: Telling, b: Telling) -> tuple[str, ...]:
    """What speaks for a pair, in words."""
    return tuple(_reasons(a, b))


def _reasons(a: Telling, b: Telling) -> Iterator[str]:
    if copied(a, b):
        yield "one sentence in two versions of one text"
    if counterparts(a, b):
        yield "two capitals' own texts, a day apart at most, about the same two people"
    if moved(a, b):
        yield "one says that it was put off, the other what came of it"
    yield tie(a, b).value
    for party in sorted(a.sides & b.sides):
        if shared(a.cast[party], b.cast[party]):
            yield f"the same person for {party}"
    if a.forum and b.forum and (a.forum <= b.forum or b.forum <= a.forum):
        yield "the same forum"
    if a.kind == b.kind:
        yield f"both tell of: {a.kind.replace('_', ' ')}"
    if a.site and a.site == b.site:
        yield "the same place"
    if a.family == b.family:
        yield "two versions of one text"
    yield f"strength {grounds(a, b):.1f}"


def checks(a: Telling, b: Telling) -> Iterator[Check]:
    """What could have forbidden a pair, as either claim has it."""
    yield Check("form of contact", a.kind, b.kind)
    for party in sorted(a.sides & b.sides):
        yield Check(f"people of {party}", _people(a, party), _people(b, party))
    yield Check("days", _days(a.window), _days(b.window))
    yield Check("place", _place(a), _place(b))
    yield Check("status", f"{a.claim.status}, said {_day(a.said)}", f"{b.claim.status}, said {_day(b.said)}")


def _people(t: Telling, party: str) -> str:
    return ", ".join(p.name or p.actor or p.level for p in t.cast[party]) or "nobody named"


def _place(t: Telling) -> str:
    return t.claim.place.name if t.claim.place else "not said"


def _days(window: Window | None) -> str:
    if window is None:
        return "not said"
    return _day(window.first) if window.days == 1 else f"{_day(window.first)} to {_day(window.last)}"


def _day(ordinal: int | None) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal else "on no known day"
