"""Each deed is told once: with what it promises, under the meeting it became, by the deed whose victims are counted."""

from collections.abc import Container, Mapping, Sequence

from demarche.claims.acts.happening import Happening
from demarche.claims.acts.hit import Hit
from demarche.claims.acts.status import REAL
from demarche.claims.scene import Scene
from demarche.model import Act

SILENT = frozenset({"consult", "comment"})
"""Kinds that serve to read the others, and to code a marked pair."""
AGREED = frozenset({"agree", "decide", "promise", "pledge", "vow", "undertake", "concur", "consent"})
OWN = frozenset({"AGREE", "REJECT", "THREATEN", "CONCEDE"})
"""Types that speak of what their own actor does or will not do: "refused to release them" is no second act."""


def is_retold(act: Act, others: Sequence[Act]) -> bool:
    """ "The bombs *killed* forty": blood shed by nobody upon nobody known, where the deed itself was told."""
    if act.plover is None or act.plover.type != "ASSAULT" or _of_a_state(act):
        return False
    return any(o.plover is not None and o.plover.type == "ASSAULT" and _of_a_state(o) for o in others)


def _of_a_state(act: Act) -> bool:
    return any(p.country for p in (*act.actors, *act.targets))


def is_told_with(found: list[Happening], n: int, plain: Container[int]) -> bool:
    """Is it told with what it promises or refuses, which is a claim of its own?"""
    own = found[n].hit
    inner = [m for m, h in enumerate(found) if h.governor == n and not _is_anothers(found, m)]
    apart = own.kind.type in OWN and own.effect is not None
    return apart and any(m in plain or _is_met(own, found[m].hit) for m in inner)


def is_asked_for(scene: Scene, found: list[Happening], n: int, plain: Mapping[int, Act]) -> bool:
    """ "Called on Washington *to lift the tariffs*": told with the plea. "Egypt wants Turkey *to leave*": a wish."""
    above = found[n].governor
    while above is not None and plain[n].status not in REAL:
        outer = found[above]
        wished = scene.lemma(outer.hit.token) in outer.hit.kind.faint and _is_anothers_deed(found[n], outer)
        if wished or (above in plain and outer.hit.kind.type == "REQUEST"):
            return True
        above = outer.governor
    return False


def _is_anothers_deed(inner: Happening, outer: Happening) -> bool:
    return bool(inner.actors and outer.actors) and not set(inner.actors) & set(outer.actors)


def _is_met(own: Hit, inner: Hit) -> bool:
    """ "Refused *to meet*" is told as a meeting refused; "ruled out *talks*" or a threat is told for itself."""
    if inner.kind.id != "consult":
        return inner.kind.id in SILENT
    carried = inner.is_verb or inner.light is not None or own.kind.type == "AGREE"
    return own.kind.type != "THREATEN" and carried


def _is_anothers(found: list[Happening], n: int) -> bool:
    """ "Rejected *Croatia's request*": what is refused is another's deed, and the refusal alone is news."""
    own, above = found[n], found[n].governor
    if above is None or found[above].hit.kind.type != "REJECT" or own.hit.is_verb:
        return False
    doers = _doers(found, above)
    return bool(own.actors and doers) and not set(own.actors) & set(doers)


def _doers(found: list[Happening], n: int) -> tuple[int, ...]:
    """The words of whoever does it; of what somebody refuses or promises, of whoever does that."""
    above = found[n].governor
    return found[n].actors if found[n].actors or above is None else _doers(found, above)


def is_agreed(scene: Scene, h: Happening, act: Act) -> bool:
    """What two agree on is news beside what they will do; one who agrees to meet has only a meeting ahead."""
    return scene.lemma(h.hit.token) in AGREED and len({p.side for p in act.actors}) > 1


def is_told_elsewhere(found: list[Happening], n: int) -> bool:
    """Is it an engagement, a statement, what becomes of one ("agreed to meet"), or the matter of an accusation?"""
    own, above = found[n].hit, found[n].governor
    if own.kind.id in SILENT or own.frame.mode == "meet" or _is_anothers(found, n):
        return True
    return above is not None and found[above].hit.kind.id == "accuse_allege"
