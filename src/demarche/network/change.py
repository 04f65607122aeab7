"""Two windows -> partners gained, kept and lost, by name; and how far coverage or chance would do the same."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from demarche.model.values import Level
from demarche.network.breadth import partners
from demarche.network.contacts import Contact
from demarche.network.figure import Number, behind, rounded
from demarche.network.ground import Ground
from demarche.network.rarefaction import losses, rarefied
from demarche.network.windows import Window


class Change(msgspec.Struct, frozen=True):
    """A partner of either window: *gained*, *kept* or *lost*, how often met in each, the last day, the records."""

    partner: str
    change: str
    before: int
    now: int
    last: str
    records: tuple[str, ...]


def changes(state: str, ground: Ground, window: Window, baseline: Window, level: Level | None) -> tuple[Change, ...]:
    """Every partner met at the level in one of the windows, by name."""
    now = partners(state, ground.within(state, window), level)
    before = partners(state, ground.within(state, baseline), level)
    return tuple(_change(name, before.get(name, []), now.get(name, [])) for name in sorted({*before, *now}))


def _change(name: str, before: list[Contact], now: list[Contact]) -> Change:
    kind = "kept" if before and now else "lost" if before else "gained"
    both = [*before, *now]
    return Change(name, kind, len(before), len(now), max(c.last for c in both), behind(both))


def compared(state: str, ground: Ground, window: Window, baseline: Window, level: Level | None) -> Iterator[Number]:
    """The floors of both windows, both at the smaller coverage, and the losses to expect were nothing to change."""
    found = changes(state, ground, window, baseline, level)
    for kind in ("gained", "kept", "lost"):
        own = [c for c in found if c.change == kind]
        yield Number(metric=f"partners_{kind}", level=level, value=len(own), note=" ".join(c.partner for c in own),
                     records=tuple(sorted({r for c in own for r in c.records})))  # fmt: skip
    before, now = ({c.partner: n for c in found if (n := getattr(c, name))} for name in ("before", "now"))
    chance = losses(before, now)
    yield Number(metric="partners_lost_by_chance", level=level, value=chance.expected, low=chance.low, high=chance.high,
                 note="expected were the contacts of both windows shuffled between them",
                 records=tuple(sorted({r for c in found for r in c.records})))  # fmt: skip
    yield from _at_equal_coverage(state, ground, window, baseline, level)


def _at_equal_coverage(
    state: str, ground: Ground, window: Window, baseline: Window, level: Level | None
) -> Iterator[Number]:
    sizes = {w: len(ground.read(w)) for w in (window, baseline)}
    smaller = min(sizes.values())
    for name, span in (("window", window), ("baseline", baseline)):
        value = expected(state, ground, span, level, smaller)
        met = [c for own in partners(state, ground.within(state, span), level).values() for c in own]
        yield Number(metric="partners_at_equal_coverage", about=name, level=level, value=value, of=smaller,
                     note=f"expected in {smaller} of its {sizes[span]} families", records=behind(met))  # fmt: skip


def expected(state: str, ground: Ground, window: Window, level: Level | None, families: int) -> float | None:
    """Partners to expect in so many families of a window; null where nothing was read."""
    read = {t.family for t in ground.read(window)}
    if not read or not families:
        return None
    told: Counter[str] = Counter()
    for name, own in partners(state, ground.within(state, window), level).items():
        told[name] = len({f for c in own for f in ground.tellers(c) if f in read})
    return rounded(rarefied((n for n in told.values() if n), len(read), families))
