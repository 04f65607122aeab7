"""When an engagement took place: the expressions of time that its clause names."""

import re
from collections.abc import Sequence
from datetime import date as date_type
from datetime import timedelta
from itertools import pairwise

import msgspec

from demarche.claims.engagements.datable import MONTH, may_date
from demarche.claims.engagements.its_clause import of_its_clause
from demarche.claims.engagements.narrated import narrated, soon
from demarche.claims.engagements.roles import subjects
from demarche.claims.engagements.shared_day import (
    at_that_moment,
    close_by,
    long_before,
    of_first_half,
    of_the_deed,
    of_the_journey,
    of_the_main,
    of_the_way,
    of_what_followed,
    on_the_occasion,
    opening,
)
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.where import where
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.model import Place, Time, When
from demarche.model.values import Status

__all__ = ["at_stop", "still_ahead", "when", "where"]

YEAR = re.compile(r"(?:19|20)\d\d")
_SET_FOR = re.compile(
    r"(?:\bfor (?:the )?"
    r"|\b(?:due|expected|scheduled|slated) (?:back )?(?:in|at|to|for|on)\b[^.;:]{0,60}\bon (?:the )?)$"
)
_BY = re.compile(r"\b(?:by|before)(?: the)? $")
LEAP = 29
"""No such day in three years of four."""
NAMES = frozenset({"ADP", "PROPN", "PUNCT", "CCONJ", "DET", "ADJ"})
SETTING = frozenset({"plan", "schedule", "set", "foresee", "slate", "fix", "expect", "envisage"})
JOINING = frozenset({"and", "to", "until", "till", "through", "and on", "–", "-"})
NEWS = frozenset(
    {"announcement", "statement", "decision", "declaration", "report", "news", "claim", "remark", "pledge"}
)
LEAVING = frozenset({"leave", "depart", "quit"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def when(scene: Scene, trigger: Trigger, others: frozenset[int]) -> When | None:
    """The date of an event: that of its own sentence, else the one that the text carries on to it."""
    return own_day(scene, trigger, others) or carried_day(scene, trigger)


def carried_day(scene: Scene, trigger: Trigger) -> When | None:
    """The day of the sentences before, where nothing in its own could date an event."""
    if may_date(scene, trigger) and not undated(scene, trigger):
        return None
    return _of_those_named(scene, trigger) or narrated(scene, trigger) or soon(scene, trigger)


def undated(scene: Scene, trigger: Trigger) -> bool:
    """Does a sentence name no day but of clauses that come after the event and are not its own?"""
    named, start = [t for t in scene.times if t.first], scene.tokens[trigger.anchor].start
    before = any(t.precision == "day" and t.start < start for t in named)
    return not before and all(_is_elsewhere(scene, trigger, t) for t in named)


def departs(scene: Scene, trigger: Trigger) -> bool:
    """ "Flew in *from* Israel", "homeward bound *from* Guatemala": of a visit that is over no day is told."""
    cases = {scene.case(c) for c in scene.children(trigger.token, "obl", "nmod")}
    return trigger.kind.mode == "visit" and "from" in cases and not cases & {"to", "in", "at", "into"}


def left(scene: Scene, trigger: Trigger) -> bool:
    """ "*Left* Havana on Monday": the last day of a visit of nobody knows how many, unless it was of hours."""
    leaves = trigger.verb is not None and trigger.kind.mode == "visit" and scene.lemma(trigger.token) in LEAVING
    onward = any(scene.case(c) in ("for", "to") for c in scene.children(trigger.token, "obl", "nmod"))
    return leaves and not onward and not any(scene.lemma(i) == "hour" for i in range(len(scene.tokens)))


def own_day(scene: Scene, trigger: Trigger, others: frozenset[int]) -> When | None:
    """The expression of time in its sentence that is nearest to an event and that no nearer event word claims.

    `others` are the tokens of the sentence's other event words.
    """
    others -= _setting_words(scene, trigger)
    dated = may_date(scene, trigger)
    own = scene.times_in(_below(scene, trigger, others))
    near = [t for t in dated if not _is_elsewhere(scene, trigger, t)]
    candidates = [t for t in of_its_clause(scene, trigger) if t in dated] or [t for t in near if t in own]
    if not candidates and (beside := close_by(scene, trigger)) is not None:
        return beside
    apart = bool(others) or long_before(scene, trigger) or departs(scene, trigger)
    candidates = candidates or ([] if apart else near)
    candidates = candidates or [t for t in of_first_half(scene, trigger) if t in dated]
    candidates = candidates or [t for t in dated if _follows(scene, trigger, t, others)]
    candidates = candidates or [t for t in of_the_journey(scene, trigger) if t in dated]
    candidates = candidates or [t for t in of_the_way(scene, trigger) if t in dated]
    candidates = candidates or [t for t in opening(scene, trigger) if t in dated]
    candidates = candidates or [t for t in at_that_moment(scene, trigger) if t in dated]
    candidates = candidates or [t for t in on_the_occasion(scene, trigger) if t in dated]
    candidates = candidates or [t for t in of_the_deed(scene, trigger) if t in dated]
    candidates = candidates or [t for t in of_what_followed(scene, trigger) if t in dated]
    candidates = candidates or [t for t in of_the_main(scene, trigger) if t in dated]
    if not candidates:
        return _of_its_year(scene, trigger)
    word = scene.tokens[trigger.token]
    best = min(candidates, key=lambda t: (abs(t.start - word.start), t.start))
    return _with_next(scene, best)


def _with_next(scene: Scene, found: Time) -> When:
    """ "On *Friday and Saturday*", "from *Monday to Wednesday*": days named side by side are one stretch of time."""
    for first, last in pairwise(scene.times):
        between = scene.document.text[first.end : last.start].strip().lower() if last.start >= first.end else ""
        both = first.precision == last.precision == "day" and first.first and last.last and first.first < last.last
        if found in (first, last) and between in JOINING and both:
            words = scene.words(first.start, last.end)
            return When(start=first.first, end=last.last, precision="interval", expression=words.quote, words=words)
    return _whole_month(found, date_of(scene, found))


def _setting_words(scene: Scene, trigger: Trigger) -> set[int]:
    """ "A meeting *scheduled* for Tuesday": the word that sets an event is no other event."""
    return {c for t in (trigger.token, trigger.anchor) for c in scene.children(t, "acl") if _set(scene, c)}


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
    published = scene.document.published
    days = [t for t in days if not published or not t.first or t.first <= published]
    if not named or len(days) != 1 or any(not earlier.sentence.start <= a.start < earlier.sentence.end for a in named):
        return None
    return date_of(earlier, days[0])


def _below(scene: Scene, trigger: Trigger, others: frozenset[int]) -> list[int]:
    """The words under an event word and under the verb that carries it, other events' own words left out."""
    out: set[int] = set()
    head = scene.tokens[trigger.token].head
    there = {head} if head >= 0 and scene.children(head, "expl") else set[int]()  # "*there had been* a meeting"
    for top in {trigger.token, trigger.anchor, *there}:
        for c in scene.children(top):
            subtree = scene.subtree(c)
            if not others & set(subtree):
                out.update(subtree)
    return sorted(out)


def _is_elsewhere(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """Does an expression of time belong to a verb that is not above the event, or that only reports it?"""
    at = _word_of(scene, time)
    if at is None:
        return True
    if _is_of_the_news(scene, trigger, at):
        return True
    above = {trigger.token, trigger.anchor, *scene.ancestors(trigger.anchor), *scene.ancestors(trigger.token)}
    verb = next(
        (a for a in scene.ancestors(at) if scene.tokens[a].upos in ("VERB", "AUX") and not _set(scene, a)), None
    )
    return verb is not None and (verb not in above or _dates_the_report(scene, trigger.anchor, verb, at))


def _is_of_the_news(scene: Scene, trigger: Trigger, at: int) -> bool:
    """ "Welcomed *the announcement yesterday* that they would meet"."""
    head = scene.tokens[at].head
    news = head >= 0 and scene.tokens[head].upos == "NOUN" and scene.lemma(head) in NEWS
    return news and head != trigger.anchor and head in scene.ancestors(trigger.anchor)


def _word_of(scene: Scene, time: Time) -> int | None:
    """The word by which an expression of time hangs in its sentence: the last whose head is outside it."""
    inside = [i for i, t in enumerate(scene.tokens) if time.start <= t.start < time.end]
    return next((i for i in reversed(inside) if scene.tokens[i].head not in inside), None)


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


def _whole_month(time: Time, day: When) -> When:
    """ "In four months": about that day, so some day of its month."""
    if time.rule != "in so many" or not day.start or not MONTH.fullmatch(time.value or ""):
        return day
    start = date_type.fromisoformat(day.start).replace(day=1)
    end = (start + timedelta(31)).replace(day=1) - timedelta(1)
    return msgspec.structs.replace(day, start=start.isoformat(), end=end.isoformat(), precision="month")


def at_stop(scene: Scene, places: Sequence[Place], place: Place | None) -> When | None:
    """ "Called at Honiara *on Thursday*, Tarawa *on Friday*": the day that follows each of several stops."""
    starts = sorted(p.words.start for p in places if p.words)
    if len({p.country for p in places}) < 2 or place is None or place.words is None:
        return None
    end = next((s for s in starts if s > place.words.start), scene.sentence.end)
    here = [t for t in scene.times if t.type == "DATE" and t.first and place.words.end <= t.start < end]
    several = {t.first for t in scene.times if t.type == "DATE" and t.first and t.start > starts[0]}
    return date_of(scene, here[0]) if len(several) > 1 and here else None


def still_ahead(scene: Scene, date: When | None, status: Status) -> When | None:
    """ "Has called a meeting *for Thursday*", "was due in Oslo *on Monday*": the day of a plan is the next of its name,
    whatever the tense around it.
    """
    published = scene.document.published
    if date is None or not published or not date.start or status not in ("planned", "expected", "proposed"):
        return date
    words = date.words
    if date.end and _holds(scene, date, published):
        return msgspec.structs.replace(date, start=published, precision="interval")
    if words is None or date.start >= published or not _SET_FOR.search(_before_words(scene, words.start)):
        return date
    start, end = date_type.fromisoformat(date.start), date_type.fromisoformat(date.end or date.start)
    if (date.expression or "").lower().removeprefix("next ") in WEEKDAYS and date.precision == "day":
        start, end = start + timedelta(7), end + timedelta(7)
    elif not YEAR.search(words.quote) and date.precision in ("day", "interval", "month") and start.day < LEAP:
        coming = start.replace(year=start.year + 1)
        if coming - date_type.fromisoformat(published) > date_type.fromisoformat(published) - start:  # "had been due"
            return date
        start, end = coming, end.replace(year=end.year + 1, day=min(end.day, LEAP - 1))
    else:
        return date
    ahead = start.isoformat() >= published
    return msgspec.structs.replace(date, start=start.isoformat(), end=end.isoformat()) if ahead else date


def _holds(scene: Scene, date: When, published: str) -> bool:
    """ "Will meet again *this year*", "by *the end of March*": only what is left of it is meant."""
    if date.start and date.end and date.start < published < date.end:
        return True
    before = _before_words(scene, date.words.start) if date.words else ""
    closing = "end" in (date.expression or "").lower().split() and _BY.search(before) is not None
    return closing and date.end is not None and published < date.end


def _before_words(scene: Scene, start: int) -> str:
    """The words of a sentence before a place in it."""
    return scene.document.text[scene.sentence.start : start]
