"""The place that an engagement has from what was told before it: the town of the visit it belongs to, the host's own.

"Bashir came *to Juba*. President Kiir embraced him": whoever has come meets his hosts where he came to.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.narrated import is_told_on
from demarche.claims.engagements.story import go_on, looks_back, named_in
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.whereabouts import staged
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.model import Engagement, Participant, Place

FAR = 4
"""Sentences that a visit may lie back."""
DONE = frozenset({"happened", "ongoing"})


def place_of_story(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement], status: str
) -> Place | None:
    """The place of the visit or meeting that an engagement is part of, else of the sentence before, else its host's.

    What is still to be may be anywhere, and so may what had been before.
    """
    if status not in DONE:
        return None
    goes_on = is_told_on(scene, trigger.anchor) or looks_back(scene, trigger)
    before = (_of_the_visit(scene, people, told), _of_the_sentence(scene, people)) if goes_on else ()
    return next((p for way in (*before, _of_the_host(scene, people)) for p in way), None)


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
    """The one town of the sentence before, where both sides go on from it."""
    if scene.before is None or not go_on(people, named_in(scene.before)):
        return
    places = [p for p in staged(scene.before) if p.precision in ("city", "site") and p.country]
    if len({p.country for p in places}) == 1:
        yield places[0]


def _of_the_host(scene: Scene, people: Sequence[Participant]) -> Iterator[Place]:
    """Who receives somebody does so at home, where nothing else is said."""
    for p in people:
        if p.part == "host" and p.country and p.start is not None:
            words = scene.words(p.start, p.end or p.start)
            state = knowledge().state(p.country)
            yield Place(name=state.name if state else p.country, country=p.country, precision="country", words=words)
