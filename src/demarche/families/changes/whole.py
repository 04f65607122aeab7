"""Sentences that only one of two versions has."""

from collections.abc import Collection, Iterator, Sequence

from demarche.families.alignment import Vectors
from demarche.families.changes.telling import Told
from demarche.model import Difference

ECHO = 0.2
"""A sentence this close to some sentence of the other version is told there too, only elsewhere or in other words."""
LEAST = 6
"""Words below which a line is a heading or a remainder of splitting."""


def loose(a: Vectors, b: Vectors, linked: Collection[int]) -> list[int]:
    """The sentences of `a` that nothing in `b` tells."""
    return [i for i, vector in enumerate(a.sentences) if i not in linked and _closest(vector, b) < ECHO]


def _closest(vector: dict[int, float], other: Vectors) -> float:
    scores: dict[int, float] = {}
    for code, weight in vector.items():
        for j, theirs in other.index.get(code, ()):
            scores[j] = scores.get(j, 0.0) + weight * theirs
    return max(scores.values(), default=0.0)


def dropped(told: Told, alone: Sequence[int]) -> Iterator[Difference]:
    """Runs of sentences that stand side by side in this version and nowhere in the other, as one difference each."""
    wanted = [i for i in alone if len(told.sentences[i]) >= LEAST]
    for first, last in _runs(wanted, told):
        evidence = told.evidence(told.spans[first][0], told.spans[last][1])
        yield Difference(scope="", kind="dropped", label="", field="passage", a=evidence, confidence=0.8)


def _runs(numbers: Sequence[int], told: Told) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours inside one paragraph."""
    run: list[int] = []
    for i in numbers:
        if run and (i != run[-1] + 1 or "\n" in told.document.text[told.spans[run[-1]][1] : told.spans[i][0]]):
            yield run[0], run[-1]
            run = []
        run.append(i)
    if run:
        yield run[0], run[-1]
