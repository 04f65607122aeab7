"""Words that tell once more of what was told: no engagement of their own."""

from collections.abc import Sequence

from demarche.claims.engagements.found import Found
from demarche.claims.engagements.lone import SPOKEN
from demarche.claims.engagements.medium import is_bare
from demarche.claims.engagements.sensed import is_ahead
from demarche.claims.engagements.telling import side_by_side
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.model import Engagement, Participant
from demarche.model.values import Mode

TOGETHER: frozenset[Mode] = frozenset({"meeting", "talks", "summit"})
"""Modes of those who are in one place."""


def goes_on(scene: Scene, f: Found, e: Engagement, lexicon: EventLexicon, told: Sequence[Engagement]) -> bool:
    """Does a claim only go on with what was told before it?"""
    there = is_bare(scene, f.trigger, lexicon) and _spoken_there(e, told)
    return there or _told_again(f, e, told) or _discussed(f, e, told) or _signed_again(scene, f, e, told)


def _signed_again(scene: Scene, f: Found, e: Engagement, told: Sequence[Engagement]) -> bool:
    """ "The presidents signed an accord on Tuesday. X and Y *put their names* to it in Pretoria": one ceremony."""
    sides = {p.side for p in e.participants}
    there = [
        t for t in told if t.mode == "meeting" and t.status == e.status and {p.side for p in t.participants} == sides
    ]
    return side_by_side(scene, f.trigger.token) and any(e.date in (None, t.date) for t in there)


def _discussed(f: Found, e: Engagement, told: Sequence[Engagement]) -> bool:
    """ "*Discussed* the crisis": what those talked about who were just said to have met, and no other engagement."""
    if f.trigger.verb is None or f.mode != "talks" or e.status != "happened" or e.date is not None:
        return False
    sides = {p.side for p in e.participants}
    return any(
        t.status == "happened" and t.mode in SPOKEN and not t.generic and sides <= {p.side for p in t.participants}
        for t in told
    )


def _spoken_there(e: Engagement, told: Sequence[Engagement]) -> bool:
    """ "Met in a villa. They *spoke* for an hour": of those who were just said to be in one place it is no call."""
    sides, status = {p.side for p in e.participants}, e.status
    same = [t for t in told if t.mode in TOGETHER and t.status == status and sides <= {p.side for p in t.participants}]
    return e.mode == "call" and any(e.date is None or (t.date and t.date.start == e.date.start) for t in same)


def _told_again(f: Found, e: Engagement, told: Sequence[Engagement]) -> bool:
    """ "It was the first *conversation* of their leaders": the call just told, on its day."""
    sides = {p.side for p in e.participants}
    same = (t for t in told if (t.mode, t.status) == (e.mode, e.status) and sides == {p.side for p in t.participants})
    return f.trigger.noun is not None and e.mode == "call" and any(t.date == e.date for t in same)


def without_echoes(scene: Scene, found: list[Found]) -> list[Found]:
    """ "met for talks with X", "held a call, during which they discussed": a weaker word with the same people goes.

    It stays where the other is still ahead ("held talks and agreed to *meet* again").
    """
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.trigger.kind.mode == "talks", f.trigger.weak, f.trigger.token)):
        sides = {p.side for p in f.people}
        if f.trigger.kind.mode == "talks" and any(
            sides <= {p.side for p in k.people}
            and k.mode not in ("visit", "other")
            and is_ahead(scene, k.trigger) <= is_ahead(scene, f.trigger)
            and not _with_others(f, k)
            for k in kept
        ):
            continue
        kept.append(f)
    return sorted(kept, key=lambda f: f.trigger.token)


def _with_others(f: Found, k: Found) -> bool:
    """ "Spent an hour with *the president* and had talks with *the minister*": of one side, but somebody else."""
    known = {(p.side, p.name) for p in k.people if p.role}
    others = {p.side for p in f.people if p.role and (p.side, p.name) not in known}
    return any(p.side in others and p.role for p in k.people)


def as_told(trigger: Trigger, mode: Mode, people: Sequence[Participant], told: Sequence[Engagement]) -> Mode:
    """ "Telephoned him again. A first *conversation* took place on Monday": what was a call before is one again."""
    sides = {p.side for p in people}
    before = {t.mode for t in told if t.status == "happened" and sides <= {p.side for p in t.participants}}
    spoken = mode == "talks" and trigger.noun is not None and trigger.noun.as_before
    return next(iter(before)) if spoken and before in ({"call"}, {"virtual_meeting"}) else mode
