"""Where an engagement was, stop by stop: one visit for each country visited."""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.found import Found
from demarche.claims.engagements.only_town import only_town
from demarche.claims.engagements.setting import by_medium
from demarche.claims.engagements.stage import DONE, home, place_of_story
from demarche.claims.engagements.whereabouts import around
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.model import Engagement, Participant, Place
from demarche.model.values import Mode, Status

REMOTE: frozenset[Mode] = frozenset({"call", "virtual_meeting"})
"""Modes of people in two places, of which neither is where it was."""
PRESENT: frozenset[Mode] = frozenset({"meeting", "talks", "summit", "visit"})
"""Modes of people in one place."""


def stops(
    scene: Scene, f: Found, told: Sequence[Engagement], status: Status
) -> Iterator[tuple[list[Participant], Place | None]]:
    """The participants and the place of each stop; of anything but a visit to several countries, of itself."""
    if f.mode in REMOTE:
        yield f.people, None
        return
    visited = {p.country: p for p in reversed(f.people) if p.part == "host"}
    if f.mode != "visit" or len(visited) < 2:
        known = next((p for p in f.places if p.country), None)
        told_of = known or _beside(scene, f, told, status) or next(iter(f.places), None)
        yield f.people, told_of or (next(home(scene, f.people), None) if f.mode == "visit" else None)
        return
    for country in reversed(visited):
        place = next((p for p in f.places if p.country == country), None)
        yield [p for p in f.people if p.part != "host" or p.country == country], place


def _beside(scene: Scene, f: Found, told: Sequence[Engagement], status: Status) -> Place | None:
    """The place that the text gives to people who met; who calls or writes is nowhere."""
    if f.mode not in PRESENT or by_medium(scene, f.trigger.anchor, event_lexicon()):
        return None
    town = only_town(scene, f.trigger.token, f.trigger.anchor, done=status in DONE)
    return around(scene, f.trigger) or town or place_of_story(scene, f.trigger, f.people, told, status)
