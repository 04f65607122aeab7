"""The place that an engagement has from what was told before it: the town of the visit it belongs to, the host's own.

"Bashir came *to Juba*. President Kiir embraced him": whoever has come meets his hosts where he came to.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.narrated import has_verb, is_told_on, sentences_before
from demarche.claims.engagements.story import go_on, looks_back, named_in, occasion, peopled
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.whereabouts import dateline, staged
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.model import Engagement, Participant, Place

FAR = 4
"""Sentences that a visit may lie back."""
BACK = 2
"""Sentences that the place of what both sides did may lie back."""
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
        (_of_the_visit(scene, people, told), _of_the_sentence(scene, people), _of_the_dateline(scene, people))
        if goes_on
        else ()
    )
    return next((p for way in (*before, _of_the_host(scene, trigger, people)) for p in way), None)


def _of_the_visit(scene: Scene, people: Sequence[Participant], told: Sequence[Engagement]) -> Iterator[Place]:
    """The place where one of the sides last came to see the other, or where both last met."""
    back, start = scene, scene.sentence.start
    for _ in range(FAR):
        back = back.before or back
        start = back.sentence.start
    sides = {p.side for p in people if p.side}
    for e in reversed(told):
        if e.sentence is None or e.sentence.start < start:
            return
        both = len(sides & {p.side for p in e.participants}) > 1
        if both and e.place is not None and e.place.country and e.status not in ("cancelled", "refused", "denied"):
            yield e.place


def _of_the_sentence(scene: Scene, people: Sequence[Participant]) -> Iterator[Place]:
    """The one town of the nearest sentence before that is anywhere, where both sides go on from it."""
    for earlier in list(sentences_before(scene))[:BACK]:
        places = [p for p in staged(earlier) if p.precision in ("city", "site") and p.country]
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


def _of_the_host(scene: Scene, trigger: Trigger, people: Sequence[Participant]) -> Iterator[Place]:
    """Who receives somebody does so at home, where nothing else is said; who only greets him may do so anywhere."""
    if scene.lemma(trigger.token) in ANYWHERE:
        return
    for p in people:
        if p.part == "host" and p.country and p.start is not None:
            words = scene.words(p.start, p.end or p.start)
            state = knowledge().state(p.country)
            yield Place(name=state.name if state else p.country, country=p.country, precision="country", words=words)
