"""Contacts -> a row of months for each partner, and how long ago it was last met.

A month is one of three things: *seen* (the best level of contact in it), *none* (something was read, and told of none)
or *uncovered* (nothing was read). The last fourteen days of coverage are marked incomplete: reports still come in.

Whether a partner that is out of contact will return is a question of waiting times, of which the last is always cut
off: the Kaplan-Meier estimate (JASA 53, 1958) takes the open ones in as what they are, right-censored.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from demarche.model.values import LEVELS, Level
from demarche.network.breadth import partners
from demarche.network.contacts import Contact, at_least
from demarche.network.figure import Number, behind, rounded
from demarche.network.ground import Ground
from demarche.network.windows import Window

INCOMPLETE = 14
DAYS_A_MONTH = 30.44
YEAR = 365


class Row(msgspec.Struct, frozen=True):
    """A partner: months (`2022-07`) with the best level in each, and the day last met at the level asked for.

    `months_since` is null where it was never met at that level in the texts, which does not say that it never was.
    """

    partner: str
    months: dict[str, Level]
    last: str | None
    months_since: float | None
    records: tuple[str, ...]


def rows(state: str, ground: Ground, window: Window, level: Level | None) -> tuple[Row, ...]:
    """The partners met up to the end of a window, those met in it with their months; the most often met first."""
    met = [c for c in ground.by_state.get(state, ()) if c.last <= window.last]
    inside = {
        p: own for p, own in partners(state, met, None).items() if any(window.holds(c.first, c.last) for c in own)
    }
    order = sorted(inside.items(), key=lambda item: (-len([c for c in item[1] if c.first >= window.first]), item[0]))
    return tuple(_row(name, own, window, level) for name, own in order)


def _row(name: str, own: list[Contact], window: Window, level: Level | None) -> Row:
    months: dict[str, Level] = {}
    here = [c for c in own if window.holds(c.first, c.last)]
    for c in here:
        month = c.first[:7]
        months[month] = min(months.get(month, "unknown"), c.level, key=LEVELS.index)
    last = max((c.last for c in own if level is None or at_least(c.level, level)), default=None)
    since = round(days(last, window.last) / DAYS_A_MONTH, 1) if last else None
    return Row(name, dict(sorted(months.items())), last, since, behind(here))


def days(first: str, last: str) -> int:
    """From one day to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def covered(window: Window, read: Mapping[str, int]) -> dict[str, int]:
    """Every month of a window with the families read in it; nought is no coverage."""
    found: dict[str, int] = {}
    day = date.fromisoformat(window.first).replace(day=1)
    while day.isoformat() <= window.last:
        found[day.isoformat()[:7]] = read.get(day.isoformat()[:7], 0)
        day = (day + timedelta(31)).replace(day=1)
    return found


def survival(waits: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, float]]:
    """The share still waiting after each length of wait; of (days, over?), an open wait being right-censored."""
    ordered = sorted(waits)
    left, still = len(ordered), 1.0
    for length in sorted({days for days, _ in ordered}):
        here = [over for days, over in ordered if days == length]
        still *= 1 - sum(here) / left
        left -= len(here)
        yield length, still


def returning(state: str, ground: Ground, until: str, level: Level | None) -> Iterator[Number]:
    """How long partners take to be met again at the level: the median wait, and the share back within a year.

    Days on which nothing was read count as days: a gap in coverage makes the waits look longer than they were.
    """
    met = [c for c in ground.by_state.get(state, ()) if c.last <= until]
    waits: list[tuple[int, bool]] = []
    for own in partners(state, met, level).values():
        seen = sorted({c.last for c in own})
        waits += [(days(a, b), True) for a, b in pairwise(seen)]
        waits.append((max(days(seen[-1], until), 0), False))
    curve = list(survival(waits))
    half = next((length for length, still in curve if still <= 0.5), None)
    year = next((1 - still for length, still in reversed(curve) if length <= YEAR), 0.0)
    open_ = sum(not over for _, over in waits)
    note = f"{len(waits)} waits, {open_} of them still open (right-censored); gaps in coverage count as waiting"
    yield Number(metric="median_days_to_return", level=level, value=half, of=len(waits), note=note, records=behind(met))
    yield Number(metric="back_within_a_year", level=level, value=rounded(year) if waits else None, of=len(waits),
                 note=note, records=behind(met))  # fmt: skip
