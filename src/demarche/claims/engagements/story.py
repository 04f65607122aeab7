"""The day that an engagement has from the sentences before it: that of the event that it is part of.

News tells the day once: "They made peace at a summit in Al-Ula *on Tuesday*. The crown prince embraced the emir." It
goes on where the same two sides go on; one of them alone may be somewhere else by then (in our own paragraphs,
annotated by hand, calls to third parties and side trips told without a day had none).
"""

import re
from collections.abc import Iterator, Sequence

from demarche.claims.engagements.circumstance import undated
from demarche.claims.engagements.narrated import days_named, is_of_words, is_told_on, opens, sentences_before, told_by
from demarche.claims.engagements.recall import ALIKE, DEFINITE
from demarche.claims.engagements.setting import MARGINS
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Engagement, Participant, Time, When

HOUR = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\b\.?)?(?= ?[:–—-]? ?[A-Z])")
ZONE = re.compile(r"(?: ?[A-Z.]{1,6}){1,3} ?(?:\n|$)")
"""What ends the line of an hour above a transcript: "5:07 P.M. EDT". Nothing under it is of that hour."""
MET = frozenset({"meeting", "talks", "summit"})
FAR = 4
"""Sentences back in which a gathering may have been named."""
BACK = 2
"""Sentences back in which the day may stand."""


def day_of_story(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement], *, again: bool
) -> When | None:
    """The day of what was told just before; `again` where the event itself was named before ("her talks there")."""
    return (
        _of_the_scene(scene, trigger, people, told, again=again)
        or _of_its_sentence(scene, trigger, people)
        or _of_the_margins(scene, trigger)
        or _of_both_sides(scene, trigger, people, told)
        or _of_the_readout(scene, trigger, people, told)
    )


def _of_the_readout(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement]
) -> When | None:
    """ "Met *today* with her. ... They also discussed": the day of the one meeting that an official note tells of."""
    that = trigger.noun is not None and any(scene.lower(c) == "the" for c in scene.children(trigger.token, "det"))
    spoken = trigger.kind.mode == "talks" or (that and trigger.kind.mode == "meeting")
    if scene.document.source_class != "official" or not spoken or not undated(scene, trigger):
        return None
    sides = {p.side for p in people if p.side}
    same = [e for e in told if e.mode != "visit" and sides == {p.side for p in e.participants if p.side}]
    dated = {(e.date.start, e.date.end) for e in told if e.date is not None and e.mode != "visit"}
    first = same[0] if same and is_told_on(scene, trigger.anchor) else None
    return first.date if first is not None and first.status == "happened" and len(dated) == 1 else None


def day_told_next(scene: Scene, trigger: Trigger, people: Sequence[Participant], after: Sequence[Scene]) -> When | None:
    """ "The summit ended without a paper. The two agreed *on Friday* to talk on": an opening, dated by what follows."""
    if not opens(scene) or not after or any(t.first for t in scene.times):
        return None
    days = days_named(after[0])
    return (
        date_of(after[0], days[0]) if len({d.first for d in days}) == 1 and go_on(people, named_in(after[0])) else None
    )


def day_of_entry(scene: Scene, trigger: Trigger) -> When | None:
    """ "*19.15* He is on the phone to his colleagues": what a live report tells of under the hour it tells it at."""
    published, first = scene.document.published, scene
    while first.before is not None and not HOUR.match(scene.document.text, first.sentence.start):
        first = first.before
    entry = HOUR.match(scene.document.text, first.sentence.start)
    if entry is not None and ZONE.match(scene.document.text, entry.end()):
        return None
    now = is_told_on(scene, trigger.anchor) or _is_now(scene, trigger.anchor)
    if not published or entry is None or not now or any(t.first for t in scene.times):
        return None
    return When(start=published, end=published, words=scene.words(entry.start(), entry.end()))


def _is_now(scene: Scene, v: int) -> bool:
    """ "He *is* on the phone", "the talks *have* ended": the present of a live report."""
    v = told_by(scene, v)
    return any(scene.feature(c, "Tense") == "Pres" for c in (v, *scene.children(v, "aux", "cop")))


def _of_the_scene(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement], *, again: bool
) -> When | None:
    """ "At a summit on Tuesday … the prince embraced the emir", "her talks there": the day of what was just told."""
    scenic = trigger.verb is not None and bool(trigger.verb.subject_kinds)
    near = told[-1] if told and (scenic or again) else None
    if near is None or near.date is None or near.sentence is None or scene.before is None:
        return None
    if near.status not in ("happened", "ongoing") and not _is_over(scene, near):
        return None
    right_before = near.sentence.start == scene.before.sentence.start and near.date.precision == "day"
    both = len({p.side for p in people} & {p.side for p in near.participants}) > 1
    return near.date if right_before and (near.mode == "summit" or both) else None


def occasion(scene: Scene, trigger: Trigger) -> Scene | None:
    """The sentence of the gathering on whose margins people met: "met *on the sidelines*", of what was told before."""
    beside = [c for t in {trigger.token, trigger.anchor} for c in scene.children(t, "obl", "nmod")]
    if not any(scene.lemma(c) in MARGINS and scene.case(c) == "on" and not scene.children(c, "nmod") for c in beside):
        return None
    near = list(sentences_before(scene))[:FAR]
    return next((s for s in near if any(s.lemma(i) in discourse().gatherings for i in range(len(s.tokens)))), None)


