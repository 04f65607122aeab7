"""Pairs of documents that are worth comparing: those that share, twice or more, two rare stems of one sentence.

Two documents meet when `SHARED` of their keys are the same, from two sentences unless one document is short (a shared
background sentence is no copy). The join runs on any engine as two `Gather`s: keys are dealt into parts, in each part
equal keys make documents meet, and the meetings of each two documents are counted. Everything travels as packed
numbers: a hundred thousand documents have fifteen million keys.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import msgspec
import numpy as np
from numpy.typing import NDArray

from demarche.engine import Gather, Plan, run
from demarche.families.keys import KEYS, LAST, Keys
from demarche.families.order import Pairs, by_story

SHARED = 2
PER = 50
"""Keys of the shorter document for which one more must be shared: long transcripts share two with anything."""
CAP = 60
"""Documents under one key that all meet each other; in a fuller one each meets only its `NEAR` neighbours."""
NEAR = 3
PART = 4
"""One in so many sentences of the shorter document must share a key: a few sentences of background are no copy."""
SMALL = 4 * KEYS
"""Keys of a document up to which one shared sentence is enough; else two must be."""
PARTS = 64
BLOCK = 1000
"""Documents whose keys are dealt out together."""
MANY = 20_000
"""Documents from which it pays to start processes."""
AT_ONCE = 1 << 20
"""Meetings worked out in one go, so that a part's memory stays in bounds."""
Numbers = NDArray[np.uint64]
Marks = NDArray[np.bool_]


class Dealt(msgspec.Struct, frozen=True, array_like=True):
    """Keys of one part, and for each its owner: a document's number and a sentence's (16 bits)."""

    part: str
    keys: bytes
    owners: bytes


class Met(msgspec.Struct, frozen=True, array_like=True):
    """Meetings of one part of all pairs: numbers of two documents (24 bits each), and a sentence of the first."""

    part: str
    meetings: bytes


def candidates(
    every: Sequence[Keys], fresh: Sequence[bool] | None = None, workers: int = 1, engine: str = "pool"
) -> Pairs:
    """The pairs of places in `every`, and how many keys they share, of which at least one is `fresh` (without it: all).

    The order of `every` decides which neighbours meet in a full bucket, and nothing else. Pairs of one story follow
    one another.
    """
    sizes = array("I", [len(keys) for keys, _ in every])
    new = np.array(fresh, dtype=np.bool_) if fresh is not None else np.ones(len(sizes), dtype=np.bool_)
    if not new.any():
        return np.empty((0, 3), dtype=np.uint32)
    dealt = _dealt(every, None if new.all() else _keys(every, np.flatnonzero(new).tolist()))
    plan: Plan = (
        Gather("meetings", _part, partial(_meet, new.tobytes()), gives=Met),
        Gather("candidates", _part, partial(_enough, sizes.tobytes()), gives=bytes),
    )
    chosen = engine if workers > 1 and len(sizes) >= MANY else "local"
    found = [np.frombuffer(b, dtype=np.uint64) for b in run(plan, dealt, engine=chosen, workers=workers)]
    rows = np.concatenate([*found, np.empty(0, dtype=np.uint64)]).reshape(-1, 2)
    places = np.stack([rows[:, 0] >> np.uint64(24), rows[:, 0] & np.uint64((1 << 24) - 1), rows[:, 1]], axis=1)
    return by_story(places.astype(np.uint32), np.frombuffer(sizes, dtype=np.uint32))


def _part(item: Dealt | Met) -> str:
    return item.part


def _keys(every: Sequence[Keys], chosen: Iterable[int]) -> Numbers:
    """The keys of some documents, sorted, each once."""
    own = [np.frombuffer(every[i][0], dtype=np.uint64) for i in chosen if every[i][0]]
    return np.unique(np.concatenate([*own, np.empty(0, dtype=np.uint64)]))


