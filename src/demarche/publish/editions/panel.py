"""Measures -> one table: with how many states each was in contact in the last ninety days, at which level."""

from collections.abc import Sequence
from datetime import date

from demarche.model import Measure
from demarche.model.values import Level
from demarche.publish.editions.drawn import Panel, Row
from demarche.publish.editions.selection import Choice
from demarche.publish.names import named

COLUMNS: tuple[tuple[str, str, Level | None], ...] = (
    ("Heads", "partners_at_least", "head"),
    ("Ministers or higher", "partners_at_least", "minister"),
    ("Deputies or higher", "partners_at_least", "deputy"),
    ("Any known level", "partners_at_least", "official"),
    ("Contacts", "contacts", None),
    ("in person", "contacts_in_person", None),
    ("by phone or video", "contacts_remote", None),
)
"""Head of the column, metric, level."""
MOST = 12
SPAN = 80
"""A window of more days than this is the trailing one."""


def panel(measures: Sequence[Measure], choice: Choice) -> Panel | None:
    """The states in focus, or those with most partners; null where nobody met anybody."""
    long = [m for m in measures if _days(m) > SPAN and (choice.until is None or m.window_end <= choice.until)]
    last = max(((m.window_end, m.window_start) for m in long), default=None)
    own = [m for m in long if (m.window_end, m.window_start) == last]
    states = sorted({m.state for m in own if m.value > 0 and (not choice.focus or m.state in choice.focus)})
    if last is None or not states:
        return None
    rows = sorted((_row(s, [m for m in own if m.state == s]) for s in states), key=_rank)
    return Panel(
        title="Partners by level of contact",
        first=last[1],
        last=last[0],
        columns=tuple(head for head, *_ in COLUMNS),
        rows=tuple(rows[:MOST]),
        coverage=max(m.coverage for m in own),
        left_out=max(len(rows) - MOST, 0),
    )


def _days(m: Measure) -> int:
    return (date.fromisoformat(m.window_end) - date.fromisoformat(m.window_start)).days + 1


def _row(state: str, own: Sequence[Measure]) -> Row:
    found = {(m.metric, m.level): m for m in own}
    values = tuple(int(m.value) if (m := found.get((metric, level))) else 0 for _, metric, level in COLUMNS)
    behind = tuple(sorted({r for m in own for r in m.records}))
    return Row(state=state, name=named(state), values=values, records=behind)


def _rank(row: Row) -> tuple[tuple[int, ...], str]:
    return (tuple(-(v or 0) for v in row.values), row.name)
