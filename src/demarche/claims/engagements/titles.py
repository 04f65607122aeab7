"""Official titles -> engagements: "Telephone conversation with President of Uzbekistan Islam Karimov".

A government's readout often names the engagement and the other side in its title alone, and its text goes on with "the
two leaders discussed …". The claim rests on the words of the text that tell of it; whoever stands in the title only
has no stretch of the text, and is marked so by having none.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from demarche.claims.engagements.announced import stating
from demarche.claims.engagements.datable import is_of_a_thing
from demarche.claims.engagements.extract import engagements
from demarche.claims.engagements.level import matched_level
from demarche.claims.engagements.scenery import towns
from demarche.claims.engagements.status import status_at
from demarche.claims.engagements.stops import PRESENT
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene, scenes
from demarche.lexicon.events import EventLexicon
from demarche.model import Document, Engagement, Mention, Parsed, Participant, Place, Stretch, Time, When
from demarche.model.values import Status

VERSION = "1"
JOINT = frozenset({"discuss", "exchange", "speak", "talk", "meet", "review", "hold", "agree", "consider", "thank"})
"""Verbs of a first paragraph that tell of the engagement its title names."""
_ALIKE: dict[Status, tuple[Status, ...]] = dict.fromkeys(("planned", "expected"), ("planned", "expected"))
NEAR = timedelta(days=31)
LOOK = 4
"""Sentences of the text in which its telling words are looked for."""


def from_title(
    document: Document, parsed: Parsed, all_scenes: Sequence[Scene], found: Iterable[Engagement], lexicon: EventLexicon
) -> Iterator[Engagement]:
    """The engagement an official title names, unless the text itself told of it already."""
    if document.source_class != "official" or parsed.title is None or not document.title or not all_scenes:
        return
    near = all_scenes[:LOOK]
    scene = next((s for s in near if _telling(s)), near[0])
    for claim in _of_title(document, parsed.title, lexicon):
        status = _status(claim, scene)
        told = (e for e in found if e.status in _ALIKE.get(status, (status,)))
        if not any(_same(claim, e, document.official_of) for e in told):
            yield _in_text(document, stating(claim, status), scene, near)


def _of_title(document: Document, title: Parsed, lexicon: EventLexicon) -> Iterator[Engagement]:
    """What the extractor finds in the title, with the publishing side put in where the title leaves it out."""
    headline = msgspec.structs.replace(document, text=document.title or "", boilerplate=(), title=None)
    for scene in scenes(headline, title):
        yield from engagements(scene, lexicon, own_side=document.official_of)


def _same(of_title: Engagement, of_text: Engagement, publisher: str | None) -> bool:
    """Does the text tell of the title's engagement: one of the same mode, with another side of the title's in it?"""
    ours = {p.side for p in of_title.participants} - {publisher}
    return of_title.mode == of_text.mode and bool(ours & {p.side for p in of_text.participants})


def _status(claim: Engagement, scene: Scene) -> Status:
    """A title has no tense ("on the meeting with X"): its plan is a plan where the text tells of it as one."""
    told = next((status_at(scene, v) for v in _telling(scene)), claim.status)
    return told if claim.status == "happened" and told in ("planned", "expected") else claim.status


def _in_text(document: Document, claim: Engagement, scene: Scene, near: Sequence[Scene]) -> Engagement:
    mentions = [m for s in near for m in s.mentions]
    people = tuple(_placed(p, mentions) for p in claim.participants)
    span = Stretch(scene.sentence.start, scene.sentence.end)
    return msgspec.structs.replace(
        claim,
        start=span.start,
        end=span.end,
        quote=document.text[span.start : span.end],
        sentence=span,
        found_by=f"engagements.title/{VERSION}",
        confidence=0.75,
        participants=people,
        date=_only_day(scene),
        place=_only_place(claim, scene),
        topics=(),
        about=(),
        level=matched_level(people),
    )


def _only_day(scene: Scene) -> When | None:
    """The day that the telling sentence names, if it names one only."""
    days = [t for t in scene.times if t.type == "DATE" and t.precision == "day" and not is_of_a_thing(scene, t)]
    return date_of(scene, days[0]) if len(days) == 1 and _is_news(scene, days[0]) else None


def _is_news(scene: Scene, day: Time) -> bool:
    """Is a day near that of publication? What a title announces is no matter of last year."""
    published = scene.document.published
    if not published or not day.first:
        return True
    return abs(date.fromisoformat(day.first) - date.fromisoformat(published)) <= NEAR


def _only_place(claim: Engagement, scene: Scene) -> Place | None:
    """The town in which the telling sentence is, if it is in one only and the title tells of people in a place."""
    found = list(towns(scene)) if claim.mode in PRESENT else []
    return found[0] if len({p.country for p in found}) == 1 else None


def _telling(scene: Scene) -> list[int]:
    return [i for i, t in enumerate(scene.tokens) if t.upos == "VERB" and scene.lemma(i) in JOINT]


def _placed(person: Participant, mentions: Sequence[Mention]) -> Participant:
    """The participant with the words of the text that name them, where there are such."""
    for m in mentions:
        same = m.actor == person.actor if person.actor else m.name == person.name
        if same and m.country == person.country:
            return msgspec.structs.replace(person, start=m.start, end=m.end)
    return msgspec.structs.replace(person, start=None, end=None)
