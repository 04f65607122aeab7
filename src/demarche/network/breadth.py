"""Contacts -> with how many partners, at which level: the headline of the panel, always an observed floor.

*Matched*: both sides were there at the level or higher. *Sent at*: the state's own people were; *received at*: the
partner's were. A president who receives an ambassador is in the second figure only.
"""

from collections.abc import Callable, Iterator, Sequence

from demarche.model.values import LEVELS, Level
from demarche.network.contacts import Contact, at_least
from demarche.network.figure import Number, behind, rounded

RANKED: tuple[Level, ...] = tuple(level for level in LEVELS if level != "unknown")


def partners(state: str, met: Sequence[Contact], level: Level | None) -> dict[str, list[Contact]]:
    """The contacts of every partner met at a level or higher; of all partners without one."""
    found: dict[str, list[Contact]] = {}
    for c in met:
        if level is None or at_least(c.level, level):
            found.setdefault(c.partner(state), []).append(c)
    return dict(sorted(found.items()))


def breadth(state: str, met: Sequence[Contact], reference: frozenset[str] | None) -> Iterator[Number]:
    """Distinct partners at each level or higher, matched, sent at and received at; states and bodies both."""
    for level in RANKED:
        yield _partners("partners_at_least", state, met, level, lambda c, at: at_least(c.level, at))
        yield _partners("partners_sent_at", state, met, level, lambda c, at: at_least(c.own(state), at))
        yield _partners("partners_received_at", state, met, level, lambda c, at: at_least(c.own(c.partner(state)), at))
    yield _partners("partners_any", state, met, None, lambda c, at: True)
    if reference is not None:
        yield from (_share(state, met, level, reference - {state}) for level in RANKED)


def _partners(
    metric: str, state: str, met: Sequence[Contact], level: Level | None, fits: Callable[[Contact, Level], bool]
) -> Number:
    own = [c for c in met if level is None or fits(c, level)]
    names = sorted({c.partner(state) for c in own})
    return Number(metric=metric, level=level, value=len(names), note=" ".join(names), records=behind(own))


def _share(state: str, met: Sequence[Contact], level: Level, reference: frozenset[str]) -> Number:
    own = [c for c in met if at_least(c.level, level) and c.partner(state) in reference]
    seen = {c.partner(state) for c in own}
    return Number(
        metric="share_of_reference", level=level, value=rounded(len(seen) / len(reference)) if reference else None,
        of=len(reference), note=f"not seen: {' '.join(sorted(reference - seen))}", records=behind(own),
    )  # fmt: skip
