"""What the text has told before an act: other acts, and who met whom."""

from collections.abc import Sequence

import msgspec

from demarche.model import Act, Engagement, Participant


class Known(msgspec.Struct, frozen=True):
    """The acts told before a word, and the engagements of the text."""

    told: Sequence[Act] = ()
    met: Sequence[Engagement] = ()

    def last_met(self, first: int, before: int) -> tuple[Participant, ...]:
        """One for each country of those who met last between two offsets."""
        return last_met(self.met, first, before)


def last_met(met: Sequence[Engagement], first: int, before: int) -> tuple[Participant, ...]:
    """One for each country in the engagement told last between two offsets; whoever only mediates is no side of it."""
    near = [e for e in met if not e.generic and first <= e.start < before]
    for e in sorted(near, key=lambda e: e.start, reverse=True):
        sides = {p.country: p for p in reversed(e.participants) if p.country and p.part != "mediator"}
        if len(sides) > 1:
            return tuple(sides.values())
    return ()
