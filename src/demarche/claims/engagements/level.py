"""The level of an engagement: matched, the lower of the two sides' highest."""

from collections.abc import Iterable

from demarche.model import Participant
from demarche.model.values import LEVELS, Level


def matched_level(participants: Iterable[Participant]) -> Level:
    """The lower of the two highest-ranking sides' levels; unknown where fewer than two sides have a known one."""
    best: dict[str, int] = {}
    for p in participants:
        if p.side is not None and p.level != "unknown":
            rank = LEVELS.index(p.level)
            best[p.side] = min(rank, best.get(p.side, rank))
    ranks = sorted(best.values())
    return LEVELS[ranks[1]] if len(ranks) > 1 else "unknown"
