"""A number of the panel: its value, its band where one is honest, and the records behind it."""

from collections.abc import Iterable

import msgspec

from demarche.model.values import Level
from demarche.network.contacts import Contact


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """`about` is what it is of: a partner, a group, a mode, a kind. `value` is null where it cannot be said,
    and `note` says why.

    `low` and `high` are the ends of a 90% band, null where there is none (a floor has none: nothing resampled can add
    a partner that was never seen).
    """

    metric: str
    value: float | None
    about: str | None = None
    level: Level | None = None
    low: float | None = None
    high: float | None = None
    of: float | None = None
    note: str = ""
    records: tuple[str, ...] = ()


def behind(met: Iterable[Contact]) -> tuple[str, ...]:
    """The records of some contacts, each once."""
    return tuple(sorted({r for c in met for r in c.records}))


def rounded(value: float) -> float:
    """As many digits as a reader can use."""
    return round(float(value), 4)
