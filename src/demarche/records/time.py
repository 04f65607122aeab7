"""How the days of two tellings lie to each other, precision honoured."""

from enum import Enum

from demarche.records.tellings import AHEAD, DONE, Telling, Window


class Tie(Enum):
    """What ties two tellings in time, from the firmest to none."""

    SAME = "the same days"
    ZONES = "one day apart, told by two capitals or from the day of publication"
    WIDE = "days that overlap, one of them known only roughly"
    FAMILY = "two versions of one text"
    NEAR = "published within days of each other or of the event"
    UNKNOWN = "nothing known"
    APART = "days that exclude each other"


SHARP = 3
"""A date of up to three days names an event; a wider one (*next week*, *in July*) only limits it."""
SOON_AFTER = 3
"""An undated report of something past is of the last few days."""
NEXT_DAY = 1
"""Two undated reports are of one event if printed on one day or the next; of one government, on the same day only."""
WELL_BEFORE = 10
"""An undated plan is for the coming days."""
SEASON = 45
"""A named forum meets so rarely that reports weeks apart are of one session."""


def tie(a: Telling, b: Telling) -> Tie:
    """What ties two tellings in time. Symmetric."""
    if a.window and b.window:
        return _both_dated(a, b, a.window, b.window)
    if a.family == b.family:
        return Tie.FAMILY
    if a.window is None and b.window is None:
        return _undated(a, b)
    dated, loose = (a, b) if a.window else (b, a)
    assert dated.window is not None
    return _half_dated(dated.window, loose, SEASON if a.multilateral and b.multilateral else 0)


def gap(a: Window, b: Window) -> int:
    """Days between two windows; 0 where they overlap."""
    return max(a.first - b.last, b.first - a.last, 0)


def _both_dated(a: Telling, b: Telling, x: Window, y: Window) -> Tie:
    between = gap(x, y)
    if between == 0:
        return Tie.SAME if max(x.days, y.days) <= SHARP else Tie.WIDE
    if between == 1 and max(x.days, y.days) == 1 and a.family != b.family and _zones(a, b):
        return Tie.ZONES
    return Tie.APART


def _zones(a: Telling, b: Telling) -> bool:
    """Two capitals date one call by their own clocks; a date taken from the day of publication may be a day late."""
    capitals = a.official is not None and b.official is not None and a.official != b.official
    return capitals or _implied(a) != _implied(b)


def _implied(t: Telling) -> bool:
    return t.claim.date is not None and t.claim.date.expression is None


def _undated(a: Telling, b: Telling) -> Tie:
    if a.said is None or b.said is None:
        return Tie.UNKNOWN
    if a.multilateral and b.multilateral:
        limit = SEASON
    elif (a.claim.status in AHEAD) != (b.claim.status in AHEAD):
        limit = WELL_BEFORE
    else:
        limit = 0 if a.official and a.official == b.official else NEXT_DAY
    return Tie.NEAR if abs(a.said - b.said) <= limit else Tie.APART


def _half_dated(dated: Window, loose: Telling, season: int) -> Tie:
    if loose.said is None:
        return Tie.UNKNOWN
    before = -1 <= dated.first - loose.said <= (season or WELL_BEFORE)
    after = loose.said >= dated.first - 1 and loose.said - dated.last <= (season or SOON_AFTER)
    if loose.claim.status in AHEAD:
        return Tie.NEAR if before else Tie.APART
    return Tie.NEAR if after or (before and loose.claim.status not in DONE) else Tie.APART
