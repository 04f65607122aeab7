"""What of an edition is drawn: the timeline, the panel of partners, months by level. Frozen, and free of any layout."""

from typing import Literal

import msgspec

from demarche.model.values import Level

Kind = Literal["happened", "ahead", "off", "cooperation", "demands", "conflict", "general"]
"""What an engagement or act is to a reader, and the colour it is drawn in."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """An engagement on the timeline: how far along it (0 to 1), its day, its kind, and the line that tells it."""

    at: float
    day: str
    kind: Kind
    record: str
    headline: str


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """The engagements between the same parties, by day."""

    title: str
    marks: tuple[Mark, ...]


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """An edition along its days; `ticks` are places with their names, `left_out` the pairs that are not drawn."""

    first: str
    last: str
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[TimelineRow, ...]
    left_out: int = 0


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A state's line in the panel: its name, its figures by column, the records behind them."""

    state: str
    name: str
    values: tuple[int | None, ...]
    records: tuple[str, ...] = ()


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """Partners by level in a window; `coverage` counts the families that the window holds."""

    title: str
    first: str
    last: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    coverage: int
    left_out: int = 0


class HeatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A partner, and the highest matched level of contact in each month; null where none was seen."""

    side: str
    name: str
    cells: tuple[Level | None, ...]


class Heat(msgspec.Struct, frozen=True, kw_only=True):
    """Partners of a state by month. `coverage` counts the reports read in each month: none is no coverage."""

    state: str
    name: str
    months: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    coverage: tuple[int, ...]
    left_out: int = 0
