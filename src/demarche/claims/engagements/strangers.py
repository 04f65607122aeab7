"""Whose somebody in office is whose state no words beside him tell: "met the Deputy Minister of Cooperation".

It is the state that reports it ("the Chinese ministry said the deputy minister received the ambassador of Kuwait"),
else the one side that the text around makes likely (`links.py`); where neither is, he stays without one.
"""

from collections.abc import Sequence

import msgspec

from demarche.claims.attribution import reported_by
from demarche.claims.engagements.linked import likely
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.model import Participant
from demarche.model.values import Mode

BINDING = frozenset({"head", "minister", "deputy"})
"""Offices of which each state has its own."""


def of_their_state(
    scene: Scene,
    trigger: Trigger,
    mode: Mode,
    people: list[Participant],
    before: Sequence[Scene],
    after: Sequence[Scene],
) -> list[Participant]:
    """The participants, with a state for the one in office who has none and faces one other side."""
    strangers = [p for p in people if p.role and p.level in BINDING and not (p.country or p.organisation)]
    sides = {p.country or p.organisation for p in people} - {None}
    if len(strangers) != 1 or len(sides) != 1 or scene.document.official_of is not None:
        return people
    speaker = reported_by(scene, trigger.anchor)
    state = speaker.country if speaker and speaker.country not in (None, *sides) else None
    state = state or likely(scene, trigger.token, mode, sides, before, after)
    own = msgspec.structs.replace(strangers[0], country=state)
    return [own if p is strangers[0] else p for p in people] if state else people
