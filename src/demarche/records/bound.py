"""Judgements about pairs, as clustering obeys them: claims that belong together, claims that never do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from demarche.model import Anchor, Judgement
from demarche.records.tellings import Telling

Pair = tuple[str, str]


class Bound(msgspec.Struct, frozen=True):
    """Pairs of claim ids, each sorted, under the judgement that says so."""

    same: Mapping[Pair, str] = {}
    different: Mapping[Pair, str] = {}
    judgements: Mapping[str, frozenset[str]] = {}
    """By claim, those that say something of it."""
    partners: Mapping[str, tuple[str, ...]] = {}
    """By claim, those that it is the same as."""

    def of(self, claims: Iterable[str]) -> frozenset[str]:
        """The judgements that say something of some claims."""
        return frozenset(id for claim in claims for id in self.judgements.get(claim, ()))


FREE = Bound()


def bound(judgements: Iterable[Judgement], tellings: Iterable[Telling]) -> Bound:
    """What the standing judgements say of these tellings; of two that clash, the younger one holds."""
    found = Places(tellings)
    said: dict[Pair, tuple[str, str]] = {}
    for j in judgements:
        if j.action in ("same", "different"):
            for a in found.of(j.a):
                for b in found.of(j.b) - {a}:
                    said[min(a, b), max(a, b)] = (j.action, j.id)
    by_claim: dict[str, set[str]] = defaultdict(set)
    for pair, (_, id) in said.items():
        for claim in pair:
            by_claim[claim].add(id)
    same = {pair: id for pair, (action, id) in said.items() if action == "same"}
    return Bound(
        same,
        {pair: id for pair, (action, id) in said.items() if action == "different"},
        {claim: frozenset(ids) for claim, ids in by_claim.items()},
        _partners(same),
    )


def _partners(same: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in same:
        found[a].append(b)
        found[b].append(a)
    return {claim: tuple(others) for claim, others in found.items()}


class Places:
    """Claims by where they stand: a model that reads otherwise gives other ids, but to the same words."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._ids: set[str] = set()
        self._spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for t in tellings:
            self._ids.add(t.claim.id)
            self._spans[t.claim.document].append((t.claim.start, t.claim.end, t.claim.id))

    def of(self, anchors: Iterable[Anchor]) -> frozenset[str]:
        """The ids of the claims that some anchors mean today."""
        return frozenset(id for anchor in anchors for id in self._of(anchor))

    def _of(self, anchor: Anchor) -> Iterable[str]:
        if anchor.claim in self._ids:
            return (anchor.claim,)
        own = anchor.span
        there = self._spans.get(own.document, ())
        return [id for start, end, id in there if start < own.end and own.start < end]
