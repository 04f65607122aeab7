"""Which expressions of time of a sentence may date an event of it at all."""

import re
from datetime import date, timedelta

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.model import Time

OCCASIONS = frozenset({
    "ceremony", "signing", "dinner", "lunch", "breakfast", "banquet", "session", "conference", "gathering", "assembly",
    "forum", "round", "encounter", "appointment", "call", "reception", "morning", "evening", "afternoon", "night",
})  # fmt: skip
"""Nouns beside those of the lexicon whose day is that of who comes to them: "*Friday's* ceremony"."""
TENURES = frozenset({"presidency", "chairmanship", "chair", "leadership", "membership", "term", "tenure", "mandate"})
STARTING = frozenset({"begin", "start", "open", "launch", "resume"})
DATING = frozenset({"DATE", "TIME", "DURATION"})
"""Expressions that may date an event; a length of time does where it has ends ("in the coming week")."""
RECENT = timedelta(days=7)
"""Nobody writes "the first since Monday's storm" of a thing that happens once in years."""
PAST_YEARS = re.compile(r"(?:the |these )?(?:past|last) (?:\w+ )?(?:years|decades?|century|months)")
"""What a thing is the first for, however long that is."""
MONTH = re.compile(r"\d{4}-\d\d")


def may_date(scene: Scene, trigger: Trigger) -> list[Time]:
    """The expressions of time that may date an event of the sentence."""
    if _has_been(scene, trigger):
        return []
    dated = [t for t in scene.times if t.type in DATING and (t.first or t.last) and not _since(scene, t)]
    dated = [
        t
        for t in dated
        if not _is_bound(scene, t)
        and not _is_beyond(scene, t)
        and not _is_vague(scene, t)
        and not is_of_a_thing(scene, t)
    ]
    dated = [t for t in dated if not (_is_planned_for(scene, trigger, t) or _is_of_the_start(scene, trigger, t))]
    return [t for t in dated if not _of_the_undoing(scene, trigger, t)]


