"""The day of an engagement and its status, each of which may tell the other."""

from collections.abc import Sequence

from demarche.claims.engagements.circumstance import carried_day, departs, left, own_day, still_ahead
from demarche.claims.engagements.found import Found
from demarche.claims.engagements.lasting import begun, from_to, lasting
from demarche.claims.engagements.status import status_of
from demarche.claims.engagements.stay import day_of_stay
from demarche.claims.engagements.story import day_of_entry, day_of_story, day_told_next
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.scene import Scene
from demarche.model import Engagement, When
from demarche.model.values import Status

OTHER = frozenset({"recent", "upcoming", "forthcoming", "previous", "earlier", "past", "future", "coming"})


def dated(
    scene: Scene, f: Found, others: frozenset[int], told: Sequence[Engagement], after: Sequence[Scene]
) -> tuple[When | None, Status]:
    """When an engagement took place or is to, and which of the two; `others` are the sentence's other event words."""
    date = from_to(scene, f.trigger) or begun(scene, f.trigger) or own_day(scene, f.trigger, others)
    date = None if left(scene, f.trigger) else date
    status = _in_time(scene, status_of(scene, f.trigger), f.trigger, date)
    date = still_ahead(scene, date, status)
    if date is None and _is_of_another_time(scene, f.trigger):
        return None, status
    if date is None and status == "happened" and not _over_long(scene, f.trigger):
        again = f.trigger.noun is not None and f.way == "recalled"
        date = day_of_stay(scene, f.trigger, f.people, told) or day_of_story(
            scene, f.trigger, f.people, told, again=again
        )
        date = date or day_told_next(scene, f.trigger, f.people, after) or day_of_entry(scene, f.trigger)
    if date is None and not departs(scene, f.trigger):
        date = carried_day(scene, f.trigger)
    return lasting(scene, f.trigger, date), status


def _is_of_another_time(scene: Scene, trigger: Trigger) -> bool:
    """ "Discussed his *recent* trip to China": nothing of today."""
    before = [scene.lower(c) for c in scene.children(trigger.token, "amod") if c < trigger.token]
    return trigger.noun is not None and bool(OTHER & set(before))


def _over_long(scene: Scene, trigger: Trigger) -> bool:
    """ "Hosted *most of* the talks": rounds of which no one day is told."""
    over = outer(scene, trigger.token)
    return over != trigger.token and scene.lemma(over) in ("most", "many", "several", "some", "all", "round", "series")


def _in_time(scene: Scene, status: Status, trigger: Trigger, date: When | None) -> Status:
    """What is dated after the text was published has not happened yet, unless a verb in the past says that it has."""
    published = scene.document.published
    if trigger.verb and scene.feature(trigger.token, "Tense") == "Past":
        return status
    if status == "happened" and date and date.start and published and date.start > published:
        return "planned"
    return status
