"""When an engagement took place: the expressions of time that its clause names."""

import re
from collections.abc import Sequence
from datetime import date as date_type
from datetime import timedelta
from itertools import pairwise

import msgspec

from demarche.claims.engagements.narrated import goes_on, narrated, soon
from demarche.claims.engagements.roles import subjects
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.where import where
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.model import Place, Time, When
from demarche.model.values import Status

__all__ = ["at_stop", "still_ahead", "when", "where"]

DATING = frozenset({"DATE", "TIME", "DURATION"})
"""Expressions that may date an event; a length of time does where it has ends ("in the coming days")."""
YEAR = re.compile(r"(?:19|20)\d\d")
NAMES = frozenset({"ADP", "PROPN", "PUNCT", "CCONJ", "DET", "ADJ"})
SETTING = frozenset({"plan", "schedule", "set", "foresee", "slate", "fix", "expect", "envisage"})
JOINING = frozenset({"and", "to", "until", "till", "through", "and on", "–", "-"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def when(scene: Scene, trigger: Trigger, others: frozenset[int]) -> When | None:
    """The date of an event: the expression of time nearest to it that no nearer event word claims.

    `others` are the tokens of the sentence's other event words.
    """
    dated = [] if _has_been(scene, trigger) else _dating(scene, trigger)
    own = scene.times_in(_below(scene, trigger, others))
    near = [t for t in dated if not _is_elsewhere(scene, trigger, t)]
    candidates = [t for t in near if t in own] or ([] if others else near)
    candidates = candidates or [t for t in _of_first_half(scene, trigger) if t in dated]
    candidates = candidates or [t for t in dated if _follows(scene, trigger, t, others)]
    candidates = candidates or [t for t in _of_the_journey(scene, trigger) if t in dated]
    if not candidates:
        carried = None if dated else _of_those_named(scene, trigger) or narrated(scene, trigger) or soon(scene, trigger)
        return _of_its_year(scene, trigger) or carried
    word = scene.tokens[trigger.token]
    best = min(candidates, key=lambda t: (abs(t.start - word.start), t.start))
    return _with_next(scene, best)


def _with_next(scene: Scene, first: Time) -> When:
    """ "On *Friday and Saturday*", "from *Monday to Wednesday*": days named side by side are one stretch of time."""
    alone = date_of(scene, first)
    for last in scene.times:
        between = scene.document.text[first.end : last.start].strip().lower() if last.start >= first.end else ""
        both = first.precision == last.precision == "day" and first.first and last.last and first.first < last.last
        if between in JOINING and both:
            words = scene.words(first.start, last.end)
            return When(start=first.first, end=last.last, precision="interval", expression=words.quote, words=words)
    return alone


def _dating(scene: Scene, trigger: Trigger) -> list[Time]:
    """The expressions of time that may date an event of the sentence."""
    dated = [t for t in scene.times if t.type in DATING and (t.first or t.last) and not _since(scene, t)]
    dated = [t for t in dated if not _is_bound(scene, t) and not _is_vague(scene, t)]
    return [t for t in dated if not _of_the_undoing(scene, trigger, t)]


def _has_been(scene: Scene, trigger: Trigger) -> bool:
    """ "*Has been to* Kyiv, Moscow and, on Thursday, Rome": a stay told in the perfect has no day of its own."""
    helpers = {scene.lower(c) for c in scene.children(trigger.token, "aux", "cop")}
    return trigger.verb is not None and "be" in trigger.verb.lemmas and bool(helpers & {"has", "have"})


def _is_bound(scene: Scene, time: Time) -> bool:
    """ "Is in Havana *until Friday*": how long it lasts, not when."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    return scene.case(at) in ("until", "till") or scene.lower(max(0, at - 1)) in ("until", "till")


def _is_vague(scene: Scene, time: Time) -> bool:
    """ "In the coming *weeks*", "within four *months*": no day, no week and no month that could be named."""
    words = set(scene.document.text[time.start : time.end].lower().split())
    before = scene.document.text[max(0, time.start - 12) : time.start].lower().split()
    return bool(words & {"weeks", "months", "years"}) and bool(
        {*words, *before[-2:]} & {"coming", "within", "few", "in"}
    )


def _of_the_undoing(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """ "*On Monday* he called off the meeting": the day of the calling off, not the meeting's."""
    undone = trigger.light is not None and trigger.light.effect in ("cancelled", "postponed")
    return undone and time.start < scene.tokens[trigger.anchor].start


def _since(scene: Scene, time: Time) -> bool:
    """ "The first visit *since 1928*": where a length of time begins, not when somebody met."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), None)
    if at is None:
        return False
    near = (scene.lower(at), scene.case(at), scene.lower(max(0, at - 1)))
    head = scene.tokens[at].head
    return "since" in near or (scene.tokens[at].deprel == "nmod" and scene.case(head) == "since")


def _of_its_year(scene: Scene, trigger: Trigger) -> When | None:
    """ "Her *2012* visit": a bare year before an event noun, which alone would be any number."""
    for c in scene.children(trigger.token) if trigger.noun else ():
        year = scene.lower(c)
        if c < trigger.token and YEAR.fullmatch(year):
            words = scene.words(scene.tokens[c].start, scene.tokens[c].end)
            return When(start=f"{year}-01-01", end=f"{year}-12-31", precision="year", expression=year, words=words)
    return None


def _follows(scene: Scene, trigger: Trigger, time: Time, others: frozenset[int]) -> bool:
    """ "A meeting between X and Y in Sochi, *in July*": nothing but names stands between, whatever the parse."""
    if trigger.noun is None:
        return False
    between = [i for i in range(trigger.token + 1, len(scene.tokens)) if scene.tokens[i].end <= time.start]
    near = bool(between) and scene.tokens[between[-1]].end <= time.start < scene.tokens[between[-1]].end + 2
    plain = all(scene.tokens[i].upos in NAMES or scene.mention(i) for i in between)
    return near and plain and not others & set(between)


def _of_those_named(scene: Scene, trigger: Trigger) -> When | None:
    """ "X spoke to Y *on Friday*. The two leaders met …": the one day of the sentence that names those who met."""
    earlier = scene.before
    if earlier is None or trigger.verb is None or scene.feature(trigger.token, "Tense") != "Past":
        return None
    groups = [m for i in subjects(scene, trigger.token) if (m := scene.mention(i)) and m.plural and m.antecedents]
    named = [a for m in groups for a in m.antecedents]
    days = [t for t in earlier.times if t.type == "DATE" and t.precision == "day"]
    if not named or len(days) != 1 or any(not earlier.sentence.start <= a.start < earlier.sentence.end for a in named):
        return None
    return date_of(earlier, days[0])


def _of_first_half(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Visited Moscow *on Tuesday* and met the president": joined events share the day that the first one has."""
    anchor = scene.tokens[trigger.anchor]
    if anchor.deprel != "conj" or (scene.children(trigger.anchor, "nsubj") and not goes_on(scene, trigger)):
        return []
    beside = [c for c in scene.children(anchor.head, "obl", "nmod", "advmod") if c < trigger.anchor]
    return scene.times_in([t for c in beside for t in scene.subtree(c)])


def _of_the_journey(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Flew *on Tuesday* to Kyiv, where the president received him": the day of the journey that the clause ends."""
    anchor = scene.tokens[trigger.anchor]
    if anchor.deprel != "acl:relcl" or not any(scene.lower(c) == "where" for c in scene.children(trigger.anchor)):
        return []
    verb = next((a for a in scene.ancestors(trigger.anchor) if scene.tokens[a].upos == "VERB"), None)
    if verb is None or scene.feature(verb, "Tense") != scene.feature(trigger.anchor, "Tense"):
        return []
    return scene.times_in(
        [k for c in scene.children(verb, "obl", "nmod") for k in scene.subtree(c) if k < trigger.anchor]
    )


def _below(scene: Scene, trigger: Trigger, others: frozenset[int]) -> list[int]:
    """The words under an event word and under the verb that carries it, other events' own words left out."""
    out: set[int] = set()
    for top in {trigger.token, trigger.anchor}:
        for c in scene.children(top):
            subtree = scene.subtree(c)
            if not others & set(subtree):
                out.update(subtree)
    return sorted(out)


def _is_elsewhere(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """Does an expression of time belong to a verb that is not above the event, or that only reports it?"""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), None)
    if at is None:
        return True
    above = {trigger.token, trigger.anchor, *scene.ancestors(trigger.anchor), *scene.ancestors(trigger.token)}
    verb = next(
        (a for a in scene.ancestors(at) if scene.tokens[a].upos in ("VERB", "AUX") and not _set(scene, a)), None
    )
    return verb is not None and (verb not in above or _dates_the_report(scene, trigger.anchor, verb, at))


def _set(scene: Scene, v: int) -> bool:
    """ "A trip *planned for* Wednesday": the day of the planning word is the event's."""
    hung = scene.tokens[v].deprel
    participle = hung == "advcl" and scene.feature(v, "VerbForm") == "Part"
    return (hung.startswith("acl") or participle) and scene.lemma(v) in SETTING


def _dates_the_report(scene: Scene, event: int, verb: int, at: int) -> bool:
    """ "Said *on Wednesday* that they would meet", "would meet, he said *on Wednesday*": the day of the saying.

    In "said that they met *on Wednesday*" the day is the meeting's, whatever the parser hung it on.
    """
    path = [event, *scene.ancestors(event)]
    reports = [head for i, head in pairwise(path) if scene.tokens[i].deprel.startswith("ccomp")]
    return any(event < report < at or (report == verb and not report < event < at) for report in reports)


def at_stop(scene: Scene, places: Sequence[Place], place: Place | None) -> When | None:
    """ "Called at Honiara *on Thursday*, Tarawa *on Friday*": the day that follows each of several stops."""
    starts = sorted(p.words.start for p in places if p.words)
    if len(starts) < 2 or place is None or place.words is None:
        return None
    end = next((s for s in starts if s > place.words.start), scene.sentence.end)
    here = [t for t in scene.times if t.type == "DATE" and t.first and place.words.end <= t.start < end]
    several = {t.first for t in scene.times if t.type == "DATE" and t.first and t.start > starts[0]}
    return date_of(scene, here[0]) if len(several) > 1 and here else None


def still_ahead(scene: Scene, date: When | None, status: Status) -> When | None:
    """ "Has called a meeting *for Thursday*": the weekday of a plan is the next one, whatever the tense around it."""
    published = scene.document.published
    if date is None or not published or not date.start or status not in ("planned", "expected", "proposed"):
        return date
    words = date.words
    if words is None or scene.document.text[max(0, words.start - 4) : words.start] != "for ":
        return date
    weekday = (date.expression or "").lower().removeprefix("next ") in WEEKDAYS
    if not weekday or date.precision != "day" or date.start >= published:
        return date
    day = (date_type.fromisoformat(date.start) + timedelta(7)).isoformat()
    return msgspec.structs.replace(date, start=day, end=day) if day >= published else date
