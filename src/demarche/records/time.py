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
    LOOSE = "not near enough to tie them, not far enough to exclude each other"
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
LATER = 14
"""An undated report so long after an event may still recall it: it excludes nothing, but ties nothing either."""
LONG_BEFORE = 60
"""The same for a plan before the event."""
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
    """Two capitals date one call by their own clocks; a date taken from the day of publication may be a day late; and
    what is only planned may move by a day."""
    capitals = a.official is not None and b.official is not None and a.official != b.official
    plans = a.claim.status in AHEAD and b.claim.status in AHEAD
    return capitals or plans or _implied(a) != _implied(b)


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
        limit = SOON_AFTER if a.kind == b.kind == "visit" else _next_day(a, b)
    apart = abs(a.said - b.said)
    if apart <= limit:
        return Tie.NEAR
    return Tie.LOOSE if apart <= _patience(a, b) else Tie.APART


def _next_day(a: Telling, b: Telling) -> int:
    return 0 if a.official and a.official == b.official else NEXT_DAY


def _patience(a: Telling, b: Telling) -> int:
    """Days that may lie between two undated reports that something else shows to be of one event.

    Two readouts of one government about what took place are of two events from the next day on.
    """
    if a.claim.status in AHEAD or b.claim.status in AHEAD:
        return LONG_BEFORE
    own = a.official is not None and a.official == b.official
    return 0 if own and not a.kind == b.kind == "visit" else SOON_AFTER


def _half_dated(dated: Window, loose: Telling, season: int) -> Tie:
    if loose.said is None:
        return Tie.UNKNOWN
    ahead, behind = dated.first - loose.said, loose.said - dated.last
    before = behind <= 1 and ahead <= (season or WELL_BEFORE)
    after = ahead <= 1 and behind <= (season or SOON_AFTER)
    if loose.claim.status in AHEAD:
        return Tie.NEAR if before else Tie.LOOSE if behind <= 1 and ahead <= LONG_BEFORE else Tie.APART
    if after or (before and loose.claim.status not in DONE):
        return Tie.NEAR
    return Tie.LOOSE if ahead <= 1 and behind <= LATER else Tie.APART
