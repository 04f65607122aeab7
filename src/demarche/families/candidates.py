"""Pairs of documents that are worth comparing: those that share, twice or more, two rare stems of one sentence.

A spun copy keeps hardly any run of words, but it keeps the names, figures and odd words of a sentence together. So each
sentence gives the pairs of its `RARE` rarest stems as keys, and two documents meet when `SHARED` of their keys are the
same, from two sentences unless one document is short (a shared background sentence is no copy). On 2,504 documents
keys of this kind found .998 of 4,169 pairs of translations and rewrites, where MinHash at its usual settings found
.003; the candidates were .33 % of all pairs. The functions are pure: `keys` is one step over documents, `meetings` one
over the documents that share a key.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from demarche.families.profile import Profile
from demarche.families.rarity import rarity

RARE = 4
SHARED = 2
PER = 50
"""Keys of the shorter document for which one more must be shared: long transcripts share two with anything."""
CAP = 60
"""Documents under one key that all meet each other; in a fuller one each meets only its `NEAR` neighbours."""
NEAR = 3
KEYS = RARE * (RARE - 1) // 2
PART = 4
"""One in so many sentences of the shorter document must share a key: a few sentences of background are no copy."""
SMALL = 4 * KEYS
"""Keys of a document up to which one shared sentence is enough; else two must be."""
LAST = (1 << 16) - 1
"""The number that stands for this sentence and all after it: 16 bits, and 24 for each of two documents."""
FEW_WORDS = 200
"""Words below which two figures in a row are a key: a short text that a machine has spun may keep nothing else."""
_MIX, _STIR, _MASK = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, (1 << 64) - 1
Numbers = NDArray[np.uint64]
Sizes = NDArray[np.uint32]


def keys(profile: Profile) -> dict[int, int]:
    """The keys of a document: 64-bit numbers, each made from two rare stems of one sentence, and which sentence."""
    found: dict[int, int] = {}
    weights = rarity()
    for number, sentence in enumerate(profile.sentences()):
        rare = sorted(sorted(set(sentence), key=lambda code: (-weights[code], code))[:RARE])
        for a, b in combinations(rare, 2):
            found.setdefault((a * _MIX ^ b * _STIR) & _MASK, min(number, LAST))
    if len(profile.words) < FEW_WORDS:
        found |= _figures(profile)
    return found


def _figures(profile: Profile) -> dict[int, int]:
    """Keys of the figures that follow one another, wherever they stand; each counts as a sentence of its own."""
    figures = list(dict.fromkeys(profile.figures()))
    last = len(profile.bounds)
    return {(a * _STIR ^ b * _MIX) & _MASK: min(last + n, LAST) for n, (a, b) in enumerate(pairwise(figures))}


def meetings(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs among the documents under one key, smaller number first.

    A full bucket holds either a common phrase or hundreds of copies of one story. Neighbours only keeps it linear:
    copies share all their keys, so that their neighbours are the same under each, and the chain holds together.
    """
    ordered = sorted(members)
    if len(ordered) <= CAP:
        yield from combinations(ordered, 2)
        return
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 : i + 1 + NEAR]:
            yield one, other


def candidates(every: Iterable[Mapping[int, int]]) -> list[tuple[int, int]]:
    """The pairs of places in `every` (the keys of each document) that share enough keys, from enough sentences."""
    key, owner, sizes = array("Q"), array("Q"), array("I")
    for i, found in enumerate(every):
        key.extend(found)
        owner.extend(i << 16 | sentence for sentence in found.values())
        sizes.append(len(found))
    if not key:
        return []
    order = np.lexsort((np.frombuffer(owner, dtype=np.uint64), np.frombuffer(key, dtype=np.uint64)))
    met = array("Q")
    for members in _buckets(np.frombuffer(key, dtype=np.uint64)[order], np.frombuffer(owner, dtype=np.uint64)[order]):
        met.extend((a >> 16) << 40 | (b >> 16) << 16 | a & LAST for a, b in meetings(members))
    return _enough(np.frombuffer(met, dtype=np.uint64), np.frombuffer(sizes, dtype=np.uint32))


def _enough(met: Numbers, sizes: Sizes) -> list[tuple[int, int]]:
    """The pairs that met often enough; each meeting is packed as a document, another, and a sentence of the first."""
    if not len(met):
        return []
    meetings_, keys_ = np.unique(met, return_counts=True)
    pairs, starts = np.unique(meetings_ >> np.uint64(16), return_index=True)
    shared = np.add.reduceat(keys_, starts)
    sentences = np.diff(np.r_[starts, len(meetings_)])
    first, second = pairs >> np.uint64(24), pairs & np.uint64((1 << 24) - 1)
    shorter = np.minimum(sizes[first], sizes[second])
    told = sentences >= np.maximum(SHARED, shorter // (KEYS * PART))
    enough = (shared >= SHARED + shorter // PER) & (told | (shorter <= SMALL))
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def _buckets(keys_: Numbers, owners: Numbers) -> Iterator[list[int]]:
    """The owners of each key that has more than one."""
    starts = np.flatnonzero(np.r_[True, keys_[1:] != keys_[:-1]])
    ends = np.r_[starts[1:], len(keys_)]
    for i in np.flatnonzero(ends - starts > 1):
        yield owners[starts[i] : ends[i]].tolist()
