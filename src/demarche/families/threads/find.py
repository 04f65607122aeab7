"""Which families tell of one event: alike by their terms, on average, and published at about the same time."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec
import numpy as np

from demarche.families.candidates import meetings
from demarche.families.held import Held
from demarche.families.terms import Terms, years
from demarche.families.threads.linkage import groups
from demarche.model import Family, content_id

BAR = 0.28
"""Average likeness of a thread. Measured on reports of 32 events, two of a kind each: see docs/families.md."""
FAINT = 0.1
"""Likeness below which a pair counts as quite unlike."""
FIRST, SHARED = 30, 3
"""Of the weightiest terms so many are looked up, and so many must be shared, before two families are compared."""
CAP, NEAR = 200, 10
"""Families under one term that all meet; in a fuller bucket each meets its neighbours."""
AT_ONCE = 10_000
"""Families whose meetings are counted together: all in one go were five kilobytes each."""
FRESH, STALE = 3, 30
"""Days between two publications up to which they count in full, and from which they are no longer one story."""
OTHER_YEARS = 0.6
"""What two texts count for that name years, but no year in common, where a day of publication is not known."""


OPEN = 1024
"""Families whose terms stay laid out as a mapping, 5 kB each; packed they are a tenth of that."""


class Unit(msgspec.Struct, frozen=True):
    """A family as threads see it: the terms of its best witness, when it was first published, the years it names."""

    terms: Terms
    day: int | None
    years: frozenset[int]


def threaded(families: Sequence[Family], profiles: Held, former: Iterable[Family]) -> list[Family]:
    """The families with their threads. A thread keeps its id while any of its documents is in it."""
    ordered = sorted(families, key=lambda f: f.id)
    units = [_unit(f, profiles) for f in ordered]
    before = {d: f.thread for f in former if f.thread for d in f.documents}
    given: set[str] = set()
    thread: dict[str, str] = {}
    for group in groups(len(units), _alike(units), BAR):
        if len(group) > 1:
            inside = sorted((ordered[i] for i in group), key=lambda f: (_first(f, profiles), f.id))
            old = Counter(before[d] for f in inside for d in f.documents if d in before and before[d] not in given)
            name = max(old, key=lambda t: (old[t], t)) if old else content_id("thr", inside[0].id)
            given.add(name)
            thread |= dict.fromkeys((f.id for f in inside), name)
    return [msgspec.structs.replace(f, thread=thread.get(f.id)) for f in families]


def _first(family: Family, profiles: Held) -> str:
    return min(profiles.head(d).published or "9999-99-99" for d in family.documents)


def _unit(family: Family, profiles: Held) -> Unit:
    best, first = profiles.of(family.best or family.documents[0]), _first(family, profiles)
    day = date.fromisoformat(first).toordinal() if first < "9999" else None
    return Unit(best.terms, day, years(best.words))


def _alike(units: Sequence[Unit]) -> dict[tuple[int, int], float]:
    """The cosine of their terms, less the further apart in time."""
    found = {}
    laid = lru_cache(OPEN)(lambda i: dict(zip(*units[i].terms, strict=True)))
    for i, j in _pairs(units):
        near = _near(units[i], units[j])
        likeness = near * _cosine(laid(i), laid(j)) if near > 0 else 0.0
        if likeness >= FAINT:
            found[i, j] = likeness
    return found


def _pairs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The families that share enough of their weightiest terms."""
    key, owner = array("Q"), array("Q")
    for number, unit in enumerate(units):
        first = unit.terms[0][:FIRST]
        key.extend(first.tolist())
        owner.extend([number] * len(first))
    keys, owners = np.frombuffer(key, dtype=np.uint64), np.frombuffer(owner, dtype=np.uint64)
    order = np.lexsort((owners, keys))
    for start in range(0, len(units), AT_ONCE):
        met = [
            (a << np.uint64(32) | b)[(a >= start) & (a < start + AT_ONCE)]
            for a, b in meetings(keys[order], owners[order], CAP, NEAR)
        ]
        pairs, shared = np.unique(np.concatenate([*met, np.empty(0, dtype=np.uint64)]), return_counts=True)
        enough = pairs[shared >= SHARED]
        yield from zip((enough >> np.uint64(32)).tolist(), (enough & np.uint64((1 << 32) - 1)).tolist(), strict=True)


def _near(a: Unit, b: Unit) -> float:
    """How near two families are in time: 1 in full, 0 or less not at all."""
    if a.day is not None and b.day is not None:
        return min(1.0, (STALE - abs(a.day - b.day)) / (STALE - FRESH))
    return OTHER_YEARS if a.years and b.years and not a.years & b.years else 1.0


def _cosine(a: Mapping[int, float], b: Mapping[int, float]) -> float:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * long[code] for code, weight in short.items() if code in long)
