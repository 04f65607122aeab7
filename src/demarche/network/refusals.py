"""Records -> what did not come about, or was broken off: refusals, cancellations, walk-outs, suspensions, expulsions.

Engagements by their status; acts by their CAMEO code: 125 refuse to meet, 126 to mediate, 127 to settle, 161 reduce or
break relations, 164 halt negotiations, 166 expel or withdraw (Schrodt, *CAMEO codebook* 1.1b3, 2012).
"""

from collections.abc import Iterable, Iterator

from demarche.model import Record
from demarche.network.figure import Number
from demarche.network.parties import others, sides

OFF = ("refused", "cancelled", "postponed", "denied")
CODES = {
    "125": "refused to meet",
    "126": "refused to mediate",
    "127": "refused to settle",
    "161": "relations reduced or broken",
    "164": "negotiations halted",
    "166": "expelled or withdrawn",
}


def refusals(state: str, records: Iterable[Record]) -> Iterator[Number]:
    """Each kind with its records, those that there are; of acts, what the state did and what was done to it."""
    own = [r for r in records if others(r, state)]
    engaged = [r for r in own if r.type == "engagement" and not r.generic]
    for status in OFF:
        yield _number("called_off", status, [r for r in engaged if r.status == status])
    for code, kind in CODES.items():
        acts = [r for r in own if r.type == "act" and r.status == "happened" and (r.cameo or "").startswith(code)]
        if done := [r for r in acts if state in sides(r.actors)]:
            yield _number("broken_off_by", kind, done)
        if suffered := [r for r in acts if state in sides(r.targets)]:
            yield _number("broken_off_towards", kind, suffered)


def _number(metric: str, about: str, own: list[Record]) -> Number:
    who = sorted({s for r in own for s in sides(r.participants + r.actors + r.targets)})
    return Number(
        metric=metric, about=about, value=len(own), note=" ".join(who), records=tuple(sorted(r.id for r in own))
    )
