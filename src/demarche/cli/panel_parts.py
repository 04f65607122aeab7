"""The later parts of a printed panel: contacts and their spread, months, ranks, plans, and what stands beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demarche.cli.columns import inert
from demarche.cli.names import named
from demarche.cli.panel_told import Told, at, names, said, short
from demarche.model.values import Level

if TYPE_CHECKING:
    from demarche.network.asserted import Check
    from demarche.network.economy import Tie
    from demarche.network.figure import Number

LETTERS: dict[Level, str] = {
    "head": "H", "minister": "M", "deputy": "D", "ambassador": "A", "official": "O", "unknown": "?",
}  # fmt: skip
NONE, UNREAD = "·", "░"
LEGEND = (
    f"H head  M minister  D deputy  A ambassador  O official  ? level unknown  {NONE} none seen  {UNREAD} nothing read"
)
MONTHS, PARTNERS, BESIDE = 36, 25, 12


def contacts(t: Told) -> Iterator[str]:
    """How many, by level, manner and direction, and what was called off."""
    if not t.panel.coverage.families:
        return
    total, reported = t.get("contacts"), t.get("contacts_dated_by_report")
    yield f"CONTACTS  {total.value:.0f}, {reported.value:.0f} of them under the day of the report, for want of another"
    yield "  by level: " + ", ".join(f"{n.level} {n.value:.0f}" for n in t.every("contacts_at"))
    yield "  by manner: " + ", ".join(f"{said(n.about)} {n.value:.0f}" for n in t.every("contacts_by_manner"))
    yield "  direction: " + ", ".join(f"{said(n.about)} {n.value:.0f}" for n in t.every("direction"))
    n = t.get("asymmetry")
    told = "not told" if n.value is None else f"{n.value:+.2f}, of {n.of:.0f} visits whose direction is told"
    yield f"  received over paid: {told}"
    yield f"  forums and gatherings, apart: {t.get('multilateral_gatherings').value:.0f}"
    off = [n for m in ("called_off", "broken_off_by", "broken_off_towards") for n in t.every(m) if n.value]
    yield "  refused, cancelled, broken off: " + ("; ".join(f"{_off(n)} {n.value:.0f}" for n in off) or "none seen")
    for n in (total, *off):
        yield from t.behind(n.records)


def _off(n: "Number") -> str:
    return {"called_off": "", "broken_off_by": "by it, ", "broken_off_towards": "towards it, "}[n.metric] + said(
        n.about
    )


def spread(t: Told) -> Iterator[str]:
    """Concentration, shares of groups, cooperation and conflict."""
    if not t.get("contacts").value:
        return
    index, effective = t.get("concentration"), t.get("effective_partners")
    entropy = t.get("effective_partners_by_entropy")
    even = f"as if spread evenly over {effective.value:.1f} partners (by entropy {entropy.value:.1f})"
    yield f"SPREAD  HHI {index.value:.3f}; {even}"
    for n in t.every("group_share_of_contacts"):
        there = t.get("group_share_of_partners", n.about)
        yield f"  {named(n.about or ''):8}{n.value:5.0%} of contacts, {there.value:.0%} of partners"
    yield "COOPERATION AND CONFLICT (sums of PLOVER scores, never netted; counts by quad class)"
    for way, label in (("by", "acts by it"), ("towards", "acts towards it"), ("with", "engagements")):
        plus, minus = t.get(f"cooperation_{way}"), t.get(f"conflict_{way}")
        quads = ", ".join(f"{n.about} {n.value:.0f}" for n in t.every(f"quad_{way}"))
        yield f"  {label:16}{plus.value:+8.1f}{minus.value:+8.1f}   {quads}"


def months(t: Told) -> Iterator[str]:
    """Each partner's best level month by month."""
    p = t.panel
    months = list(p.coverage.months)[-MONTHS:]
    if not p.partners or not p.coverage.families:
        return
    yield f"PARTNERS BY MONTH, {months[0]} to {months[-1]}   {LEGEND}"
    for r in p.partners[:PARTNERS]:
        cells = "".join(
            LETTERS[r.months[m]] if m in r.months else NONE if p.coverage.months[m] else UNREAD for m in months
        )
        since = f"last {at(p.level)} {r.last}" if r.last else f"none seen {at(p.level)}"
        ago = f", {r.months_since:.1f} months before the end" if r.months_since is not None else ""
        yield f"  {named(r.partner)[:24]:25}{cells}  {since}{ago}"
        yield from t.behind(r.records)
    if len(p.partners) > PARTNERS:
        yield f"  and {len(p.partners) - PARTNERS} more"
    back, year = t.get("median_days_to_return", None, p.level), t.get("back_within_a_year", None, p.level)
    if year.value is not None:
        half = (
            f"half are met again within {back.value:.0f} days"
            if back.value is not None
            else "fewer than half are met again"
        )
        yield f"  {half}; {year.value:.0%} within a year (Kaplan-Meier; {year.note})"