def _dealt(every: Sequence[Keys], wanted: Numbers | None) -> Iterator[Dealt]:
    """The keys of all documents, by part; only the `wanted` ones, if there are such: under others nobody new is met."""
    for start in range(0, len(every), BLOCK):
        key, owner = array("Q"), array("Q")
        for number, (keys, places) in enumerate(every[start : start + BLOCK], start):
            key.extend(keys)
            owner.extend(number << 16 | place for place in places)
        held, owners = np.frombuffer(key, dtype=np.uint64), np.frombuffer(owner, dtype=np.uint64)
        if wanted is not None:
            known = np.isin(held, wanted)
            held, owners = held[known], owners[known]
        for part, chosen in _shares(held % np.uint64(PARTS)):
            yield Dealt(part, held[chosen].tobytes(), owners[chosen].tobytes())


def _shares(parts: Numbers) -> Iterator[tuple[str, NDArray[np.intp]]]:
    """For each part its name and the places of its members."""
    order = np.argsort(parts, kind="stable")
    ends = np.searchsorted(parts[order], np.arange(PARTS + 1, dtype=np.uint64))
    for part in range(PARTS):
        if ends[part] < ends[part + 1]:
            yield f"{part:02}", order[ends[part] : ends[part + 1]]


def _meet(new: bytes, part: str, dealt: Sequence[Dealt]) -> Iterator[Met]:
    """Who meets whom under the keys of one part, dealt out anew by pair."""
    keys = np.frombuffer(b"".join(d.keys for d in dealt), dtype=np.uint64)
    owners = np.frombuffer(b"".join(d.owners for d in dealt), dtype=np.uint64)
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    fresh = np.frombuffer(new, dtype=np.bool_)
    for first, second in meetings(keys, owners, CAP, NEAR):
        one, other = first >> np.uint64(16), second >> np.uint64(16)
        wanted = fresh[one] | fresh[other]
        met = (one << np.uint64(40) | other << np.uint64(16) | first & np.uint64(LAST))[wanted]
        pairs = met >> np.uint64(16)
        for name, chosen in _shares((pairs ^ pairs >> np.uint64(24)) % np.uint64(PARTS)):
            yield Met(name, met[chosen].tobytes())


def meetings(keys: Numbers, owners: Numbers, cap: int, neighbours: int) -> Iterator[tuple[Numbers, Numbers]]:
    """The owners under one key that meet, the smaller first; keys come sorted.

    A full bucket holds either a common phrase or hundreds of copies of one story. Neighbours only keeps it linear:
    copies share all their keys, so that their neighbours are the same under each, and the chain holds together.
    """
    if not len(keys):
        return
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[starts, len(keys)])
    for size in np.unique(sizes[(sizes > 1) & (sizes <= cap)]).tolist():
        one, other = np.triu_indices(size, 1)
        at = starts[sizes == size]
        step = max(1, AT_ONCE // len(one))
        for i in range(0, len(at), step):
            rows = owners[at[i : i + step, None] + np.arange(size)]
            yield rows[:, one].ravel(), rows[:, other].ravel()
    full = np.repeat(sizes > cap, sizes)
    for gap in range(1, neighbours + 1):
        near = np.flatnonzero(full[:-gap] & (keys[:-gap] == keys[gap:]))
        yield owners[near], owners[near + gap]


def _enough(sizes: bytes, part: str, met: Sequence[Met]) -> Iterator[bytes]:
    """The pairs that met often enough: two documents packed as one number, and how many keys they share."""
    size = np.frombuffer(sizes, dtype=np.uint32)
    meetings, keys = np.unique(np.frombuffer(b"".join(m.meetings for m in met), dtype=np.uint64), return_counts=True)
    pairs, starts = np.unique(meetings >> np.uint64(16), return_index=True)
    shared = np.add.reduceat(keys, starts)
    sentences = np.diff(np.r_[starts, len(meetings)])
    shorter = np.minimum(size[pairs >> np.uint64(24)], size[pairs & np.uint64((1 << 24) - 1)])
    told = sentences >= np.maximum(SHARED, shorter // (KEYS * PART))
    enough = (shared >= SHARED + shorter // PER) & (told | (shorter <= SMALL))
    yield np.stack([pairs[enough], shared[enough].astype(np.uint64)], axis=1).tobytes()
