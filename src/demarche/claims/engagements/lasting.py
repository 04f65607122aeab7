"""How long an event lasted, where its words say: "a three-day summit that ended on Thursday" began on Tuesday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from demarche.claims.engagements.narrated import days_named, sentences_before
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.model import Time, When

DAYS = re.compile(r"P(\d+)D")
MOST = 14
"""A longer event is a campaign, and nobody ends it on a day."""
ENDING = frozenset({"end", "conclude", "close", "finish", "wrap", "complete", "break"})
BEGINNING = frozenset({"begin", "start", "open", "kick"})
TALKING = frozenset(
    {
        "haggling",
        "haggle",
        "bargaining",
        "wrangling",
        "negotiating",
        "deliberation",
        "debate",
        "talking",
        "negotiate",
        "bargain",
        "wrangle",
    }
)
LAST = frozenset({"end", "close", "conclusion", "finish", "last"})


def lasting(scene: Scene, trigger: Trigger, day: When | None) -> When | None:
    """The days of an event of so many days of which the last or the first is named; any other date as it is."""
    spent = next(_spent_before(scene, trigger), 1)
    length = next(_lengths(scene, trigger), spent)
    if day is None or day.precision != "day" or not day.start or not 1 < length <= MOST:
        return day
    verbs = set(_verbs(scene, trigger))
    if spent == length or verbs & ENDING or _at_its_end(scene, trigger):
        first = date.fromisoformat(day.start) - timedelta(length - 1)
        return msgspec.structs.replace(day, start=first.isoformat(), precision="interval")
    if verbs & BEGINNING:
        last = date.fromisoformat(day.start) + timedelta(length - 1)
        return msgspec.structs.replace(day, end=last.isoformat(), precision="interval")
    return day


def from_to(scene: Scene, trigger: Trigger) -> When | None:
    """ "Whose trip *began on Monday and ends on Friday*": its first day and its last."""
    token = scene.tokens[outer(scene, trigger.token)]
    v = token.head if token.deprel.startswith("nsubj") else trigger.token
    if scene.lemma(v) not in BEGINNING:
        return None
    ends = [c for c in scene.children(v, "conj") if scene.lemma(c) in ENDING]
    first, last = _days_on(scene, v), [d for c in ends for d in _days_on(scene, c)]
    return _stretch(scene, first[0], str(last[0].last)) if len(first) == len(last) == 1 else None


def begun(scene: Scene, trigger: Trigger) -> When | None:
    """ "Had been shut away there *since Monday*", "held talks *from Sunday*": up to the day that the story tells of."""
    published = scene.document.published
    tops = dict.fromkeys((trigger.token, trigger.anchor))
    since = [c for v in tops for c in scene.children(v, "obl", "nmod") if scene.case(c) in ("since", "from")]
    days = [t for t in scene.times_in(since) if t.precision == "day" and t.first]
    past = any(scene.feature(c, "Tense") == "Past" for c in (trigger.anchor, *scene.children(trigger.anchor, "aux")))
    if len(days) != 1 or not published or not past or any(t.start > days[0].start and t.first for t in scene.times):
        return None
    told = [d for s in sentences_before(scene) for d in days_named(s)]
    last = max((str(d.last) for d in told), default="")
    far = last > str(days[0].first) and _between(str(days[0].first), last) <= MOST
    return _stretch(scene, days[0], last) if far else None


def _between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _days_on(scene: Scene, v: int) -> list[Time]:
    """The days that hang on a verb itself."""
    below = [k for c in scene.children(v, "obl", "advmod") for k in scene.subtree(c)]
    return [t for t in scene.times_in(below) if t.precision == "day" and t.first]


def _stretch(scene: Scene, first: Time, last: str) -> When:
    return msgspec.structs.replace(date_of(scene, first), end=last, precision="interval")


def _lengths(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """ "A *three-day* visit", "*two days of* talks"."""
    over = outer(scene, trigger.token)
    beside = [c for c in scene.children(over, "nummod") if over != trigger.token]
    if scene.lemma(trigger.token) in ENDING:
        beside += [k for c in scene.children(trigger.token, "obj") for k in scene.children(c, "nummod")]
    beside += [c for c in scene.children(trigger.token, "amod", "compound", "nummod", "nmod") if c < trigger.token]
    for t in scene.times_in([k for c in beside for k in scene.subtree(c)]):
        if (found := _days(t)) is not None:
            yield found


def _spent_before(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """ "*After four days of haggling* they signed": how long those who then did something had been at it."""
    for c in scene.children(trigger.anchor, "obl"):
        of = [
            k
            for k in scene.children(c, "nmod", "acl")
            if "of" in (scene.case(k), *map(scene.lower, scene.children(k, "mark")))
        ]
        talked = any(scene.lemma(k) in event_lexicon().nouns or scene.lemma(k) in TALKING for k in of)
        if scene.case(c) in ("after", "following") and scene.lemma(c) == "day" and talked:
            yield from (n for t in scene.times_in(scene.subtree(c)) if (n := _days(t)) is not None)


def _days(time: Time) -> int | None:
    found = DAYS.fullmatch(time.value or "") if time.type == "DURATION" else None
    return int(found[1]) if found else None


def _verbs(scene: Scene, trigger: Trigger) -> Iterator[str]:
    """The verbs that an event noun is subject or object of, or that its relative clause has."""
    token = scene.tokens[outer(scene, trigger.token)]
    if scene.tokens[trigger.token].upos == "VERB":
        yield scene.lemma(trigger.token)
    if token.deprel.startswith(("nsubj", "obj")) and token.head >= 0:
        yield scene.lemma(token.head)
    yield from (scene.lemma(c) for c in scene.children(trigger.token, "acl"))


def _at_its_end(scene: Scene, trigger: Trigger) -> bool:
    """ "At *the end of* a three-day visit", "*after* three days of talks"."""
    if scene.case(outer(scene, trigger.token)) in ("after", "following"):
        return True
    token = scene.tokens[trigger.token]
    return token.deprel == "nmod" and token.head >= 0 and scene.lemma(token.head) in LAST
