"""Contacts -> how many, by level, by manner, by direction; every one with its records."""

from collections.abc import Callable, Iterator, Sequence

from demarche.model.values import LEVELS
from demarche.network.contacts import Contact
from demarche.network.figure import Number, behind, rounded


def counts(state: str, met: Sequence[Contact]) -> Iterator[Number]:
    """All contacts, then the parts of them; levels are matched, and unknown is a level of its own."""
    yield _number("contacts", None, met)
    yield _number("contacts_dated_by_report", None, [c for c in met if c.reported])
    for level in LEVELS:
        own = [c for c in met if c.level == level]
        yield Number(metric="contacts_at", level=level, value=len(own), records=behind(own))
    for manner in ("in_person", "remote", "unknown"):
        yield _number("contacts_by_manner", manner, [c for c in met if c.manner == manner])
    yield from _directions(state, met)


def _directions(state: str, met: Sequence[Contact]) -> Iterator[Number]:
    """Who travels to whom. Calls are apart: who dials is seldom told, and costs nothing."""
    live = [c for c in met if c.manner == "in_person"]
    far = [c for c in met if c.manner == "remote"]
    parts: tuple[tuple[str, Sequence[Contact], Callable[[Contact], bool]], ...] = (
        ("paid", live, lambda c: c.paid == state),
        ("received", live, lambda c: c.paid == c.partner(state)),
        ("neutral_venue", live, lambda c: c.paid is None and c.venue is not None),
        ("direction_unknown", live, lambda c: c.paid is None and c.venue is None),
        ("calls_made", far, lambda c: c.paid == state),
        ("calls_received", far, lambda c: c.paid == c.partner(state)),
    )
    found = {name: [c for c in some if fits(c)] for name, some, fits in parts}
    for name, own in found.items():
        yield _number("direction", name, own)
    paid, received = found["paid"], found["received"]
    known = len(paid) + len(received)
    yield Number(
        metric="asymmetry", value=rounded((len(received) - len(paid)) / known) if known else None, of=known,
        note="(received − paid) / (received + paid)" if known else "no visit whose direction is told",
        records=behind([*paid, *received]),
    )  # fmt: skip


def _number(metric: str, about: str | None, own: Sequence[Contact]) -> Number:
    return Number(metric=metric, about=about, value=len(own), records=behind(own))
