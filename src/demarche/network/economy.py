"""Acts of trade, aid and arms, beside the panel: what the texts report of economic ties, with their sources.

They are no part of any number of the panel. Trade goes on between states that do not meet, and its statistics are
elsewhere; this says only what was written about, with the figures that stand in the same sentence.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from demarche.model import Evidence, Figure, Record, Stretch
from demarche.model.values import Status
from demarche.network.parties import day, others, sides
from demarche.network.windows import Window

ECONOMIC = frozenset({"trade", "arms_deal", "aid_economic", "aid_military", "aid_humanitarian", "aid"})


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """One act: who towards whom, what, the words it stands on, and the figures beside them."""

    record: str
    event: str
    status: Status
    day: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    what: str | None
    amount: str | None
    words: Evidence
    figures: tuple[str, ...] = ()


def economic(records: Iterable[Record], state: str, window: Window | None = None) -> tuple[Record, ...]:
    """The acts of trade, aid and arms between a state and somebody else, by day."""
    own = [r for r in records if r.event in ECONOMIC and others(r, state) and not r.generic]
    inside = [r for r in own if window is None or ((d := day(r)) is not None and window.holds(d, d))]
    return tuple(sorted(inside, key=lambda r: (day(r) or "9999", r.id)))


def ties(chosen: Sequence[Record], figures: Mapping[str, Sequence[Figure]]) -> tuple[Tie, ...]:
    """The same acts to be shown; `figures` are those of each document."""
    return tuple(_tie(r, figures) for r in chosen)


def _tie(r: Record, figures: Mapping[str, Sequence[Figure]]) -> Tie:
    words = min(r.evidence, key=lambda e: (e.field != "event", e.field != "status", e))
    near = [f for f in figures.get(words.document, ()) if f.sentence and f.sentence.overlaps(_stretch(words))]
    return Tie(
        record=r.id, event=r.event or "", status=r.status, day=day(r), actors=tuple(sorted(sides(r.actors))),
        targets=tuple(sorted(sides(r.targets))), what=r.what, amount=r.amount, words=words,
        figures=tuple(f.quote for f in sorted(near, key=lambda f: f.start)),
    )  # fmt: skip


def _stretch(e: Evidence) -> Stretch:
    return Stretch(e.start, e.end)
