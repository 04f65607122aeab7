"""The registry of extractors, and the one function that runs them over a document."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points

from demarche.claims.acts import acts
from demarche.claims.assertions import assertions
from demarche.claims.engagements import (
    announced,
    captions,
    carried_on,
    engagements,
    from_title,
    gatherings,
    in_company,
    russian_engagements,
    tells_of,
    way,
    with_attendees,
    with_confidence,
)
from demarche.claims.figures import figures
from demarche.claims.places import located
from demarche.claims.positions import positions
from demarche.claims.scene import Scene, scenes
from demarche.claims.statements import russian_statements, silences, statements
from demarche.lexicon import Knowledge
from demarche.lexicon.acts import act_lexicon
from demarche.lexicon.events import event_lexicon
from demarche.model import Act, BadValue, Claim, Document, Engagement, Parsed

Extractor = Callable[[Document, Parsed, list[Scene]], Iterator[Claim]]


def _engagements(document: Document, parsed: Parsed, all_scenes: list[Scene]) -> Iterator[Claim]:
    lexicon, ahead = event_lexicon(), announced(document, parsed)
    found: list[Engagement] = []
    for n, scene in enumerate(all_scenes):
        gathered = list(gatherings(scene, lexicon))
        after = all_scenes[n + 1 : n + 2]
        new = engagements(scene, lexicon, told=found, before=all_scenes[:n], announced=ahead, after=after)
        found.extend(gathered)
        found.extend(e for e in new if not any(tells_of(g, e) or way(e) in ("sensed", "linked") for g in gathered))
    told = in_company(document, list(with_attendees(found, all_scenes)), all_scenes)
    yield from carried_on(list(with_confidence(told, all_scenes)), all_scenes)
    yield from from_title(document, parsed, all_scenes, found, lexicon)


def _events(document: Document, parsed: Parsed, all_scenes: list[Scene]) -> Iterator[Claim]:
    """Engagements, then acts: whoever met is whom "both sides" or a plea without a name may mean."""
    met: list[Engagement] = []
    for claim in _engagements(document, parsed, all_scenes):
        met += [claim] if isinstance(claim, Engagement) else []
        yield claim
    yield from _acts(all_scenes, met)


def _acts(all_scenes: list[Scene], met: list[Engagement]) -> Iterator[Claim]:
    told: list[Act] = []
    for scene in all_scenes:
        told += list(acts(scene, act_lexicon(), told, met))
    yield from told


def _captions(document: Document, parsed: Parsed, all_scenes: list[Scene]) -> Iterator[Claim]:
    for scene in all_scenes:
        yield from captions(scene)


def _said(document: Document, parsed: Parsed, all_scenes: list[Scene]) -> Iterator[Claim]:
    """Statements, and what leans on them: positions taken in them, figures given by their speakers."""
    said = list(statements(document, parsed, all_scenes))
    yield from said
    if parsed.backend.startswith("natasha/"):
        return  # the words of stance and quantity are English so far
    for scene in all_scenes:
        near = [s for s in said if s.content.start < scene.sentence.end and scene.sentence.start < s.content.end]
        yield from positions(scene, near)
        yield from figures(scene, near)


EXTRACTORS: dict[str, Extractor] = {
    "engagements, acts": _events,
    "captions": _captions,
    "engagements in Russian": russian_engagements,
    "statements, positions, figures": _said,
    "omissions": silences,
    "statements in Russian": russian_statements,
    "assertions": assertions,
}


@cache
def _outside() -> tuple[Extractor, ...]:
    """What other packages bring; asking for it takes longer than a short text."""
    return tuple(point.load() for point in entry_points(group="demarche.extractors"))


def claims(document: Document, parsed: Parsed, known: Knowledge) -> Iterator[Claim]:
    """Everything that one document says, each claim once, with its id; boilerplate says nothing."""
    if not parsed.read:
        return
    all_scenes = list(scenes(document, parsed))
    seen: set[str] = set()
    for extractor in (*EXTRACTORS.values(), *_outside()):
        for claim in extractor(document, parsed, all_scenes):
            claim = located(claim, known).with_id()
            if claim.id not in seen and not _in_boilerplate(document, claim):
                seen.add(claim.id)
                yield _verified(document, claim)


def _in_boilerplate(document: Document, claim: Claim) -> bool:
    return any(b.start < claim.end and claim.start < b.end for b in document.boilerplate)


def _verified(document: Document, claim: Claim) -> Claim:
    """Law 2 of the house: no claim without its words."""
    if document.text[claim.start : claim.end] != claim.quote:
        raise BadValue(f"{claim.found_by} quotes words that do not stand at {claim.start}-{claim.end}: {claim.quote!r}")
    return claim
