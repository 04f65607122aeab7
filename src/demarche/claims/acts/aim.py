"""Whom an act is aimed at where its own words leave it out: the place says it, or what stands around it (`reply.py`).

"Bombed targets *near Homs*" is done to Syria, "the police fired at protesters *in Lima*" is done by and to Peru's.
"""

from collections.abc import Iterator

import msgspec

from demarche.claims.acts.happening import Happening
from demarche.claims.acts.home import at_home
from demarche.claims.acts.known import Known
from demarche.claims.acts.people import owner_of
from demarche.claims.acts.reply import other_side, pointed_at, the_other
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Mention, Participant

Side = tuple[Participant, ...]
SITES = frozenset({"in", "near", "at", "outside", "inside", "across", "on", "over", "around", "through", "from"})
GROUND = frozenset({"soil", "territory", "land", "airspace", "coast", "shore", "waters", "ground"})
AT_HOME = frozenset({"PROTEST"})
"""Types whose actors are of the country they act in, where nothing else is said."""
ABROAD = frozenset({"SANCTION", "AID", "MOBILIZE", "COERCE"})
"""Types done to a state by what is done in one of its places ("called home its ambassador *in Berlin*")."""
TALK = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "REQUEST"})
"""Types done with words, often in a third country."""
POSTS = frozenset({"sanction_relations", "sanction_expel"})
"""Kinds done to those who sit in a place ("the embassy *in Lima*")."""
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
"""Types done to those whom another state has sent."""
HIRED = frozenset({"appointment", "dismissal"})
"""Kinds done to one's own officials."""


def completed(scene: Scene, h: Happening, actors: Side, targets: Side, known: Known) -> tuple[Side, Side]:
    """Both sides of an act, with what its place, its text and the acts told before give."""
    kind = h.hit.kind
    site = _site(scene, h, actors)
    if kind.type in AT_HOME and site:
        actors = tuple(_of(p, site.country) for p in actors)
    if kind.id in HIRED and len({p.country for p in actors}) == 1:
        targets = tuple(_of(p, actors[0].country) if p.sector else p for p in targets)
    if kind.type == "ASSAULT" and site:
        targets = tuple(_of(p, site.country) for p in targets)
    by_place = kind.type not in TALK and kind.id != "retreat_ceasefire"
    actors, targets = at_home(scene, actors, by_place, targets), at_home(scene, targets, by_place, actors)
    targets = tuple(_of_other(scene, p, actors) for p in targets) if kind.type in HOSTILE else targets
    if not any(p.country or p.organisation for p in targets):
        targets = pointed_at(scene, h, actors) or targets
    if targets or h.hit.mutual or not actors:
        return actors, targets
    if kind.type in ("ASSAULT", "RETREAT") and site and (h.targets or kind.id == "retreat_withdraw"):
        return actors, (site,)
    if kind.type in ABROAD and (there := _site(scene, h, actors, around=False)):
        return actors, (there,)
    return actors, other_side(scene, h, actors, known)


def _of(p: Participant, country: str | None) -> Participant:
    return p if p.country or p.organisation or p.actor else msgspec.structs.replace(p, country=country)


def _of_other(scene: Scene, p: Participant, actors: Side) -> Participant:
    """ "Expelled *a diplomat*", "stormed *the embassy*": of the one other state that is spoken of."""
    words = set(scene.document.text[p.start : p.end].lower().split()) if p.start is not None else set()
    if p.country or p.organisation or not words & classed(("@foreign",)):
        return p
    return _of(p, next((q.country for q in the_other(scene, actors)), None))


def _site(scene: Scene, h: Happening, actors: Side, around: bool = True) -> Participant | None:
    """The place of another country that is what it is done to or, `around`, stands where the act takes place."""
    ours = {p.country for p in actors}
    tops = (*h.hit.tops(scene), *h.targets) if around else ()
    deep = h.hit.kind.id in POSTS or (around and h.hit.kind.type == "ASSAULT" and h.hit.is_verb)
    posts = scene.subtree(h.hit.token) if deep else ()
    struck = [j for j in h.targets if scene.lemma(j) in classed(("@struck",))]
    held = (d for j in struck for d in scene.children(j, "nmod") if scene.case(d) == "of")  # "the town *of Gori*"
    heads = [*h.targets, *held, *(c for top in dict.fromkeys((*tops, *posts)) for c in _at(scene, top))]
    for j in heads:
        mention, token = _ground(scene, j), scene.tokens[j]
        place = scene.place_at(token.start, token.end)
        if mention is not None and mention.kind in ("place", "state") and mention.country not in (None, *ours):
            return party(mention)
        if mention is None and place is not None and place.country and place.country not in ours:
            return Participant(name=place.name, country=place.country, start=place.start, end=place.end)
    return None


def _ground(scene: Scene, j: int) -> Mention | None:
    """The state or place that a word names, or whose soil it is ("on *Ecuadorean* soil")."""
    return owner_of(scene, j, depth=0) if scene.lemma(j) in GROUND else scene.mention(j)


def _at(scene: Scene, top: int) -> Iterator[int]:
    """The phrases of place on a word, and what a region is of ("in the west *of Syria*")."""
    for c in scene.children(top, "obl", "nmod"):
        if c > top and scene.case(c) in SITES:
            yield c
            yield from (d for d in scene.children(c, "nmod") if scene.case(d) in ("of", "in"))
