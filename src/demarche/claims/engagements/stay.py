"""The days of a stay told before, for what is done "during the visit" and for "the visit" itself.

"He returned on Thursday from *a three-day mission* to Lagos. *During the stay* he was received by the president": on
one of three days, not on Thursday.
"""

from collections.abc import Sequence

from demarche.claims.engagements.recall import DEFINITE
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Engagement, Participant, When

STAY = frozenset({"stay", "mission", "sojourn"})
"""Beside the nouns of visits themselves."""


def day_of_stay(
    scene: Scene, trigger: Trigger, people: Sequence[Participant], told: Sequence[Engagement]
) -> When | None:
    """The date of the last visit told whose sides go on."""
    if any(t.first for t in scene.times) or not (_during(scene, trigger) or _is_that(scene, trigger)):
        return None
    sides = {p.side for p in people if p.side}
    near = (e for e in reversed(told) if e.mode == "visit" and sides & {p.side for p in e.participants})
    last = next(near, None)
    return last.date if last is not None and last.status in ("happened", "ongoing") else None


def _during(scene: Scene, trigger: Trigger) -> bool:
    """ "*During the stay* he was received"."""
    tops = dict.fromkeys((trigger.token, trigger.anchor))
    return any(
        scene.case(c) == "during" and _is_stay(scene, c) and _is_definite(scene, c)
        for v in tops
        for c in scene.children(v, "obl", "nmod")
    )


def _is_that(scene: Scene, trigger: Trigger) -> bool:
    """ "Rights groups say that *the visit* comes too early": the one told before, not "the last visit"."""
    noun = trigger.noun is not None and trigger.kind.mode == "visit" and _is_definite(scene, trigger.token)
    before = {scene.lower(c) for c in scene.children(trigger.token, "amod")}
    return noun and not before & (discourse().again | {"first", "recent", "upcoming", "forthcoming", "past"})


def _is_definite(scene: Scene, c: int) -> bool:
    return any(scene.lower(d) in DEFINITE for d in scene.children(c, "det"))


def _is_stay(scene: Scene, c: int) -> bool:
    nouns = event_lexicon().nouns.get(scene.lemma(c), ())
    return scene.lemma(c) in STAY or any(kind.mode == "visit" for kind, _ in nouns)
