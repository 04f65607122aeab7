"""Records and claims -> what somebody needs to know of two parties before they meet.

When each level last met and who came to whom, what was said and promised, what is still open, where the two accounts
part, and which stances were taken: each with the record or the words behind it, the latest first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from demarche.model import Claim, Difference, Participant, Position, Record, Statement, Words
from demarche.model.values import LEVELS, Level, Mode, Status
from demarche.network.asserted import Check
from demarche.network.contacts import Contact
from demarche.network.ground import Ground
from demarche.network.months import covered
from demarche.network.parties import day, side, sides
from demarche.network.windows import Window, moved

MOST = 10
YEAR = 365
OPEN = frozenset({"open", "postponed", "unknown"})
PROMISED: frozenset[Status] = frozenset({"planned", "expected", "proposed"})
AGREED = frozenset({"agree", "support_sign"})
BINDING = ("agree", "support_sign", "support_recognise", "cooperate", "aid", "trade", "arms_deal", "concede", "retreat")
"""What a promise can be of, by the beginnings of the events' names."""


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """A contact: `initiator` is who came or called, null if not told; `reported`: the day is that of the report."""

    level: Level
    day: str | None = None
    mode: Mode | None = None
    initiator: str | None = None
    venue: str | None = None
    reported: bool = False
    records: tuple[str, ...] = ()


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something said, promised or planned, by whom, with the words, and what became of it."""

    day: str | None
    by: str
    kind: str
    quote: str
    document: str
    id: str
    outcome: str | None = None


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The brief. `read` of the last twelve `months` have anything read in them; `met` counts all contacts seen."""

    a: str
    b: str
    as_of: str
    months: int
    read: int
    met: int
    last: tuple[Meeting, ...]
    initiated: dict[str, int]
    recent: tuple[Meeting, ...]
    said: tuple[Item, ...]
    promised: tuple[Item, ...]
    plans: tuple[Item, ...]
    positions: tuple[Item, ...]
    differences: tuple[Difference, ...]
    checks: tuple[Check, ...]


def shared(ground: Ground, a: str, b: str) -> tuple[Record, ...]:
    """The records that both parties have a part in, the latest first."""
    both = {a, b}
    own = (r for r in ground.records.values() if both <= sides(r.participants + r.actors + r.targets))
    return tuple(sorted(own, key=lambda r: (day(r) or "", r.id), reverse=True))


def brief(
    a: str, b: str, ground: Ground, common: Sequence[Record], claims: Iterable[Claim],
    differences: Iterable[Difference] = (), checks: tuple[Check, ...] = (),
) -> Brief:  # fmt: skip
    """The brief on two parties; `common` are their shared records, `claims` those of the texts behind them."""
    met = [c for c in ground.by_state.get(a, ()) if b in (c.a, c.b)]
    as_of = ground.last or "9999-12-31"
    ids = {r.id for r in common}
    year = covered(Window(moved(as_of, 1 - YEAR), as_of), ground.months) if ground.last else {}
    told = list(claims)
    when = _published(common)
    return Brief(
        a=a, b=b, as_of=as_of, months=len(year), read=sum(1 for n in year.values() if n), met=len(met),
        last=tuple(_last(met, level, ground) for level in LEVELS), initiated=_initiated(met, a, b),
        recent=tuple(_meeting(c, ground) for c in reversed(met[-MOST:])),
        said=_latest(_said(c, when) for c in told if isinstance(c, Statement) and _by_either(c.speakers, a, b)),
        promised=_latest(_act(r) for r in common if _promise(r) and sides(r.actors) & {a, b}),
        plans=_latest(_plan(r, f) for r in common if r.mode and (f := r.follow_through(as_of)) in OPEN),
        positions=_latest(_stance(c, when) for c in told if isinstance(c, Position) and _by_either(c.actors, a, b)),
        differences=tuple(sorted((d for d in differences if d.scope in ids), key=lambda d: (d.kind, d.id)))[:MOST],
        checks=checks,
    )  # fmt: skip


def _published(common: Iterable[Record]) -> dict[str, str]:
    """When each text was published, by the first report of what it tells of."""
    return {e.document: r.first_seen or "" for r in common for e in r.evidence}


def _last(met: Sequence[Contact], level: Level, ground: Ground) -> Meeting:
    own = [c for c in met if c.level == level]
    return _meeting(max(own, key=lambda c: (c.last, c.record)), ground) if own else Meeting(level=level)


def _meeting(c: Contact, ground: Ground) -> Meeting:
    return Meeting(
        level=c.level, day=c.last, mode=ground.records[c.record].mode, initiator=c.paid, venue=c.venue,
        reported=c.reported, records=c.records,
    )  # fmt: skip


def _initiated(met: Sequence[Contact], a: str, b: str) -> dict[str, int]:
    told = Counter(c.paid for c in met)
    return {a: told[a], b: told[b], "not told": told[None]}


def _by_either(people: Iterable[Participant], a: str, b: str) -> bool:
    return any(side(p) in (a, b) and (p.name or p.role) for p in people)


def _promise(r: Record) -> bool:
    ahead = r.status in PROMISED and (r.event or "").startswith(BINDING)
    return r.type == "act" and (ahead or (r.event in AGREED and r.status == "happened"))


def _latest(items: Iterable[Item]) -> tuple[Item, ...]:
    """The latest, each wording once."""
    first: dict[str, Item] = {}
    for item in sorted(items, key=lambda i: (i.day or "", i.id), reverse=True):
        first.setdefault(item.quote, item)
    return tuple(first.values())[:MOST]


def _said(c: Statement, when: dict[str, str]) -> Item:
    return _item(c, c.speakers, c.kind, c.content, when)


def _stance(c: Position, when: dict[str, str]) -> Item:
    return _item(c, c.actors, c.stance, Words(c.start, c.end, c.quote), when)


def _item(c: Statement | Position, who: Iterable[Participant], kind: str, words: Words, when: dict[str, str]) -> Item:
    by = ", ".join(dict.fromkeys(p.name or f"{p.role or ''} {side(p) or ''}".strip() for p in who))
    at = (c.date.start if c.date else None) or when.get(c.document) or None
    return Item(day=at, by=by, kind=kind, quote=words.quote, document=c.document, id=c.id)


def _act(r: Record) -> Item:
    return _of(r, " + ".join(sorted(sides(r.actors))), (r.event or "").replace("_", " "), r.status)


def _plan(r: Record, outcome: str | None) -> Item:
    return _of(r, " + ".join(sorted(sides(r.participants))), str(r.mode), outcome)


def _of(r: Record, by: str, kind: str, outcome: str | None) -> Item:
    words = min(r.evidence, key=lambda e: (e.field not in ("event", "mode"), e.field != "status", e))
    return Item(day=day(r), by=by, kind=kind, quote=words.quote, document=words.document, id=r.id, outcome=outcome)
