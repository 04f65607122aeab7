"""The place that an engagement has from what was told before it: the town of the visit it belongs to, the host's own.

"Bashir came *to Juba*. President Kiir embraced him": whoever has come meets his hosts where he came to.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.narrated import has_verb, is_told_on, sentences_before, told_by
from demarche.claims.engagements.scenery import is_general, is_pointed, towns
from demarche.claims.engagements.story import go_on, looks_back, named_in, occasion, peopled
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.where import place_at
from demarche.claims.engagements.whereabouts import dateline, staged
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.events import event_lexicon
from demarche.model import Engagement, Participant, Place, Time

FAR = 4
"""Sentences that a visit may lie back."""
BACK = 2
"""Sentences that the place of what both sides did may lie back."""
NEAR = 3
"""Sentences that the town where the story is may lie back."""
OPENING = 2
"""Sentences in which a report speaks of the place that it is sent from."""
ANYWHERE = frozenset({"greet", "embrace", "hug", "kiss", "salute"})
DONE = frozenset({"happened", "ongoing"})


def place_of_story(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement], status: str
) -> Place | None:
    """The place of the visit or meeting that an engagement is part of, else of the sentence before, else its host's.

    What is still to be may be anywhere, and so may what had been before.
    """
    if status not in DONE:
        return None
    margins = occasion(scene, trigger)
    if margins is not None and len({p.country for p in staged(margins) if p.country}) == 1:
        return staged(margins)[0]
    goes_on = is_told_on(scene, trigger.anchor) or looks_back(scene, trigger)
    before = (
        (_of_the_visit(scene, people, told), _of_the_sentence(scene, people, told), _of_the_dateline(scene, people))
        if goes_on
        else ()
    )
    near = () if is_general(scene, told_by(scene, trigger.anchor)) else _among_them(scene, people, told)
    ways = (*before, _on_a_stay(scene, people), near, _of_the_host(scene, trigger, people))
    return next((p for way in ways for p in way), None)


def _of_the_visit(scene: Scene, people: Sequence[Participant], told: Sequence[Engagement]) -> Iterator[Place]:
    """The place where one of the sides last came to see the other, or where both last met."""
    back, start = scene, scene.sentence.start
    for _ in range(FAR):
        back = back.before or back
        start = back.sentence.start
    sides = {p.side for p in people if p.side}
    near = [e for e in reversed(told) if e.sentence is not None and e.sentence.start >= start and _took_place(scene, e)]
    both = [e for e in near if len(sides & {p.side for p in e.participants}) > 1]
    for e in both:
        if not _is_in_passing(e) and e.place is not None and e.place.country:
            yield e.place


def _is_in_passing(e: Engagement) -> bool:
    """ "Her August trip there": not what the story is about."""
    return e.mode == "visit" and e.date is not None and e.date.precision not in ("day", "interval")


def _took_place(scene: Scene, e: Engagement) -> bool:
    """Did something told before come about, as far as the text says? A round to come may be held elsewhere."""
    published = scene.document.published
    ahead = e.date is not None and e.date.start is not None and published is not None and e.date.start > published
    return e.status not in ("cancelled", "refused", "denied") and not (ahead and e.status not in DONE)


def _of_plans(scene: Scene, told: Sequence[Engagement]) -> set[int]:
    """Where the places of what has not come about yet stand in the text."""
    return {e.place.words.start for e in told if e.place and e.place.words and not _took_place(scene, e)}


def _of_the_sentence(scene: Scene, people: Sequence[Participant], told: Sequence[Engagement]) -> Iterator[Place]:
    """The one town of the nearest sentence before that is anywhere, where both sides go on from it."""
    for earlier in list(sentences_before(scene))[:BACK]:
        places = [p for p in staged(earlier) if p.precision in ("city", "site") and p.country]
        places = [p for p in places if p.words and p.words.start not in _of_plans(scene, told)]
        alone = earlier is scene.before and not peopled(earlier)
        if len({p.country for p in places}) == 1 and (alone or go_on(people, named_in(earlier))):
            yield places[0]
        if places:
            return


def _of_the_dateline(scene: Scene, people: Sequence[Participant]) -> Iterator[Place]:
    """The town that a report is sent from, where it is one of theirs and the report has just begun."""
    told = [s for s in sentences_before(scene) if has_verb(s)]
    town = dateline(scene) if len(told) < OPENING else None
    if town is not None and town.country in {p.country for p in people}:
        yield town


def _on_a_stay(scene: Scene, people: Sequence[Participant]) -> Iterator[Place]:
    """ "Held talks with her guest, who is on *a visit to Japan*": where whoever is away from home meets his hosts."""
    countries = {p.country for p in people if p.country}
    for i in scene.tagged("NOUN"):
        kind = event_lexicon().nouns.get(scene.lemma(i))
        if kind is not None and any(k.mode == "visit" for k, _ in kind) and len(countries) > 1:
            stays = [c for c in scene.children(i, "nmod") if scene.case(c) in ("to", "in")]
            yield from (p for c in stays if (p := place_at(scene, c)) is not None and p.country in countries)


def _among_them(scene: Scene, people: Sequence[Participant], told: Sequence[Engagement]) -> Iterator[Place]:
    """The nearest town told before that is one of theirs: whoever is in Tbilisi sees the Georgians there.

    What has a day of its own may have been elsewhere.
    """
    countries = {p.country for p in people if p.country}
    if len({p.side for p in people}) < 2 or is_pointed(scene) or any(_is_another(scene, t) for t in scene.times):
        return
    for earlier in list(sentences_before(scene))[:NEAR]:
        found = [p for p in towns(earlier) if p.country in countries]
        found = [p for p in found if p.words and p.words.start not in _of_plans(scene, told)]
        if found:
            yield from found[:1] if len({p.country for p in found}) == 1 else ()
            return
    if (town := dateline(scene)) is not None and town.country in countries:
        yield town


def _is_another(scene: Scene, time: Time) -> bool:
    """Does an expression of time name a day, other than "earlier in *the day*"?"""
    words = scene.document.text[time.start : time.end].lower()
    return time.first is not None and words not in ("the day", "the same day", "that day", "same day")


def _of_the_host(scene: Scene, trigger: Trigger, people: Sequence[Participant]) -> Iterator[Place]:
    """Who receives somebody does so at home, where nothing else is said; who only greets him may do so anywhere."""
    if scene.lemma(trigger.token) not in ANYWHERE:
        yield from home(scene, people)


def home(scene: Scene, people: Sequence[Participant]) -> Iterator[Place]:
    """The states of those who receive somebody."""
    for p in people:
        if p.part == "host" and p.country and p.start is not None:
            words = scene.words(p.start, p.end or p.start)
            state = knowledge().state(p.country)
            yield Place(name=state.name if state else p.country, country=p.country, precision="country", words=words)
