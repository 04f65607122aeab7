"""Two windows -> the ratio of their rates of contact, with a 90% band.

The rate is contacts per family read, of the publishers that both windows have: otherwise a new source would look like
a new friendship. A contact belongs to the family that told of it first. The band has two parts. *Sampling*: weeks are
drawn with replacement, and families within them. *Extraction*: what was found is thinned by the measured precision and
filled up by the measured recall (`errors.toml`), both drawn from their Beta posteriors. Seeds are fixed and everything
is sorted first, so that the order of the input changes nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from statistics import median

import msgspec
import numpy as np
from numpy.typing import NDArray

from demarche.network.contacts import Contact
from demarche.network.figure import Number, behind, rounded
from demarche.network.ground import Ground
from demarche.network.windows import Window, week

DRAWS, SEED = 2000, 1979
BAND = (0.05, 0.95)
Counts = NDArray[np.float64]


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A share as it was counted, and where."""

    yes: int
    no: int
    source: str


class Errors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often extraction is right, and how often it finds what is there."""

    precision: Share
    recall: Share


@cache
def errors() -> Errors:
    """The measured errors."""
    return msgspec.toml.decode(files("demarche.network").joinpath("errors.toml").read_bytes(), type=Errors)


class Sample(msgspec.Struct, frozen=True):
    """Contacts of a window by the week and family that first told of them, families without any included."""

    weeks: tuple[tuple[int, ...], ...]

    @property
    def families(self) -> int:
        """How many families were read."""
        return sum(len(w) for w in self.weeks)

    @property
    def contacts(self) -> int:
        """How many contacts they told of first."""
        return sum(map(sum, self.weeks))

    @property
    def rate(self) -> float | None:
        """Contacts per family; null where nothing was read."""
        return self.contacts / self.families if self.families else None


def sample(ground: Ground, window: Window, met: Iterable[Contact]) -> Sample:
    """The families of a window, and how many of the contacts each told of first."""
    first = Counter(tellers[0] for c in met if (tellers := ground.tellers(c)))
    weeks: dict[str, list[int]] = defaultdict(list)
    for told in ground.read(window):
        weeks[week(told.day).first].append(first[told.family])
    return Sample(tuple(tuple(sorted(weeks[w])) for w in sorted(weeks)))


def ratio(state: str, ground: Ground, window: Window, baseline: Window, *, among: Sequence[str] = ()) -> list[Number]:
    """The rate ratio of a state and, given others, its ratio to their median."""
    shared = frozenset(ground.publishers(window).keys() & ground.publishers(baseline).keys())
    if not shared:
        why = "no publisher was read in both windows: a ratio would compare sources, not states"
        return [Number(metric="rate_ratio", value=None, note=why)]
    panel = ground.of_publishers(shared)
    own = _ratio(state, panel, window, baseline)
    others = [(s, r) for s in sorted(set(among) - {state}) if (r := _bare(s, state, panel, window, baseline))]
    if own.value is None or not others:
        return [own]
    middle = median(v for _, v in others)
    note = f"beside {len(others)} others, whose median is {middle:.2f}: {' '.join(s for s, _ in others)}"
    return [own, Number(metric="rate_ratio_to_reference", value=rounded(own.value / middle), of=len(others), note=note,
                        records=own.records)]  # fmt: skip


def _ratio(state: str, panel: Ground, window: Window, baseline: Window) -> Number:
    plain = _plain(state, panel, window, baseline)
    if plain.value is None:
        return plain
    now, before = (sample(panel, w, panel.within(state, w)) for w in (window, baseline))
    random = np.random.Generator(np.random.PCG64(SEED))
    above, below = drawn(now, random), drawn(before, random)
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = np.nanquantile(above / below, BAND)
    return msgspec.structs.replace(plain, low=_end(low), high=_end(high))


def _plain(state: str, panel: Ground, window: Window, baseline: Window) -> Number:
    now, before = (panel.within(state, w) for w in (window, baseline))
    a, b = sample(panel, window, now), sample(panel, baseline, before)
    note = f"{a.contacts} in {a.families} families against {b.contacts} in {b.families}"
    if not b.rate or a.rate is None:
        return Number(metric="rate_ratio", value=None, note=f"{note}: no rate to compare with")
    return Number(metric="rate_ratio", value=rounded(a.rate / b.rate), note=note, records=behind([*now, *before]))


def _bare(other: str, state: str, panel: Ground, window: Window, baseline: Window) -> float | None:
    """The ratio of somebody else, of its contacts with third parties alone: those with the state are the state's.

    Null where either window has none.
    """
    rates = []
    for span in (window, baseline):
        read = {t.family for t in panel.read(span)}
        met = (panel.tellers(c) for c in panel.within(other, span) if c.partner(other) != state)
        rates.append(sum(1 for told in met if told and told[0] in read) / len(read) if read else 0.0)
    return rates[0] / rates[1] if all(rates) else None


def drawn(given: Sample, random: np.random.Generator) -> Counts:
    """Rates of contact as they might have come out."""
    sums, sizes = np.zeros(DRAWS), np.zeros(DRAWS)
    times = random.multinomial(len(given.weeks), [1 / len(given.weeks)] * len(given.weeks), size=DRAWS)
    for i, each in enumerate(given.weeks):
        kinds = sorted(Counter(each).items())
        picks = random.multinomial(times[:, i] * len(each), [n / len(each) for _, n in kinds])
        sums += picks @ np.array([count for count, _ in kinds], dtype=float)
        sizes += times[:, i] * len(each)
    return _corrected(sums.astype(np.int64), random) / sizes


def _corrected(found: NDArray[np.int64], random: np.random.Generator) -> Counts:
    """What took place, of what was found: without the wrong ones, with the missed ones."""
    known = errors()
    right = random.binomial(found, random.beta(known.precision.yes + 0.5, known.precision.no + 0.5, DRAWS))
    recall = random.beta(known.recall.yes + 0.5, known.recall.no + 0.5, DRAWS)
    return (right + random.poisson(right * (1 - recall) / recall)).astype(np.float64)


def band(given: Sample) -> tuple[float | None, float | None]:
    """The 90% band of a window's rate."""
    if not given.weeks:
        return None, None
    low, high = np.quantile(drawn(given, np.random.Generator(np.random.PCG64(SEED))), BAND)
    return _end(low), _end(high)


def _end(value: float) -> float | None:
    """An end of a band; null where it has none, since the baseline may have come out empty."""
    return rounded(value) if np.isfinite(value) else None
