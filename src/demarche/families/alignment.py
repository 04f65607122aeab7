"""Which sentence of one text tells what which sentence of the other tells, in the order of both.

The share of sentences whose best match passes the bar *and* lies on the longest run in which both texts go forward: a
copy keeps the order of the story, two reports of one event share sentences out of order. In the study this rests on,
true rewrites (.61 and more) and false pairs (.10 and less) lay .5 apart, where the cosine of whole documents by a
sentence encoder put a false pair above a true one.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt

import msgspec

from demarche.families.profile import Profile
from demarche.families.rarity import Rarity, rarity
from demarche.families.stems import FIGURE

BAR = 0.3
COMMON = 1.2
"""Stems rarer than this weight count: the others stand in a third of all documents and only cost time."""
PARTICULAR, LEAST = 5.0, 1
"""Weight (one text in 150) from which a stem is, as any figure, a particular of its text; a text has at least one."""


Matches = list[list[tuple[int, float]]]
"""For each sentence of a text the numbers of sentences of another, and how alike they are."""


class Link(msgspec.Struct, frozen=True, order=True):
    """Sentence `a` of the one text tells what sentence `b` of the other tells."""

    a: int
    b: int
    score: float


class Alignment(msgspec.Struct, frozen=True):
    """The links in order; of either text, the share of words in linked sentences and the share that is told there too.

    *Told* weighs each linked sentence by how close it is to its match: nearly 1 for reprints, .4 to .8 for two
    translations of one article, under .3 for two reports of one event. `particulars` is the share of the rare stems and
    figures of the one that the other has, the mean of both ways: a form's are what was filled in.
    """

    links: tuple[Link, ...]
    share_a: float
    share_b: float
    told_a: float
    told_b: float
    particulars: float

    @property
    def told(self) -> float:
        """How much of each text, whichever has less, the other tells."""
        return min(self.told_a, self.told_b)

    @property
    def contained(self) -> float:
        """How much of the text that has more of itself in the other is told there."""
        return max(self.told_a, self.told_b)


class Vectors:
    """A profile's sentences as TF-IDF vectors of unit length, with the index that finds sentences by stem."""

    def __init__(self, profile: Profile, weights: Rarity | None = None) -> None:
        weights = rarity() if weights is None else weights
        self.sentences = [_unit(list(s), weights) for s in profile.sentences()]
        self.sizes = [b - a for a, b in zip(profile.bounds, profile.bounds[1:], strict=False)]
        self.index: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        for i, vector in enumerate(self.sentences):
            for code, weight in vector.items():
                self.index[code].append((i, weight))
        ordered = sorted(self.index, key=lambda code: (-weights[code], code))
        self.particulars = {*ordered[:LEAST], *(c for c in ordered if c & FIGURE or weights[c] > PARTICULAR)}


def _unit(sentence: Sequence[int], weights: Mapping[int, float]) -> dict[int, float]:
    vector: dict[int, float] = {}
    for code in sentence:
        weight = weights[code]
        if weight > COMMON:
            vector[code] = vector.get(code, 0.0) + weight
    norm = sqrt(sum(w * w for w in vector.values()))
    return {code: w / norm for code, w in vector.items()}


def align(a: Vectors, b: Vectors) -> Alignment:
    """Align two texts both ways: each sentence to its best match in the other."""
    ours, theirs = _alike(a, b)
    there, back = _forward(_best(ours, theirs)), _forward(_best(theirs, ours))
    links = {(link.a, link.b): link for link in there} | {
        (link.b, link.a): Link(link.b, link.a, link.score) for link in back
    }
    return Alignment(
        links=tuple(sorted(links.values())),
        share_a=_share(there, a.sizes), share_b=_share(back, b.sizes),
        told_a=_told(there, a.sizes), told_b=_told(back, b.sizes), particulars=(_known(a, b) + _known(b, a)) / 2,
    )  # fmt: skip


def _known(a: Vectors, b: Vectors) -> float:
    """The share of the particulars of the one that stand in the other."""
    return sum(code in b.index for code in a.particulars) / max(1, len(a.particulars))


def _share(links: Sequence[Link], sizes: Sequence[int]) -> float:
    return sum(sizes[link.a] for link in links) / max(1, sum(sizes))


def _told(links: Sequence[Link], sizes: Sequence[int]) -> float:
    return sum(sizes[link.a] * link.score for link in links) / max(1, sum(sizes))


def _alike(a: Vectors, b: Vectors) -> tuple[Matches, Matches]:
    """For each sentence of either text those of the other that are alike, at or above the bar."""
    ours: Matches = [[] for _ in a.sentences]
    theirs: Matches = [[] for _ in b.sentences]
    for i, vector in enumerate(a.sentences):
        scores: dict[int, float] = {}
        for code, weight in vector.items():
            for j, other in b.index.get(code, ()):
                scores[j] = scores.get(j, 0.0) + weight * other
        for j, score in scores.items():
            if score >= BAR:
                near = round(score, 6)
                ours[i].append((j, near))
                theirs[j].append((i, near))
    return ours, theirs


def _best(own: Matches, others: Matches) -> list[Link]:
    """Each sentence's best match; of equals, the one at the likeliest place."""
    found: list[Link] = []
    stretch = len(others) / max(1, len(own))
    for i, close in enumerate(own):
        if close:
            score, _, j = max([(score, -abs(j - i * stretch), j) for j, score in close])
            found.append(Link(i, j, min(1.0, score)))
    return found


def _forward(links: Sequence[Link]) -> list[Link]:
    """The longest part of the links in which the second text never goes backwards."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, link in enumerate(links):
        at = bisect_right(tails, link.b)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [link.b], [k]
    chain: list[Link] = []
    k = ends[-1] if ends else -1
    while k >= 0:
        chain.append(links[k])
        k = before[k]
    return chain[::-1]
