"""Differences -> how far the two capitals' accounts of the same engagements part, pair by pair.

Only records that two governments told of are in it: where one was silent nothing can differ.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from demarche.model import Difference, Record
from demarche.network.figure import Number, rounded
from demarche.network.parties import others

KINDS = ("omission", "extra", "contradiction")


def divergence(state: str, records: Iterable[Record], differences: Iterable[Difference]) -> Iterator[Number]:
    """For each partner: engagements told by both, and how many differences of each kind there are to one of them."""
    told: dict[str, list[str]] = defaultdict(list)
    for r in records:
        official = {a.side for a in r.accounts if a.source_class == "official" and a.side}
        if state in official:
            for partner in others(r, state) & official:
                told[partner].append(r.id)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for d in differences:
        found[d.scope][d.kind] += 1
    for partner, ids in sorted(told.items()):
        yield Number(metric="told_by_both", about=partner, value=len(ids), records=tuple(sorted(ids)))
        for kind in KINDS:
            there = sorted(id for id in ids if found[id][kind])
            mean = sum(found[id][kind] for id in ids) / len(ids)
            yield Number(metric=f"{kind}s_per_engagement", about=partner, value=rounded(mean), of=len(ids),
                         records=tuple(there))  # fmt: skip
