"""Who was at a gathering that names nobody: those who act in its sentence and speak up in the next ones, and its host.

"Leaders gathered in Lisbon for a summit. Senegal's president told the others …": news tells who came by what they did.
Official texts list those who took part, and are left as they are.
"""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.actors import actors
from demarche.claims.engagements.level import matched_level
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.model import Engagement, Mention, Participant
from demarche.model.values import Mode

NEXT = 2
"""Sentences after its own in which those who came may act."""
GATHERED: frozenset[Mode] = frozenset({"summit", "meeting"})
PRESENT = frozenset({"happened", "ongoing"})


def with_attendees(found: Sequence[Engagement], scenes: Sequence[Scene]) -> Iterator[Engagement]:
    """The engagements of a text, gatherings without two states among them with those who were there."""
    places = {scene.sentence.start: n for n, scene in enumerate(scenes)}
    for e in found:
        if e.sentence is None or not _is_open(e, scenes[places[e.sentence.start]]):
            yield e
            continue
        n = places[e.sentence.start]
        came = list(_came(scenes[n : n + 1 + NEXT]))
        people = (*e.participants, *_new(e, came), *_host(e))
        known = {p.country for p in people if p.country}
        yield msgspec.structs.replace(e, participants=people, level=matched_level(people)) if len(known) > 1 else e


def _is_open(e: Engagement, scene: Scene) -> bool:
    if e.mode not in GATHERED or e.status not in PRESENT or e.generic or scene.document.official_of:
        return False
    whole = e.mode == "summit" or ".alone/" in e.found_by or all(p.organisation for p in e.participants)
    return whole and len({p.country for p in e.participants if p.country}) < 2


def _came(scenes: Sequence[Scene]) -> Iterator[Mention]:
    """Those who do something in these sentences: states in the first one only, persons in office in all."""
    for n, scene in enumerate(scenes):
        for i, token in enumerate(scene.tokens):
            if not token.deprel.startswith(("nsubj", "obl:agent")):
                continue
            for _, m in actors(scene, i):
                person = m.kind in ("person", "office") and m.level in ("head", "minister", "deputy")
                if m.country and not m.plural and (person or (n == 0 and m.kind == "state")):
                    yield m


def _new(e: Engagement, came: Sequence[Mention]) -> Iterator[Participant]:
    seen = {p.country for p in e.participants if p.country}
    for m in came:
        if m.country and m.country not in seen:
            seen.add(m.country)
            yield party(m, "attendee", "attended")


def _host(e: Engagement) -> Iterator[Participant]:
    """The state in which they gather."""
    place = e.place
    if place and place.country and place.words and place.country not in {p.country for p in e.participants}:
        yield Participant(
            name=place.name, country=place.country, part="host", start=place.words.start, end=place.words.end
        )
