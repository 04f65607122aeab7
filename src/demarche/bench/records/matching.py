"""Claims matched one to one with gold records, and the recall and precision that follow."""

from collections.abc import Callable, Collection
from typing import Any

from demarche.bench.figures import prf

Row = dict[str, Any]
Fits = Callable[[Row, Row], bool]
"""Does a claim (second) answer a gold record (first)?"""


def matching(golds: list[Row], claims: list[Row], fits: Fits) -> dict[int, int]:
    """The greatest matching: place of the gold record to place of the claim (augmenting paths)."""
    edges = [[j for j, claim in enumerate(claims) if fits(gold, claim)] for gold in golds]
    owner: dict[int, int] = {}

    def placed(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or placed(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(golds)):
        placed(i, set())
    return {i: j for j, i in owner.items()}


def tally(golds: list[Row], claims: list[Row], found: Collection[str], right: int) -> Row:
    """Recall over the records that are not debatable, precision over all claims.

    A record that tells the same event as another (`same_event_as`) counts when the other is found.
    """
    asked = [gold for gold in golds if not gold["debatable"]]
    hit = sum(gold["id"] in found or gold.get("same_event_as") in found for gold in asked)
    return {"gold": len(asked), "claims": len(claims), **prf(right, len(claims), hit, len(asked))}


def matched(golds: list[Row], claims: list[Row], fits: Fits, right: Fits | None = None) -> tuple[dict[str, Row], Row]:
    """The claim that answers each gold record found, and the figures; `right` is the laxer test for precision."""
    found = {golds[i]["id"]: claims[j] for i, j in matching(golds, claims, fits).items()}
    good = sum(any((right or fits)(gold, claim) for gold in golds) for claim in claims)
    return found, tally(golds, claims, found, good)
