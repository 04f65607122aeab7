"""Sentences -> engagements: who engaged whom, as verbs and nouns tell it."""

from collections.abc import Iterator, Sequence

from demarche.claims.attribution import reported_by
from demarche.claims.engagements.about import about, named
from demarche.claims.engagements.again import as_told, goes_on, without_echoes
from demarche.claims.engagements.announced import as_announced
from demarche.claims.engagements.apart import apart
from demarche.claims.engagements.bodies import assembled, at_a_member, comes_together
from demarche.claims.engagements.cast import cast, once
from demarche.claims.engagements.circumstance import at_stop
from demarche.claims.engagements.dated import dated
from demarche.claims.engagements.flown_in import come_to
from demarche.claims.engagements.found import Found as _Found
from demarche.claims.engagements.generic import is_generic
from demarche.claims.engagements.heard import heard, overheard
from demarche.claims.engagements.level import matched_level
from demarche.claims.engagements.linked import completed
from demarche.claims.engagements.lone import alone as by_itself
from demarche.claims.engagements.lone import opened, resumed
from demarche.claims.engagements.medium import called_on, mode_of, received_in, remote
from demarche.claims.engagements.presence import present
from demarche.claims.engagements.recall import recalled
from demarche.claims.engagements.refused import is_refused
from demarche.claims.engagements.rivals import own_words, rivals
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.sensed import is_ahead
from demarche.claims.engagements.sides import (
    at_home,
    in_private,
    in_public,
    is_land,
    plausible,
    strong,
    with_hosts,
    with_own,
    with_publisher,
)
from demarche.claims.engagements.standing import standing
from demarche.claims.engagements.stops import stops
from demarche.claims.engagements.strangers import of_their_state
from demarche.claims.engagements.surface import surface_cast
from demarche.claims.engagements.trigger import Trigger, triggers
from demarche.claims.engagements.where import where
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.lexicon.plover import plover
from demarche.model import Engagement, Participant, Place, Stretch, When
from demarche.model.values import Mode, Status

VERSION = "1"
NAMED: frozenset[Mode] = frozenset({"call", "virtual_meeting", "meeting"})
"""Modes that name a form of their own."""
PRIOR = {
    "verb": 0.9,
    "noun": 0.8,
    "surface": 0.6,
    "recalled": 0.6,
    "alone": 0.5,
    "sensed": 0.5,
    "linked": 0.45,
    "present": 0.5,
}
"""How far each way of telling is trusted, before anything is known of the actors."""


def engagements(
    scene: Scene,
    lexicon: EventLexicon,
    own_side: str | None = None,
    told: Sequence[Engagement] = (),
    before: Sequence[Scene] = (),
    announced: frozenset[str] = frozenset(),
    after: Sequence[Scene] = (),
) -> Iterator[Engagement]:
    """The engagements that one sentence reports.

    `own_side` is the country or organisation that publishes an official title: it takes part where only one side is
    named ("Meeting with President of Belarus Alexander Lukashenko"). `told` and `before` are the document's earlier
    engagements and sentences, for "the call" that goes back to them; `after` is the next sentence, for one that is
    named before the text says whose it is; `announced` are the sides of what its title announces.
    """
    all_triggers = list(triggers(scene, lexicon))
    found = [f for t in all_triggers if (f := _found(scene, t, lexicon, own_side, told, before, after))]
    found += _seen(scene, lexicon, found, told)
    found += _guessed(scene, lexicon, all_triggers, found, before, after, told)
    if all(f.mode != "visit" for f in found):
        found += present(scene, lexicon, told, found)
    journeys: set[object] = set()
    real = rivals(scene, all_triggers, {f.trigger.token for f in found})
    for f in without_echoes(scene, found):
        others = real - own_words(scene, f.trigger)
        for e in _claims(scene, f, others, lexicon, told, after):
            sides = (e.status, frozenset((p.side, p.part) for p in e.participants))
            known = e.mode == "visit" and sides in journeys
            if not known and not _is_private(scene, f, e) and not goes_on(scene, f, e, lexicon, told):
                journeys.add(sides)  # "a tour that takes him to": one journey, told twice
                yield as_announced(scene, e, f.trigger, told, announced)


