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
        came = [
            *_in_clause(scenes[n], e),
            *(m for scene in scenes[n + 1 : n + 1 + NEXT] for _, m in _doers(scene) if _leads(m)),
        ]
        people = (*e.participants, *_new(e, came), *_host(e))
        known = {p.country for p in people if p.country}
        yield msgspec.structs.replace(e, participants=people, level=matched_level(people)) if len(known) > 1 else e


def _is_open(e: Engagement, scene: Scene) -> bool:
    if e.mode not in GATHERED or e.status not in PRESENT or e.generic or scene.document.official_of:
        return False
    whole = e.mode == "summit" or ".alone/" in e.found_by or all(p.organisation for p in e.participants)
    return whole and len({p.country for p in e.participants if p.country}) < 2


def _in_clause(scene: Scene, e: Engagement) -> Iterator[Mention]:
    """Those who do what the gathering's own clause says: persons in office, and states."""
    for i, m in _doers(scene):
        head = scene.tokens[i].head
        covered = [scene.tokens[k].start for k in scene.subtree(head)] if head >= 0 else []
        if (_leads(m) or m.kind == "state") and any(e.start <= start < e.end for start in covered):
            yield m


def _doers(scene: Scene) -> Iterator[tuple[int, Mention]]:
    """The subjects of a sentence, and those by whom something is done."""
    for i, token in enumerate(scene.tokens):
        if token.deprel.startswith(("nsubj", "obl:agent")):
            yield from ((i, m) for _, m in actors(scene, i) if m.country and not m.plural)


def _leads(m: Mention) -> bool:
    return m.kind in ("person", "office") and m.level in ("head", "minister", "deputy")


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
