"""Records -> follow-through: what became of what was announced for a window."""

from collections.abc import Iterable, Iterator

from demarche.model import Record
from demarche.model.record import FollowThrough
from demarche.network.figure import Number
from demarche.network.parties import day, others
from demarche.network.windows import Window

OUTCOMES: tuple[FollowThrough, ...] = (
    "happened", "cancelled", "refused", "denied", "postponed", "disputed", "open", "unknown",
)  # fmt: skip


def follow_through(state: str, records: Iterable[Record], window: Window, as_of: str) -> Iterator[Number]:
    """Every outcome by the last day of coverage; *unknown* after thirty days without a word, which is no failure."""
    own: dict[str, list[str]] = {}
    for r in records:
        when = day(r)
        counts = r.type == "engagement" and not r.generic and others(r, state)
        outcome = r.follow_through(as_of) if counts and when and window.holds(when, when) else None
        if outcome:
            own.setdefault(outcome, []).append(r.id)
    announced = sum(map(len, own.values()))
    for outcome in OUTCOMES:
        ids = sorted(own.get(outcome, ()))
        yield Number(metric="announced", about=outcome, value=len(ids), of=announced, records=tuple(ids))
