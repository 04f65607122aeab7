"""Photo captions: "Lavrov at the forum in Bali with …; in Uganda with President …" - who stood beside whom, and where.

A caption shows that people were in one place. It is evidence of a visit, never alone of a bilateral meeting, and is
marked so (`evidence_kind: photo_caption`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from demarche.claims.engagements.level import matched_level
from demarche.claims.parties import party, place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.lexicon.plover import plover
from demarche.model import Engagement, Mention, Stretch

VERSION = "1"
PEOPLE = frozenset({"person", "office"})
WITH = re.compile(r"\s*,?\s*(?:\([^)]*\)\s*)?(?:together |alongside |along )?with\s+(?:the\s+)?", re.IGNORECASE)
IN = re.compile(r"(?:^|\W)(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)


def captions(scene: Scene) -> Iterator[Engagement]:
    """The visits that the caption-like parts of a sentence show."""
    subject = next((m for m in scene.mentions if m.kind in PEOPLE and m.country), None)
    if subject is None or not _is_caption(scene):
        return
    for place, beside in _beside(scene):
        hosts = [m for m in beside if m.country == place.country]
        if hosts and place.country != subject.country and subject not in beside:
            yield _claim(scene, subject, place, hosts)


def _is_caption(scene: Scene) -> bool:
    """Does the sentence speak of pictures, or stand without any finite verb, as captions do?"""
    words = event_lexicon().pictures
    if any(scene.lemma(i) in words for i in range(len(scene.tokens))):
        return True
    return not any(scene.feature(i, "VerbForm") == "Fin" for i in range(len(scene.tokens)))


def _beside(scene: Scene) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each "in PLACE with PEOPLE" of a sentence."""
    text = scene.document.text
    for k, place in enumerate(scene.mentions):
        if place.kind not in ("place", "state") or not place.country:
            continue
        before = IN.search(text[scene.sentence.start : place.start])
        if before is None or _of_a_gathering(text[scene.sentence.start : place.start][: before.start() + 1]):
            continue
        after = [m for m in scene.mentions[k + 1 :] if m.kind in PEOPLE and m.start >= place.end]
        if after and WITH.fullmatch(text[place.end : after[0].start]):
            yield place, list(_joined(text, after))


def _of_a_gathering(lead: str) -> bool:
    """Is the place that of a meeting just named ("the G-20 meeting *in Bali*")? Then people came to that, not to it."""
    words = lead.split()
    return bool(words) and words[-1].lower() in event_lexicon().gatherings


def _joined(text: str, people: list[Mention]) -> Iterator[Mention]:
    """The first of some mentions and those joined to it by commas and "and"."""
    yield people[0]
    for last, following in pairwise(people):
        if text[last.end : following.start].strip() not in (",", "and", ", and", "&"):
            return
        yield following


def _claim(scene: Scene, subject: Mention, place: Mention, hosts: list[Mention]) -> Engagement:
    people = (party(subject, "visitor"), *(party(m, "host") for m in hosts))
    start = min(subject.start, place.start)
    end = max(h.end for h in hosts)
    codes, cameo = plover("visit", "happened")
    return Engagement(
        document=scene.document.id,
        start=start,
        end=end,
        quote=scene.document.text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"engagements.caption/{VERSION}",
        confidence=0.6,
        mode="visit",
        status="happened",
        participants=people,
        place=place_of(scene, place),
        level=matched_level(people),
        evidence_kind="photo_caption",
        plover=codes,
        cameo=cameo,
    )
