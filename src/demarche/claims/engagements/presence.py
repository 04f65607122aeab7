"""Somebody of rank speaks or acts in another land: he is on a visit, though no word says so.

"The U.S. secretary of state *said in Tel Aviv*", "the French minister, *in Algiers for the day*, praised", "*told a
news conference in Georgetown*". Towns that seat international bodies tell nothing: everybody speaks in Geneva.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.actors import actors
from demarche.claims.engagements.found import Found
from demarche.claims.engagements.roles import Role, subjects
from demarche.claims.engagements.sides import host_of
from demarche.claims.engagements.status import status_of
from demarche.claims.engagements.telling import VERB
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import party, place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Engagement, Mention, Place

HEARERS = frozenset(
    {"conference", "reporter", "journalist", "briefing", "rally", "crowd", "parliament", "forum", "gathering"}
)
"""Whom or what somebody speaks to where he is."""
RANKED = frozenset({"head", "minister", "deputy"})
EVERYBODYS = frozenset({
    "New York", "Geneva", "Vienna", "Brussels", "Strasbourg", "Luxembourg", "The Hague", "Davos", "Munich",
    "United Nations", "Addis Ababa", "Nairobi",
})  # fmt: skip
"""Seats of international bodies and of yearly gatherings."""


def present(
    scene: Scene, lexicon: EventLexicon, told: Sequence[Engagement], found: Sequence[Found] = ()
) -> Iterator[Found]:
    """The visits that a sentence shows by where its speaker is; none of two sides whose contact was told.

    Beside another engagement, `found` in it, only a town between commas tells one.
    """
    if scene.document.official_of is not None:
        return
    kind = next(k for k in lexicon.types if k.mode == "visit")
    for v in scene.tagged("VERB"):
        trigger = Trigger(kind, v, v, verb=VERB)
        guests = [(i, m) for s in subjects(scene, v) for i, m in actors(scene, s) if _is_of_rank(m)]
        if len({m.country for _, m in guests}) != 1 or status_of(scene, trigger) != "happened":
            continue
        abroad = [(p, said) for p, said in _places(scene, v) if p.country not in (None, guests[0][1].country)]
        places = [p for p, said in abroad if not _is_told(guests[0][1], p, told, said) and not (said and found)]
        if not places:
            continue
        roles = [Role(m, "visitor", i) for i, m in guests]
        yield Found(
            trigger, "visit", roles, [*(party(m, "visitor") for _, m in guests), host_of(places[0])], places, "present"
        )
        return


def _is_of_rank(m: Mention) -> bool:
    return m.kind in ("person", "office") and bool(m.country) and m.level in RANKED


def _places(scene: Scene, v: int) -> Iterator[tuple[Place, bool]]:
    """The towns in which a verb of saying is said to be done (true), or that stand between commas after its subject."""
    says = _says(scene.lemma(v))
    heard = [c for c in scene.children(v, "obj", "iobj", "obl") if scene.lemma(c) in HEARERS]
    beside = [(c, says) for c in scene.children(v, "obl")] + [(c, False) for c in scene.children(v, "nmod")]
    beside += [(c, says) for n in heard for c in scene.children(n, "nmod", "obl")]
    beside += [(c, False) for n in subjects(scene, v) for c in scene.children(n, "nmod", "obl")]
    for k, said in beside:
        place, aside = place_of(scene, scene.mention(k)), _is_aside(scene, k)
        if place is not None and scene.case(k) == "in" and place.name not in EVERYBODYS and (said or aside):
            yield place, not aside


def _says(lemma: str) -> bool:
    verb = speech_lexicon().verbs.get(lemma)
    return verb is not None and verb.sort == "speech"


def _is_aside(scene: Scene, k: int) -> bool:
    """ "Barrot, *in Algiers* for the day, praised": set off by a comma, with what for."""
    return (
        k > 2 and scene.lower(k - 2) == "," and k + 1 < len(scene.tokens) and scene.lower(k + 1) in ("for", "on", "to")
    )


def _is_told(guest: Mention, place: Place, told: Sequence[Engagement], said: bool) -> bool:
    """Was the contact told: as a visit, or, of somebody who only speaks there, in any way?"""
    sides = {guest.country, place.country}
    return any(sides <= {p.country for p in e.participants} for e in told if said or e.mode == "visit")
