"""Contacts -> measures: with how many states a state was in contact, at which level, week by week.

`contacts` (all, in person, remote) counts engagements, `partners_at_least` distinct states met at a level or a higher
one; the level is the matched one, the lower of the two sides' highest, so that a president receiving an ambassador is a
contact of ambassadors. Levels run head, minister, deputy, ambassador, official; what is unknown is in no level.

Silence is not lack of coverage: where sources of the window were read and told of no contact of a state, its `contacts`
are written as 0; where nothing was read, nothing is written. (Noughts of weeks stand for the last ninety days only;
further back, the month's says it.) The figures are floors: what was seen, never what there was, and carry no band.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from demarche.model import Document, Family, Measure, Record
from demarche.model.values import LEVELS, Level
from demarche.network.contacts import Contact, contacts
from demarche.network.windows import WEEK, Window, coverage, covered, month, trailing, week, windows

RANKED: tuple[Level, ...] = tuple(level for level in LEVELS if level != "unknown")


def measures(
    records: Iterable[Record], families: Iterable[Family], documents: Mapping[str, Document]
) -> Iterator[Measure]:
    """The measures of every state that was in contact with another, by state, window and metric."""
    return measures_under(records, coverage(families, documents))


def measures_under(records: Iterable[Record], seen: Mapping[str, set[str]]) -> Iterator[Measure]:
    """The same, by the families of which a document was published on a day."""
    met = contacts(records)
    days = sorted([*seen, *(c.first for c in met)])
    if not days:
        return
    last = max(seen, default=days[-1])
    spans = dict(covered(seen, sorted(set(windows(days[0], last)))))
    recent = trailing(last)
    even_empty = {w for w, read in spans.items() if read and (w.days > WEEK or w.last >= recent.first)}
    for state, own in sorted(_by_state(met).items()):
        for window in sorted(even_empty.union(*(spans.keys() & _around(c.first, recent) for c in own))):
            inside = _within(own, window)
            if inside or window in even_empty:
                yield from _of_window(state, window, inside, spans[window])


@lru_cache(maxsize=8192)
def _around(day: str, recent: Window) -> frozenset[Window]:
    """The windows that a day lies in."""
    return frozenset({week(day), month(day)} | ({recent} if recent.holds(day, day) else set()))


def _by_state(met: Iterable[Contact]) -> dict[str, list[Contact]]:
    of: dict[str, list[Contact]] = {}
    for contact in met:
        for state in (contact.a, contact.b):
            of.setdefault(state, []).append(contact)
    return of


def _within(own: Sequence[Contact], window: Window) -> list[Contact]:
    """The contacts whose days all lie inside a window; they come sorted by their first day."""
    start = bisect_left(own, window.first, key=lambda c: c.first)
    end = bisect_right(own, window.last, key=lambda c: c.first)
    return [c for c in own[start:end] if c.last <= window.last]


def _of_window(state: str, window: Window, met: Sequence[Contact], families: int) -> Iterator[Measure]:
    def measure(metric: str, counted: Sequence[Contact], value: int, level: Level | None = None) -> Measure:
        behind = tuple(sorted({c.record for c in counted}))
        return Measure(
            state=state, metric=metric, level=level, window_start=window.first, window_end=window.last,
            value=float(value), n=len(behind), coverage=families, records=behind,
        )  # fmt: skip

    yield measure("contacts", met, _engagements(met))
    for manner in ("in_person", "remote"):
        if told := [c for c in met if c.manner == manner]:
            yield measure(f"contacts_{manner}", told, _engagements(told))
    for level in RANKED:
        high = [c for c in met if LEVELS.index(c.level) <= LEVELS.index(level)]
        if high:
            yield measure("partners_at_least", high, len({c.partner(state) for c in high}), level)


def _engagements(met: Iterable[Contact]) -> int:
    """A record with three states is one engagement of each, though two contacts."""
    return len({c.record for c in met})
