"""The arithmetic of statuses: what a signature makes of an event, and two readings made one."""

from demarche.claims.scene import Scene
from demarche.claims.status.complement import Link
from demarche.claims.status.form import had_been
from demarche.model.values import Status

FACTS: frozenset[Status] = frozenset({"happened", "ongoing"})
DENIALS: frozenset[Status] = frozenset({"denied", "refused", "cancelled", "postponed"})
WISHES: tuple[Status, ...] = ("hypothetical", "proposed", "expected", "planned")
"""From the weakest to the strongest."""


def under(scene: Scene, found: Link, above: Status) -> Status:
    """What an embedding word of a status makes of what it embeds; `happened` leaves it as it is told."""
    row = found.embedding
    assert row is not None
    if row.kind == "factive" and row.positive == "happened":
        return "happened"
    if above in DENIALS:
        return _plain(row.negative)
    positive = _plain(row.positive)
    if above in FACTS:
        return "hypothetical" if row.kind == "plan" and had_been(scene, found.head) else positive
    if positive in FACTS:
        return above
    return "hypothetical" if positive in DENIALS else weaker(above, positive)


def _plain(told: str) -> Status:
    return "happened" if told == "told" else told  # type: ignore[return-value]  # a row's values are checked


def weaker(a: Status, b: Status) -> Status:
    """The less certain of two readings of what has not happened."""
    return min((s for s in (a, b) if s in WISHES), key=WISHES.index, default=a)


def joined(own: Status, given: Status, past: bool) -> Status:
    """What a clause says of itself, under what its governor makes of it; `past`: it is told in a past tense."""
    if given in FACTS:
        return own
    if own == "denied":
        return "hypothetical" if given == "hypothetical" or given in DENIALS else "denied"
    if own in FACTS:
        return "hypothetical" if past and given in ("expected", "proposed") else given
    if given in DENIALS:
        return given
    return weaker(own, given)