def _of_the_margins(scene: Scene, trigger: Trigger) -> When | None:
    """The one day of that gathering."""
    told = occasion(scene, trigger)
    days = days_named(told) if told is not None else []
    return (
        date_of(told, days[0])
        if told is not None and undated(scene, trigger) and len({d.first for d in days}) == 1
        else None
    )


def _of_its_sentence(scene: Scene, trigger: Trigger, people: Sequence[Participant]) -> When | None:
    """ "X rang Y *on Friday*; Z came on the line": the day told first, where two sides of it are in the event."""
    days = days_named(scene)
    start = scene.tokens[trigger.anchor].start
    joined = scene.tokens[trigger.anchor].deprel in ("conj", "parataxis") and is_told_on(scene, trigger.anchor)
    if not joined or len({t.first for t in scene.times if t.first}) != 1 or not days or days[0].end > start:
        return None
    before = {side for m in scene.mentions if m.start < start if (side := m.country or m.organisation)}
    return date_of(scene, days[0]) if go_on(people, before) else None


def _of_both_sides(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement]
) -> When | None:
    """The day of what was told just before, where its sides go on and nothing else is dated."""
    if not undated(scene, trigger) or trigger.kind.mode == "visit":
        return None
    if not is_told_on(scene, trigger.anchor) and not looks_back(scene, trigger):
        return None
    for earlier in list(sentences_before(scene))[:BACK]:
        same = [
            e
            for e in _told_in(earlier, told, visits=earlier is scene.before)
            if go_on(people, {p.side for p in e.participants if p.side})
        ]
        if same and not (same := [e for e in same if _is_like(scene, trigger, e)]):
            return None
        if same:
            return same[-1].date if same[-1].status == "happened" or _is_over(scene, same[-1]) else None
        days = days_named(earlier)
        if any(is_of_words(earlier, d) for d in days):
            return None
        if days:
            alone = earlier is scene.before and (not peopled(earlier) or _opens(earlier, trigger, days[0]))
            one = len({d.first for d in days}) == 1 and (alone or go_on(people, named_in(earlier)))
            return date_of(earlier, days[0]) if one else None
        if any(t.first for t in earlier.times):
            return None
    return None


def _is_like(scene: Scene, trigger: Trigger, e: Engagement) -> bool:
    """A month or year carries on to the same event only, and a telephone call is not the summit told before."""
    media = event_lexicon().media
    remote = any(scene.lower(c) in media for c in scene.children(trigger.token, "compound", "amod"))
    exact = e.date is not None and e.date.precision in ("day", "interval")
    return exact or (e.mode in ALIKE.get(trigger.kind.mode, frozenset()) and not (remote and e.mode in MET))


def _is_over(scene: Scene, e: Engagement) -> bool:
    """ "On Sunday they *were to* meet. She received him alone": the day of a plan, where it has passed."""
    published = scene.document.published
    past = e.date is not None and e.date.end is not None and published is not None and e.date.end <= published
    return e.status == "planned" and past


def looks_back(scene: Scene, trigger: Trigger) -> bool:
    """ "The host, who chaired *the talks*, said": a clause aside that goes back to an event named before."""
    noun = trigger.noun is not None and any(scene.lower(c) in DEFINITE for c in scene.children(trigger.token, "det"))
    v = told_by(scene, trigger.anchor)
    past = scene.feature(v, "Tense") == "Past" and scene.feature(v, "VerbForm") == "Fin"
    return noun and past and scene.tokens[v].deprel == "acl:relcl"


def _opens(scene: Scene, trigger: Trigger, day: Time) -> bool:
    """Does a report open with a sentence, told in the past, whose own day this is?"""
    return opens(scene) and trigger.kind.mode in MET


def peopled(scene: Scene) -> bool:
    """Does a sentence speak of anybody? One that only sets the scene does not ("On Friday there were handshakes")."""
    return any(m.kind not in ("place", "thing") for m in scene.mentions)


def _told_in(scene: Scene, told: Sequence[Engagement], *, visits: bool) -> Iterator[Engagement]:
    """The dated engagements of a sentence; `visits` too, on which whoever has just come meets his hosts."""
    for e in told:
        if e.sentence and e.sentence.start == scene.sentence.start and e.date and (visits or e.mode != "visit"):
            yield e


def go_on(people: Sequence[Participant], sides: set[str]) -> bool:
    """Are two of the sides the same, or all guests of a host who joins them?"""
    own = {p.side for p in people if p.side}
    guests = {p.side for p in people if p.side and p.part != "host"}
    return len(own & sides) > 1 or (guests != own and bool(guests) and guests <= sides)


def named_in(scene: Scene) -> set[str]:
    """The sides that a sentence speaks of."""
    meant = [k for m in scene.mentions for k in scene.meant(m)]
    return {side for m in meant if (side := m.country or m.organisation)}
