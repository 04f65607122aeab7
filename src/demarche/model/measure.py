"""A number over the records, with its range, its ground and the records behind it."""

import msgspec

from demarche.model.values import Level, check_country, check_day


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A metric of a state in a window of days, both included. `low` and `high` are null where no band is honest.

    `coverage` counts the families that the window holds at all: nought means no coverage, not silence.
    """

    state: str
    metric: str
    window_start: str
    window_end: str
    value: float
    level: Level | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    coverage: int = 0
    records: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_country(self.state, "state")
        check_day(self.window_start, "window_start")
        check_day(self.window_end, "window_end")
