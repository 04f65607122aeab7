"""A panel as CSV: one row a number, a partner, a step; the last column holds the ids of the records behind it."""

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demarche.network.panel import Panel

HEAD = ("metric", "about", "level", "value", "low", "high", "of", "window_start", "window_end", "note", "records")


def table(panel: "Panel") -> str:
    """The rows under a line of names; a null is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(_rows(panel))
    return out.getvalue()


def _rows(panel: "Panel") -> Iterator[tuple[object, ...]]:
    window = panel.coverage.window
    at = (window.first, window.last)
    yield ("families_read", None, None, panel.coverage.families, None, None, None, *at, "", "")
    for n in panel.numbers:
        yield (n.metric, n.about, n.level, n.value, n.low, n.high, n.of, *at, n.note, " ".join(n.records))
    for c in panel.changes:
        note = f"{c.before} contacts in the baseline, {c.now} in the window"
        yield (
            f"partner_{c.change}",
            c.partner,
            panel.level,
            c.now,
            None,
            None,
            c.before,
            *at,
            note,
            " ".join(c.records),
        )
    for r in panel.partners:
        months = " ".join(f"{m}:{level}" for m, level in r.months.items())
        yield ("months_since_contact", r.partner, panel.level, r.months_since, None, None, None, *at,
               f"last {r.last or 'never seen'}; {months}", " ".join(r.records))  # fmt: skip
    for s in panel.series:
        span = (s.window.first, s.window.last)
        yield ("step_contacts", None, None, s.contacts, None, None, s.families, *span, "", " ".join(s.records))
        yield ("step_rate", None, None, s.rate, s.low, s.high, s.families, *span, "contacts per 100 families", "")
        yield ("step_partners", None, panel.level, s.partners, None, None, s.families, *span, "floor", "")
        yield (
            "step_partners_at_equal_coverage",
            None,
            panel.level,
            s.at_equal_coverage,
            None,
            None,
            s.families,
            *span,
            "",
            "",
        )
        if s.ratio:
            r2 = s.ratio
            yield ("step_rate_ratio", None, None, r2.value, r2.low, r2.high, None, *span, r2.note, "")