def _is_of_the_start(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """ "The negotiations had begun *in July 1992*": how long ago, not when."""
    if trigger.noun is None or time.precision not in ("month", "year"):
        return False
    token = scene.tokens[trigger.token]
    tops = [*scene.children(trigger.token, "acl"), *([token.head] if token.deprel.startswith("nsubj") else [])]
    begun = [v for v in tops if v >= 0 and scene.lemma(v) in STARTING and _is_past(scene, v)]
    return any(
        t is time for v in begun for t in scene.times_in([k for c in scene.children(v) for k in scene.subtree(c)])
    )


def _is_past(scene: Scene, v: int) -> bool:
    return any(scene.feature(c, "Tense") == "Past" for c in (v, *scene.children(v, "aux")))


def _is_planned_for(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """ "Discussed contacts *for 2001*": the year of what they spoke of."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    spoken = trigger.verb is not None and trigger.kind.mode in ("talks", "call", "meeting")
    return spoken and time.precision in ("year", "quarter") and scene.case(at) == "for"


def _has_been(scene: Scene, trigger: Trigger) -> bool:
    """ "*Has been to* Kyiv, Moscow and, on Thursday, Rome": a stay told in the perfect has no day of its own."""
    helpers = scene.children(trigger.token, "aux", "cop")
    perfect = any(scene.lemma(c) == "have" and scene.feature(c, "Tense") == "Pres" for c in helpers)
    return trigger.verb is not None and "be" in trigger.verb.lemmas and perfect


def is_of_a_thing(scene: Scene, time: Time) -> bool:
    """ "The guarantors of a *1942* treaty", "after the *July 7* assassination": of a thing, not of what is done."""
    inside = [i for i, t in enumerate(scene.tokens) if time.start <= t.start < time.end]
    at = next((i for i in reversed(inside) if scene.tokens[i].head not in inside), None)
    if at is None or any(scene.children(i, "case") for i in inside if scene.tokens[i].deprel != "nmod:poss"):
        return False
    head = scene.tokens[at].head
    if head >= 0 and scene.lemma(head) in TENURES:
        return True  # "in view of Mexico's *presidency* this month"
    noun = head > at and scene.tokens[head].upos in ("NOUN", "PROPN") and scene.lemma(head) not in event_lexicon().nouns
    hung = scene.tokens[at].deprel in ("nummod", "compound", "amod", "nmod:unmarked", "nmod", "nmod:poss")
    return noun and hung and scene.lemma(head) not in OCCASIONS and scene.mention(head) is None


def _is_bound(scene: Scene, time: Time) -> bool:
    """ "Is in Havana *until Friday*": how long it lasts, not when."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    return scene.case(at) in ("until", "till") or scene.lower(max(0, at - 1)) in ("until", "till")


def _is_beyond(scene: Scene, time: Time) -> bool:
    """ "Was in Paris *before Christmas*": on some day, but not on that one."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    before = (scene.case(at), scene.lower(max(0, at - 1)), scene.lower(at))
    return time.precision == "day" and bool({"before", "after"} & set(before)) and not _is_counted(scene, at)


def _is_counted(scene: Scene, at: int) -> bool:
    """ "*The day* before Christmas" is a day."""
    return any(scene.lemma(i) in ("day", "week", "night", "eve") for i in range(max(0, at - 3), at))


def _is_vague(scene: Scene, time: Time) -> bool:
    """ "In the coming *days*", "within four *months*": no day, no week and no month that could be named."""
    if time.rule == "in so many" and MONTH.fullmatch(time.value or ""):  # "*in* four months" is a month
        return False
    words = set(scene.document.text[time.start : time.end].lower().split())
    near = {*words, *scene.document.text[max(0, time.start - 12) : time.start].lower().split()[-2:]}
    if "days" in words:
        return bool(near & {"coming", "within", "few", "next"})
    if time.rule == "in so many" and "within" in near and words & {"week", "month", "year"}:
        return True
    return bool(words & {"weeks", "months", "years"}) and bool(near & {"coming", "within", "few", "in"})


def _of_the_undoing(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """ "*On Monday* he called off the meeting", "suspended talks on Monday": the day of the calling off.

    A meeting that he "called off on Monday" may well have been for Monday.
    """
    if trigger.light is None or trigger.light.effect not in ("cancelled", "postponed"):
        return False
    if time.start < scene.tokens[trigger.anchor].start:  # "the meeting *on Monday* was called off" was to be then
        return time.start < scene.tokens[trigger.token].start
    if trigger.carried != "nsubj:pass" and not (trigger.carried == "obj" and trigger.kind.mode == "talks"):
        return False
    hung = [c for c in scene.children(trigger.anchor, "obl") if scene.case(c) in ("on", "in", "")]
    return any(t is time for t in scene.times_in([k for c in hung for k in scene.subtree(c)]))


def _since(scene: Scene, time: Time) -> bool:
    """ "The first visit *since 1928*": where a length of time begins, not when somebody met."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), None)
    if at is None:
        return False
    if PAST_YEARS.fullmatch(scene.document.text[time.start : time.end].lower()) and _is_first(scene, at):
        return True
    if "since" in (scene.lower(at), scene.case(at), scene.lower(max(0, at - 1))):
        return True
    token = scene.tokens[at]
    return token.deprel == "nmod" and scene.case(token.head) == "since" and not _is_of_late(scene, time)


def _is_first(scene: Scene, at: int) -> bool:
    """ "The *first* such visit for the past 25 years"."""
    return any(scene.lower(i) in ("first", "only", "highest-level", "most") for i in range(at))


def _is_of_late(scene: Scene, time: Time) -> bool:
    """ "Held their first call since the invasion *on Wednesday*": the last days are no age to look back to."""
    published = scene.document.published
    if not published or not time.first:
        return False
    return timedelta() <= date.fromisoformat(published) - date.fromisoformat(time.first) <= RECENT
