"""A sentence -> triples of CAMEO codes: its acts, and the engagements of those between whom no act is told.

A visit is 042 and, the other way round, 043; what two do together stands once in each direction.
"""

from collections.abc import Iterator
from itertools import permutations

from demarche.claims.acts.triples import Triple, triples
from demarche.claims.engagements.extract import engagements
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon
from demarche.lexicon.cameo import actor_code
from demarche.lexicon.events import event_lexicon
from demarche.model import Engagement, Participant

GUESTS = frozenset({"visitor", "delegation"})
MOST = 4
"""Of a larger gathering no pairs are coded: those who attend do not each deal with each."""


def sentence_triples(scene: Scene, lexicon: ActLexicon) -> list[Triple]:
    """All events of a sentence between two whose codes are known, each once."""
    acts = triples(scene, lexicon)
    dealt = {frozenset((t.source[:3], t.target[:3])) for t in acts}
    met = (t for e in engagements(scene, event_lexicon()) for t in _of(e))
    return list(dict.fromkeys([*acts, *(t for t in met if frozenset((t.source[:3], t.target[:3])) not in dealt)]))


def _of(e: Engagement) -> Iterator[Triple]:
    """The triples of an engagement; of a visit that names no host, against the state it leads to."""
    if e.cameo is None:
        return
    guests = [code for p in e.participants if p.part in GUESTS and (code := actor_code(p))]
    if e.mode == "visit" and guests:
        yield from _visit(e, guests)
        return
    sides = list(dict.fromkeys(code for p in e.participants if (code := actor_code(p))))
    if len(sides) <= MOST:
        yield from (Triple(a, b, e.cameo) for a, b in permutations(sides, 2) if a[:3] != b[:3] or a[:3] == "IGO")


def _visit(e: Engagement, guests: list[str]) -> Iterator[Triple]:
    hosts = [code for p in e.participants if p.part not in GUESTS and (code := actor_code(p))]
    land = actor_code(Participant(country=e.place.country)) if e.place and e.place.country else None
    for guest in guests:
        for host in dict.fromkeys(hosts or ([land] if land else [])):
            yield Triple(guest, host, e.cameo or "")
            if e.cameo == "042":
                yield Triple(host, guest, "043")
