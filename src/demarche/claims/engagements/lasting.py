"""How long an event lasted, where its words say: "a three-day summit that ended on Thursday" began on Tuesday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.scene import Scene
from demarche.model import Time, When

DAYS = re.compile(r"P(\d+)D")
MOST = 14
"""A longer event is a campaign, and nobody ends it on a day."""
ENDING = frozenset({"end", "conclude", "close", "finish", "wrap", "complete", "break"})
BEGINNING = frozenset({"begin", "start", "open", "kick"})
LAST = frozenset({"end", "close", "conclusion", "finish", "last"})


def lasting(scene: Scene, trigger: Trigger, day: When | None) -> When | None:
    """The days of an event of so many days of which the last or the first is named; any other date as it is."""
    length = next(_lengths(scene, trigger), 1)
    if day is None or day.precision != "day" or not day.start or not 1 < length <= MOST:
        return day
    verbs = set(_verbs(scene, trigger))
    if verbs & ENDING or _at_its_end(scene, trigger):
        first = date.fromisoformat(day.start) - timedelta(length - 1)
        return msgspec.structs.replace(day, start=first.isoformat(), precision="interval")
    if verbs & BEGINNING:
        last = date.fromisoformat(day.start) + timedelta(length - 1)
        return msgspec.structs.replace(day, end=last.isoformat(), precision="interval")
    return day


def _lengths(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """ "A *three-day* visit", "*two days of* talks"."""
    over = outer(scene, trigger.token)
    beside = [c for c in scene.children(over, "nummod") if over != trigger.token]
    beside += [c for c in scene.children(trigger.token, "amod", "compound", "nummod", "nmod") if c < trigger.token]
    for t in scene.times_in([k for c in beside for k in scene.subtree(c)]):
        if (found := _days(t)) is not None:
            yield found


def _days(time: Time) -> int | None:
    found = DAYS.fullmatch(time.value or "") if time.type == "DURATION" else None
    return int(found[1]) if found else None


def _verbs(scene: Scene, trigger: Trigger) -> Iterator[str]:
    """The verbs that an event noun is subject or object of, or that its relative clause has."""
    token = scene.tokens[trigger.token]
    if token.deprel.startswith(("nsubj", "obj")) and token.head >= 0:
        yield scene.lemma(token.head)
    yield from (scene.lemma(c) for c in scene.children(trigger.token, "acl"))


def _at_its_end(scene: Scene, trigger: Trigger) -> bool:
    """ "At *the end of* a three-day visit", "*after* three days of talks"."""
    if scene.case(outer(scene, trigger.token)) in ("after", "following"):
        return True
    token = scene.tokens[trigger.token]
    return token.deprel == "nmod" and token.head >= 0 and scene.lemma(token.head) in LAST