def _is_private(scene: Scene, f: _Found, e: Engagement) -> bool:
    """Does somebody go where he has no office to go for? In a tale of long ago the office of that day counts."""
    told, published = e.date.start if e.date else None, scene.document.published
    then = None if told is None or published is None or told[:4] == published[:4] else told
    alone = f.trigger.verb is not None and not f.trigger.verb.object_words  # who leads a delegation is sent
    return e.mode == "visit" and alone and in_private(e.participants, then)


def _seen(scene: Scene, lexicon: EventLexicon, found: Sequence[_Found], told: Sequence[Engagement]) -> list[_Found]:
    """What the model alone takes for an engagement."""
    known = [(frozenset(p.side for p in f.people), is_ahead(scene, f.trigger)) for f in found]
    taken = frozenset(t for f in found for t in (f.trigger.token, f.trigger.anchor))
    return [
        _Found(s.trigger, remote(scene, s.trigger, lexicon, s.mode), s.roles, s.people, s.places, "sensed")
        for s in heard(scene, lexicon, known, taken, told)
    ]


def _guessed(
    scene: Scene,
    lexicon: EventLexicon,
    all_triggers: Sequence[Trigger],
    found: Sequence[_Found],
    before: Sequence[Scene],
    after: Sequence[Scene],
    told: Sequence[Engagement],
) -> list[_Found]:
    """What the model takes for one whose sides the text names elsewhere."""
    taken = frozenset(t for f in found for t in (f.trigger.token, f.trigger.anchor))
    open_words = frozenset(t.token for t in all_triggers)
    journeys = [{p.side for p in f.people} for f in found if f.mode == "visit"]
    unnamed = overheard(scene, lexicon, taken, open_words, before, after, told)
    new = (s for s in unnamed if s.mode != "visit" or not any({p.side for p in s.people} <= own for own in journeys))
    return [_Found(s.trigger, s.mode, s.roles, s.people, s.places, "linked") for s in new]


def _found(
    scene: Scene,
    trigger: Trigger,
    lexicon: EventLexicon,
    own_side: str | None,
    told: Sequence[Engagement],
    before: Sequence[Scene],
    after: Sequence[Scene],
) -> _Found | None:
    roles, way = _roles(scene, trigger)
    roles = assembled(scene, roles)
    if trigger.verb is None or not trigger.verb.object_words:  # a state does send envoys
        roles = [r for r in roles if not is_land(scene, r)]
    if (trigger.verb or not strong(roles)) and (more := list(standing(scene, trigger, roles, told, before))):
        roles, way = once([*more, *roles]), "recalled"
    if not in_public(roles) or is_refused(scene, trigger, roles, lexicon):
        return None
    mode = mode_of(scene, trigger, lexicon, {e.mode for e in told if e.mode in NAMED and e.status == "happened"})
    mode = called_on(trigger, mode, roles)
    frame = trigger.verb or trigger.noun
    places = where(scene, trigger, frame.place if frame else ()) or come_to(scene, trigger, roles, told)
    if trigger.verb and trigger.verb.needs == ("place",) and not places:
        return None
    known = with_own([party(r.mention, r.part) for r in roles if _is_known(scene, r)], scene.document.official_of)
    people = with_hosts(known, places, mode, received=bool(trigger.verb and trigger.verb.subject == "host"))
    mode = received_in(trigger, mode, people, places)
    if mode != "summit":
        people = with_publisher(people, own_side)
    if mode == "visit" and at_home(scene, people, before):
        return None
    people = of_their_state(scene, trigger, mode, people, before, after)
    alone = comes_together(scene, trigger, roles, mode)
    if not plausible(people, mode) and not alone:
        named = people
        people, way = list(recalled(scene, trigger, mode, told, before)), "recalled"
        people = people or list(resumed(scene, trigger, mode, roles, told, before))
        people = people or list(opened(scene, trigger, mode, roles, before, after))
        if not people and by_itself(scene, trigger, mode, roles, places):
            people, way, alone = completed(scene, trigger.token, mode, named, before, after), "alone", True
    elif trigger.weak and trigger.noun and trigger.light is None and not own_side and not strong(roles):
        return None
    people = at_a_member(people, places) if alone and mode == "summit" else people
    mode = mode if places else as_told(trigger, mode, people, told)
    return _Found(trigger, mode, roles, people, places, way) if alone or plausible(people, mode) else None


