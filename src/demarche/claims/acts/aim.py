"""Whom an act is aimed at where its own words leave it out: the place says it, or what was told just before.

"Bombed targets *near Homs*" is done to Syria; "condemned *the operation*" is against whoever carried it out; "recalled
*their ambassadors*" is from the one other state that is spoken of. Where two could be meant, nobody is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.claims.acts.happening import Happening
from demarche.claims.acts.standing import POLITICAL, speaks_for_state, standing
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Act, Participant

Side = tuple[Participant, ...]
BOTH = re.compile(
    r"(the |these |those )?(two|both)( of the)? ?(other |neighbouring |neighboring )?"
    r"(governments|sides|countries|states|nations|parties|capitals|neighbours|neighbors|armies|foreign ministries)\Z"
)
"""Words for two states that the reader knows."""
SITES = frozenset({"in", "near", "at", "outside", "inside", "across", "on", "over", "around", "through", "from"})
AT_HOME = frozenset({"PROTEST"})
"""Types whose actors are of the country they act in, where nothing else is said."""
HIRED = frozenset({"appointment", "dismissal"})
"""Kinds done to one's own officials."""
REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
"""Types that answer a deed: several may answer the same."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
FARTHEST = 3
"""Sentences back to a deed that is pointed at."""


def completed(scene: Scene, h: Happening, actors: Side, targets: Side, told: Sequence[Act]) -> tuple[Side, Side]:
    """Both sides of an act, with what its place and the acts told before give."""
    kind = h.hit.kind
    site = _site(scene, h, actors)
    if kind.type in AT_HOME and site:
        actors = tuple(_of(p, site.country) for p in actors)
    if kind.id in HIRED and len({p.country for p in actors}) == 1:
        targets = tuple(_of(p, actors[0].country) if p.sector else p for p in targets)
    if kind.type == "ASSAULT" and site:
        targets = tuple(_of(p, site.country) for p in targets)
    if targets or h.hit.mutual or not actors:
        return actors, targets
    if kind.type in ("ASSAULT", "RETREAT") and site and (h.targets or kind.id == "retreat_withdraw"):
        return actors, (site,)
    return actors, _answered(scene, h, actors, told) or _only_other(scene, h, actors)


def both(scene: Scene, side: Side, against: Side) -> Side:
    """ "*The two governments* signed", "urged *both sides*": the two states named last."""
    if len(side) != 1 or side[0].country or side[0].start is None:
        return side
    words = scene.document.text[side[0].start : side[0].end].lower()
    return (_named_last(scene, side[0].start, {p.country for p in against}) or side) if BOTH.match(words) else side


def _named_last(scene: Scene, before: int, ours: set[str | None]) -> Side:
    """The two states named last before an offset, if it is clear which."""
    found: dict[str | None, Participant] = {}
    near: Scene | None = scene
    for _ in range(FARTHEST):
        if near is None or len(found) > 1:
            break
        found |= {p.country: p for p in _states(near) if p.country not in ours and (p.start or 0) < before}
        near = near.before
    return tuple(found.values()) if len(found) == 2 else ()


def _of(p: Participant, country: str | None) -> Participant:
    return p if p.country or p.organisation or p.actor else msgspec.structs.replace(p, country=country)


def _site(scene: Scene, h: Happening, actors: Side) -> Participant | None:
    """The place of another country that stands where the act takes place, or is what it is done to."""
    ours = {p.country for p in actors}
    heads = [*h.targets, *(c for top in (*h.hit.tops(scene), *h.targets) for c in _at(scene, top))]
    for j in heads:
        mention, token = scene.mention(j), scene.tokens[j]
        place = scene.place_at(token.start, token.end)
        if mention is not None and mention.kind in ("place", "state") and mention.country not in (None, *ours):
            return party(mention)
        if mention is None and place is not None and place.country and place.country not in ours:
            return Participant(name=place.name, country=place.country, start=place.start, end=place.end)
    return None


def _at(scene: Scene, top: int) -> Iterator[int]:
    """The phrases of place on a word, and what a region is of ("in the west *of Syria*")."""
    for c in scene.children(top, "obl", "nmod"):
        if c > top and scene.case(c) in SITES:
            yield c
            yield from (d for d in scene.children(c, "nmod") if scene.case(d) in ("of", "in"))


def _answered(scene: Scene, h: Happening, actors: Side, told: Sequence[Act]) -> Side:
    """Those who did what "the operation", "the move" points back to."""
    if h.hit.kind.type not in REACTIONS or not any(_points(scene, j) for j in (*h.what, *h.targets)):
        return ()
    ours = {p.side for p in actors}
    for act in reversed(told):
        if scene.sentence.start - act.start > FARTHEST * LONG or act.start >= scene.sentence.end:
            return ()
        done = act.plover is None or act.plover.type not in REACTIONS
        if done and (others := tuple(p for p in act.actors if p.side not in ours and (p.country or p.organisation))):
            return others
    return ()


LONG = 250
"""Characters of a long sentence."""


def _points(scene: Scene, j: int) -> bool:
    """ "*The* operation", "*this* step": a deed that nothing beside it describes."""
    if scene.lemma(j) not in classed(("@deeds",)):
        return False
    if any(scene.mention(c) for c in scene.subtree(j)):
        return False
    return any(scene.lower(c) in POINTING for c in scene.children(j, "det"))


def _only_other(scene: Scene, h: Happening, actors: Side) -> Side:
    """The one other state spoken of in this sentence, else in the one before, for what is done between two."""
    if not h.hit.kind.mutual and h.hit.kind.id not in classed(("@bilateral",)):
        return ()
    ours = {p.country for p in actors}
    for near in (scene, scene.before):
        if near is None:
            return ()
        others = {p.country: p for p in _states(near) if p.country not in ours}
        if others:
            return tuple(others.values()) if len(others) == 1 else ()
    return ()


def _states(scene: Scene) -> Iterable[Participant]:
    """Those in a sentence who stand for a state."""
    for mention in scene.mentions:
        p = party(mention)
        if p.country and mention.kind != "place" and standing(scene, p) == POLITICAL and speaks_for_state(p):
            yield p
