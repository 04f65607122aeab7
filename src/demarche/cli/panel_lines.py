"""A panel as lines for a terminal: what was read first, then the floors, then what is reckoned from them."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from demarche.cli.columns import inert
from demarche.cli.names import named
from demarche.cli.panel_parts import asserted, beside, contacts, months, plans, rank, spread, toured
from demarche.cli.panel_told import Told, at, names
from demarche.model.values import Level

if TYPE_CHECKING:
    from demarche.network.figure import Number
    from demarche.network.panel import Coverage, Panel, Step

PLURAL: dict[Level, str] = {
    "head": "heads of state or government", "minister": "ministers or higher", "deputy": "deputy ministers or higher",
    "ambassador": "ambassadors or higher", "official": "officials or higher",
}  # fmt: skip
FLOOR = "observed floors: what the texts tell of, never all there was"
WIDTH = 118


def lines(panel: "Panel", records: bool) -> Iterator[str]:
    """The whole panel, its long lines folded."""
    for line in _lines(panel, records):
        yield from wrap(line, WIDTH, subsequent_indent=" " * 10) if len(line) > WIDTH else (line,)


def _lines(panel: "Panel", records: bool) -> Iterator[str]:
    told = Told(panel, records)
    yield from _head(panel)
    for section in (_breadth, _against, _series, contacts, spread, months, rank, plans, toured, beside, asserted):
        found = list(section(told))
        if found:
            yield ""
            yield from found
    yield ""
    yield "Every number with its records: --records, --json or --csv. How each is reckoned: docs/measures.md"


def _head(p: "Panel") -> Iterator[str]:
    whose = f", told by the texts of {named(p.official)} alone" if p.official else ""
    yield f"{named(p.state)}, {p.coverage.window.first} to {p.coverage.window.last}{whose}"
    yield f"  read: {_read(p.coverage)}"
    if p.baseline:
        yield f"  baseline {p.baseline.window.first} to {p.baseline.window.last}: {_read(p.baseline)}"
    yield f"  texts up to {p.as_of}; what they report of the fourteen days before that is incomplete"


def _read(c: "Coverage") -> str:
    seen = sum(1 for n in c.months.values() if n)
    who = ", ".join(f"{inert(name)} {n}" for name, n in list(c.publishers.items())[:4]) or "nothing: no coverage"
    more = f" and {len(c.publishers) - 4} more" if len(c.publishers) > 4 else ""
    return f"{c.families} families in {seen} of {len(c.months)} months ({who}{more})"


def _breadth(t: Told) -> Iterator[str]:
    if not t.panel.coverage.families:
        yield "NO COVERAGE: nothing was read that was published in the window, so nothing can be said about it"
        return
    yield f"PARTNERS ({FLOOR})"
    yield f"  {'':32}{'matched':>8}{'sent at':>9}{'received at':>13}"
    for level, label in PLURAL.items():
        three = [t.get(m, None, level) for m in ("partners_at_least", "partners_sent_at", "partners_received_at")]
        yield f"  {label:32}{three[0].value:8.0f}{three[1].value:9.0f}{three[2].value:13.0f}"
        yield from t.behind(three[0].records)
    yield f"  {'any or unknown level':32}{t.get('partners_any').value:8.0f}"
    wanted = t.panel.level
    own = t.get("partners_at_least", None, wanted) if wanted else t.get("partners_any")
    yield f"  {at(wanted)}: {names(own.note.split()) or 'nobody'}"
    for n in t.every("share_of_reference"):
        if n.level == (wanted or "official") and n.value is not None and n.of:
            missing = names(n.note.removeprefix("not seen: ").split())
            seen = f"{n.value * n.of:.0f} of {n.of:.0f}"
            yield f"  of {t.panel.reference}, {at(n.level)}: {seen}; not seen: {missing or 'none'}"


def _against(t: Told) -> Iterator[str]:
    if t.panel.baseline is None or not t.panel.coverage.families:
        return
    level = t.panel.level
    yield f"AGAINST THE BASELINE ({at(level)})"
    if t.panel.baseline.window.overlaps(t.panel.coverage.window):
        yield "  it shares days with the window: no comparison of the two"
        return
    if not t.panel.baseline.families:
        yield "  nothing was read of the baseline: no comparison"
        return
    for kind in ("gained", "kept", "lost"):
        n = t.get(f"partners_{kind}", None, level)
        yield f"  {kind:7}{n.value:4.0f}  {names(n.note.split())}"
        yield from t.behind(n.records)
    chance = t.get("partners_lost_by_chance", None, level)
    yield f"  lost by chance alone, were nothing to change: {chance.value:.1f} ({chance.low:.0f} to {chance.high:.0f})"
    now, before = (t.get("partners_at_equal_coverage", name, level) for name in ("window", "baseline"))
    if now.value is not None and before.value is not None:
        both = f"{now.value:.1f}, in the baseline {before.value:.1f}"
        yield f"  partners at equal coverage ({now.of:.0f} families): {both}"
    yield from (f"  {_ratio(n)}" for n in (*t.every("rate_ratio"), *t.every("rate_ratio_to_reference")))


def _ratio(n: "Number") -> str:
    name = "contacts per family" if n.metric == "rate_ratio" else "the same, against the median of the reference"
    return f"{name}: {_banded(n)} ({n.note})" if n.value is not None else f"{name}: not estimable, {n.note}"


def _banded(n: "Number") -> str:
    band = "" if n.low is None else f" [{n.low:.2f} to {n.high:.2f}]" if n.high is not None else f" [from {n.low:.2f}]"
    return f"×{n.value:.2f}{band}"


def _series(t: Told) -> Iterator[str]:
    if t.panel.series:
        yield "STEP BY STEP (rate: contacts per 100 families, with a 90% band that allows for extraction errors)"
        heads = f"{'families':>9}{'contacts':>9}{'rate':>7}  {'band':14}{'partners':>9}{'at equal':>9}"
        yield f"  {'':22}{heads}  against the baseline"
        yield from (_step(s) for s in t.panel.series)
        least = "to be expected at the smallest coverage of thirty families or more"
        yield f"  partners are floors, {at(t.panel.level)}; “at equal”: {least}"


def _step(s: "Step") -> str:
    span = (
        f"{s.window.first[:7]} to {s.window.last[:7]}"
        if s.window.first[:7] != s.window.last[:7]
        else s.window.first[:7]
    )
    if s.contacts is None:
        return f"  {span:22}{'no coverage':>18}"
    band = f"{s.low:.0f} to {s.high:.0f}" if s.low is not None and s.high is not None else ""
    equal = "-" if s.at_equal_coverage is None else f"{s.at_equal_coverage:.1f}"
    ratio = _banded(s.ratio) if s.ratio and s.ratio.value is not None else "-"
    return f"  {span:22}{s.families:9}{s.contacts:9}{s.rate:7.1f}  {band:14}{s.partners:9}{equal:>9}  {ratio}"