def rank(t: Told) -> Iterator[str]:
    """The state's place in the graph, as intervals of ranks."""
    found = [n for name in ("strength", "pagerank", "eigenvector", "k_core", "betweenness") for n in t.every(name)]
    if not found or found[0].value is None:
        yield f"PLACE AMONG ALL  no rank: {found[0].note if found else 'no contact'}"
        return
    yield f"PLACE AMONG ALL (contacts in person; 90% interval of ranks; {found[0].note})"
    yield "  " + ", ".join(f"{said(n.metric)} {n.low:.0f} to {n.high:.0f}" for n in found)


def plans(t: Told) -> Iterator[str]:
    """What became of plans, and how the accounts of two sides part."""
    from demarche.publish.names import within

    announced = t.every("announced")
    if announced and announced[0].of:
        parts = ", ".join(f"{n.about} {n.value:.0f}" for n in announced if n.value)
        yield f"FOLLOW-THROUGH  {announced[0].of:.0f} announced: {parts} (unknown: thirty days without a word)"
    for n in t.every("told_by_both"):
        rest = [t.get(f"{k}s_per_engagement", n.about) for k in ("omission", "extra", "contradiction")]
        kinds = ", ".join(f"{said(r.metric.partition('_')[0])} {r.value:.1f}" for r in rest)
        yield f"  told by it and by {within(n.about or '')}: {n.value:.0f} engagements; for each {kinds}"


def toured(t: Told) -> Iterator[str]:
    """Visits to several states in a row."""
    if t.panel.tours:
        yield f"TOURS ({len(t.panel.tours)})"
    for x in t.panel.tours:
        how = "told as one" if x.told_as_one else "seen from its stops"
        aim = f"; about {', '.join(x.aim[:4])}" if x.aim else ""
        yield f"  {x.first}..{x.last}  {inert(x.who)}: {', '.join(map(named, x.countries))} ({how}){aim}"
        yield from t.behind(x.records)


def beside(t: Told) -> Iterator[str]:
    """Economic ties that the texts report."""
    if t.panel.ties:
        yield f"BESIDE IT: ECONOMIC TIES THAT THE TEXTS REPORT ({len(t.panel.ties)}; part of no number above)"
        yield from (_tie(x) for x in t.panel.ties[:BESIDE])
        if len(t.panel.ties) > BESIDE:
            yield f"  and {len(t.panel.ties) - BESIDE} more: --json"


def _tie(x: "Tie") -> str:
    who = f"{names(x.actors) or '?'} → {names(x.targets) or '?'}"
    figures = f"; {', '.join(map(inert, x.figures[:3]))}" if x.figures else ""
    return f"  {x.day or 'no day'}  {said(x.event)}, {x.status}: {who}: “{short(x.words.quote)}”{figures}  {x.record}"


def asserted(t: Told) -> Iterator[str]:
    """Claims about the record, held against it."""
    if t.panel.checks:
        yield f"CLAIMS ABOUT THE RECORD ({len(t.panel.checks)}; shown beside it, without a verdict)"
        for c in t.panel.checks[:BESIDE]:
            yield from check_lines(c)


def check_lines(c: "Check") -> Iterator[str]:
    """An assertion, what the record has for it and against it, and how much of the stretch was read."""
    since = f" ({c.since})" if c.since else ""
    yield f"  {c.said}  {c.about}{since}, {names(c.parties)}: “{short(c.quote)}”  {c.document}"
    for label, ids in (
        ("may be meant", c.meant),
        ("may speak for it", c.supporting),
        ("may speak against it", c.opposing),
    ):
        if ids:
            yield f"      {label}: {len(ids)}: {' '.join(ids[:4])}{' …' if len(ids) > 4 else ''}"
    if not (c.meant or c.supporting or c.opposing):
        yield "      the record has nothing for it and nothing against it"
    yield f"      read: {c.read} of the {c.months} months since {c.first}"