def _is_known(scene: Scene, role: Role) -> bool:
    """Has an actor a side or a name? A government's own text names whomever it met, news says "the Prime Minister"."""
    m = role.mention
    return bool(m.country or m.organisation or m.name or not scene.document.official_of)


def _roles(scene: Scene, trigger: Trigger) -> tuple[list[Role], str]:
    """The cast by the parse, or by word order where the parse gives fewer than two sides; and which of the two."""
    roles = cast(scene, trigger)
    if strong(roles) or (trigger.weak and trigger.noun) or trigger.kind.mode == "visit":
        return roles, "verb" if trigger.verb else "noun"
    backup = once([*roles, *surface_cast(scene, trigger)])
    return (backup, "surface") if strong(backup) else (roles, "verb" if trigger.verb else "noun")


def _claims(
    scene: Scene,
    f: _Found,
    others: frozenset[int],
    lexicon: EventLexicon,
    told: Sequence[Engagement],
    after: Sequence[Scene],
) -> Iterator[Engagement]:
    date, status = dated(scene, f, others, told, after)
    generic = is_generic(scene, f.trigger, lexicon.generic)
    for own in apart(scene, f):
        for people, place in stops(scene, own, told, status):
            yield _claim(scene, f, people, place, at_stop(scene, f.places, place) or date, status, generic)


def _claim(
    scene: Scene,
    f: _Found,
    people: list[Participant],
    place: Place | None,
    date: When | None,
    status: Status,
    generic: bool,
) -> Engagement:
    span = _span(scene, f.trigger, people, date, place)
    discussed = about(scene, f.trigger)
    codes, cameo = plover(f.mode, status)
    sentence = Stretch(scene.sentence.start, scene.sentence.end)
    return Engagement(
        document=scene.document.id,
        start=span.start,
        end=span.end,
        quote=scene.document.text[span.start : span.end],
        sentence=sentence,
        found_by=f"engagements.{f.way}/{VERSION}",
        confidence=_confidence(f, people),
        attributed_to=reported_by(scene, f.trigger.anchor),
        mode=f.mode,
        status=status,
        participants=tuple(people),
        date=date,
        place=place,
        event_name=_event_name(scene, f.trigger),
        topics=named(discussed),
        about=discussed,
        level=matched_level(people),
        generic=generic,
        plover=codes,
        cameo=cameo,
    )


def _confidence(f: _Found, people: list[Participant]) -> float:
    """A prior by the way of telling, lowered where an actor is only linked by a pronoun or is unknown."""
    base = PRIOR[f.way]
    doubt = min((r.mention.confidence for r in f.roles), default=1.0)
    known = all(p.country or p.organisation for p in people)
    return round(base * (0.5 + 0.5 * doubt) * (1.0 if known else 0.85), 3)


def _span(scene: Scene, trigger: Trigger, people: list[Participant], date: When | None, place: Place | None) -> Stretch:
    """The stretch that holds the event word, everybody in it, its date and its place."""
    marks = [scene.tokens[t] for t in (trigger.token, trigger.anchor)]
    starts, ends = [t.start for t in marks], [t.end for t in marks]
    for p in people:
        if p.start is not None and p.end is not None and scene.sentence.start <= p.start < scene.sentence.end:
            starts.append(p.start)
            ends.append(p.end)
    for words in (date.words if date else None, place.words if place else None):
        if words and scene.sentence.start <= words.start:
            starts.append(words.start)
            ends.append(words.end)
    return Stretch(min(starts), max(ends))


def _event_name(scene: Scene, trigger: Trigger) -> str | None:
    """The summit or forum on whose margins people met, when the sentence names it."""
    if trigger.kind.mode != "summit":
        return None
    for c in scene.children(trigger.token, "compound", "nmod", "amod"):
        mention = scene.mention(c)
        if mention and mention.kind == "organisation":
            return f"{mention.name or mention.organisation} {scene.lemma(trigger.token)}"
    return None
