"""Everything about one state in one window, beside a baseline: the panel, with the records behind every number.

There is no index of isolation in it. None is accepted in the literature, and whoever adds contacts, partners and
sanctions up has only hidden the weights.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from demarche.model import Difference, Record
from demarche.model.values import Level
from demarche.network.accounts import divergence
from demarche.network.asserted import Check
from demarche.network.breadth import breadth, partners
from demarche.network.centrality import centralities
from demarche.network.change import Change, changes, compared, expected
from demarche.network.conflict import conflict
from demarche.network.counts import counts
from demarche.network.economy import Tie
from demarche.network.figure import Number, behind, rounded
from demarche.network.ground import Ground
from demarche.network.months import Row, covered, returning, rows
from demarche.network.parties import day
from demarche.network.plans import follow_through
from demarche.network.rates import band, ratio, sample
from demarche.network.refusals import refusals
from demarche.network.shares import concentration, groups
from demarche.network.tours import Tour, tours
from demarche.network.windows import Window

LEAST = 30
"""Families below which a window is too small to compare partners with."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a panel is asked for; `reference`: the states whose share is wanted, `groups`: those of the bloc shares."""

    state: str
    window: Window
    baseline: Window | None = None
    level: Level | None = None
    reference: frozenset[str] | None = None
    reference_name: str | None = None
    groups: Mapping[str, frozenset[str]] = {}
    official: str | None = None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in a window: families by month (nought is no coverage) and by publisher."""

    window: Window
    families: int
    months: dict[str, int]
    publishers: dict[str, int]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of a series. `rate` is contacts per hundred families, `partners` those met at the level asked for.

    Everything but `families` is null where nothing was read. `low` and `high` allow for what extraction gets wrong, so
    they lie lower than the rate as found. With fewer than thirty families partners are not compared.
    """

    window: Window
    families: int
    contacts: int | None = None
    rate: float | None = None
    low: float | None = None
    high: float | None = None
    partners: int | None = None
    at_equal_coverage: float | None = None
    ratio: Number | None = None
    records: tuple[str, ...] = ()


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """The panel. `as_of`: the last day on which anything was published; the fourteen days before it are incomplete."""

    state: str
    level: Level | None
    reference: str | None
    official: str | None
    as_of: str
    coverage: Coverage
    baseline: Coverage | None
    numbers: tuple[Number, ...]
    partners: tuple[Row, ...]
    changes: tuple[Change, ...] = ()
    tours: tuple[Tour, ...] = ()
    ties: tuple[Tie, ...] = ()
    checks: tuple[Check, ...] = ()
    series: tuple[Step, ...] = ()


def panel(
    asked: Asked, ground: Ground, differences: Iterable[Difference] = (), *, ties: tuple[Tie, ...] = (),
    checks: tuple[Check, ...] = (), series: tuple[Step, ...] = (),
) -> Panel:  # fmt: skip
    """The panel of a state; what stands beside it (economic ties, assertions, a series) is handed in.

    A baseline that shares days with the window is compared with nothing: only the steps of the series are.
    """
    return Panel(
        state=asked.state, level=asked.level, reference=asked.reference_name, official=asked.official,
        as_of=ground.last or asked.window.last, coverage=coverage(ground, asked.window),
        baseline=coverage(ground, asked.baseline) if asked.baseline else None,
        numbers=tuple(_numbers(asked, ground, differences)),
        partners=rows(asked.state, ground, asked.window, asked.level),
        changes=_changes(asked, ground),
        tours=_tours(asked, ground),
        ties=ties, checks=checks, series=series,
    )  # fmt: skip


def _changes(asked: Asked, ground: Ground) -> tuple[Change, ...]:
    if asked.baseline is None or not _compares(asked):
        return ()
    return changes(asked.state, ground, asked.window, asked.baseline, asked.level)


def _tours(asked: Asked, ground: Ground) -> tuple[Tour, ...]:
    engaged = (r for r in ground.records.values() if r.type == "engagement")
    return tuple(t for t in tours(engaged, asked.state) if asked.window.holds(t.first, t.last))


def _compares(asked: Asked) -> bool:
    return asked.baseline is not None and not asked.baseline.overlaps(asked.window)


def coverage(ground: Ground, window: Window) -> Coverage:
    """What was read in a window."""
    return Coverage(
        window=window, families=len(ground.read(window)), months=covered(window, ground.months),
        publishers=dict(sorted(ground.publishers(window).items(), key=lambda item: (-item[1], item[0]))),
    )  # fmt: skip


def _numbers(asked: Asked, ground: Ground, differences: Iterable[Difference]) -> Iterator[Number]:
    state, window = asked.state, asked.window
    met = ground.within(state, window)
    yield from breadth(state, met, asked.reference)
    if asked.baseline and _compares(asked):
        yield from compared(state, ground, window, asked.baseline, asked.level)
        yield from ratio(state, ground, window, asked.baseline, among=sorted(asked.reference or ()))
    yield from counts(state, met)
    yield from concentration(state, met)
    yield from groups(state, met, asked.groups)
    yield from returning(state, ground, window.last, asked.level)
    inside = [r for r in ground.records.values() if (d := day(r)) and window.holds(d, d)]
    yield from refusals(state, inside)
    yield from conflict(state, inside)
    yield _multilateral(state, inside)
    yield from centralities(state, [c for c in ground.contacts if window.holds(c.first, c.last)])
    yield from divergence(state, inside, differences)
    yield from follow_through(state, ground.records.values(), window, ground.last or window.last)


def _multilateral(state: str, records: Iterable[Record]) -> Number:
    """Forums and gatherings, apart: k states at a table would be k(k-1)/2 contacts."""
    own = [
        r.id
        for r in records
        if r.event_name and r.status == "happened" and any(p.country == state for p in r.participants)
    ]
    return Number(metric="multilateral_gatherings", value=len(own), note="not counted as contacts", records=tuple(own))


def series(asked: Asked, ground: Ground, windows: Iterable[Window]) -> tuple[Step, ...]:
    """The same state over several windows, partners compared at the smallest coverage that any of them has."""
    spans = sorted(set(windows))
    sizes = {w: len(ground.read(w)) for w in spans}
    smallest = min((n for n in sizes.values() if n >= LEAST), default=0)
    return tuple(_step(asked, ground, w, sizes[w], smallest) for w in spans)


def _step(asked: Asked, ground: Ground, window: Window, families: int, smallest: int) -> Step:
    if not families:
        return Step(window=window, families=0)
    met = ground.within(asked.state, window)
    told = sample(ground, window, met)
    low, high = band(told)
    compares = asked.baseline is not None and window != asked.baseline
    return Step(
        window=window, families=families, contacts=len(met), rate=rounded(100 * (told.rate or 0)),
        low=None if low is None else rounded(100 * low), high=None if high is None else rounded(100 * high),
        partners=len(partners(asked.state, met, asked.level)),
        at_equal_coverage=expected(asked.state, ground, window, asked.level, smallest) if families >= LEAST else None,
        ratio=ratio(asked.state, ground, window, asked.baseline)[0] if compares and asked.baseline else None,
        records=behind(met),
    )  # fmt: skip
