"""Russian sentences -> engagements with the same fields as English ones."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.engagements.level import matched_level
from demarche.claims.engagements.russian.actors import actors, people
from demarche.claims.engagements.russian.cast import Cast, cast, places
from demarche.claims.engagements.russian.status import status_of
from demarche.claims.engagements.russian.subjects import subjects
from demarche.claims.engagements.russian.triggers import Trigger, triggers
from demarche.claims.engagements.sides import plausible, with_hosts, with_publisher
from demarche.claims.parties import date_of, party
from demarche.claims.scene import Scene
from demarche.lexicon.engagement_words import EngagementWords, engagement_words
from demarche.lexicon.plover import plover
from demarche.model import Claim, Document, Engagement, Parsed, Participant, Place, Stretch, When
from demarche.model.values import Mode, Status

VERSION = "1"
REACH = 12
"""Words either side of the event word within which a word for a medium counts."""


class _Found(msgspec.Struct, frozen=True):
    trigger: Trigger
    mode: Mode
    cast: list[Cast]
    people: list[Participant]
    places: list[Place]


def russian_engagements(document: Document, parsed: Parsed, scenes: Sequence[Scene]) -> Iterator[Claim]:
    """The engagements that a Russian text reports; a text of another language has none."""
    if not parsed.backend.startswith("natasha/"):
        return
    words = engagement_words("ru")
    told: list[Engagement] = []
    for scene in scenes:
        for claim in _of_sentence(scene, words, told):
            told.append(claim)
            yield claim


def _of_sentence(scene: Scene, words: EngagementWords, told: Sequence[Engagement]) -> Iterator[Engagement]:
    events = triggers(scene, words)
    tokens = [t.token for t in events]
    found = [f for t in events if (f := _found(scene, t, [o for o in tokens if o != t.token], words))]
    for f in _without_echoes(found, told):
        date = _when(scene, f.trigger, [g.trigger.token for g in found])
        past = f.trigger.verb >= 0 and scene.feature(f.trigger.verb, "Tense") == "Past"
        date = _last_year(scene, date) if past and f.trigger.direct else date
        status = _in_time(scene, status_of(scene, f.trigger, words), date)
        for group, place in _tour(f):
            yield _claim(scene, f, group, place, date, status, words)


def _found(scene: Scene, trigger: Trigger, others: list[int], words: EngagementWords) -> _Found | None:
    roles = cast(scene, trigger, others)
    mode = _mode(scene, trigger, words)
    where = places(scene, trigger, others)
    sides = with_hosts([party(r.actor.mention, r.part) for r in roles], where, mode)
    if trigger.is_noun and any(r.actor.preposition in ("с", "между") for r in roles):
        sides = with_publisher(sides, scene.document.official_of)
    return _Found(trigger, mode, roles, sides, where) if plausible(sides, mode) else None


def _mode(scene: Scene, trigger: Trigger, words: EngagementWords) -> Mode:
    """The mode of the word, unless words nearby tell that people spoke by telephone or video."""
    near = range(max(0, trigger.token - REACH), min(len(scene.tokens), trigger.token + REACH + 1))
    lemmas = {part for k in near for part in (scene.lemma(k), *scene.lemma(k).split("-"))}
    if trigger.mode in ("call", "meeting", "talks", "summit") and lemmas & words.cues.by_video:
        return "virtual_meeting"
    if trigger.mode == "talks" and lemmas & words.cues.by_phone:
        return "call"
    return trigger.mode


def _without_echoes(found: list[_Found], told: Sequence[Engagement]) -> list[_Found]:
    """*встретился для переговоров*, *в ходе беседы обсудили*: a weaker word with the same people goes."""
    kept: list[_Found] = []
    for f in sorted(
        found, key=lambda f: (f.mode == "talks", f.trigger.frame.weak, not f.trigger.direct, f.trigger.token)
    ):
        sides = {p.side for p in f.people}
        same = any(sides <= {p.side for p in k.people} and (k.mode == f.mode or _is_echo(f)) for k in kept)
        if not same and not (_is_echo(f) and any(sides <= {p.side for p in e.participants} for e in told)):
            kept.append(f)
    return sorted(kept, key=lambda f: f.trigger.token)


def _is_echo(f: _Found) -> bool:
    """Does the word alone say nothing new: talk, or a circumstance of something else?"""
    own = any(c.actor.preposition in ("с", "между") for c in f.cast)
    return f.mode == "talks" or f.trigger.frame.weak or (f.trigger.is_noun and not f.trigger.direct and not own)


def _when(scene: Scene, trigger: Trigger, events: Sequence[int]) -> When | None:
    """The expression of time nearest to an event, unless another event of the sentence stands nearer to it."""
    dated = [t for t in scene.times if t.first or t.last]
    at = scene.tokens[trigger.token].start
    starts = [scene.tokens[k].start for k in events]
    own = [t for t in dated if abs(t.start - at) == min((abs(t.start - s) for s in starts), default=0)]
    best = min(own or (dated if len(dated) == 1 else []), key=lambda t: abs(t.start - at), default=None)
    return date_of(scene, best) if best else None


def _last_year(scene: Scene, date: When | None) -> When | None:
    """*6 октября состоялись переговоры* in a text of July: a day without a year that a past tense puts in the last."""
    published = scene.document.published
    if not (date and date.start and date.end and published and date.start > published) or date.precision != "day":
        return date
    if re.search(r"\d{4}", date.expression or "") or date.start[5:] == "02-29":
        return date
    back = f"{int(date.start[:4]) - 1}{date.start[4:]}"
    return msgspec.structs.replace(date, start=back, end=back)


def _in_time(scene: Scene, status: Status, date: When | None) -> Status:
    """What is dated after the day of publication has not happened yet."""
    published = scene.document.published
    late = bool(date and date.start and published and date.start > published)
    return "planned" if status == "happened" and late else status


def _tour(f: _Found) -> Iterator[tuple[list[Participant], Place | None]]:
    """One visit for each country visited; anything else as it is."""
    hosts = list(dict.fromkeys(p.country for p in f.people if p.part == "host"))
    if f.mode != "visit" or len(hosts) < 2:
        yield f.people, next(iter(f.places), None)
        return
    for country in hosts:
        place = next((p for p in f.places if p.country == country), None)
        yield [p for p in f.people if p.part != "host" or p.country == country], place


def _claim(
    scene: Scene, f: _Found, group: list[Participant], place: Place | None, date: When | None, status: Status,
    words: EngagementWords,
) -> Engagement:  # fmt: skip
    span = _span(scene, f.trigger, group, date, place)
    codes, cameo = plover(f.mode, status)
    return Engagement(
        document=scene.document.id,
        start=span.start,
        end=span.end,
        quote=scene.document.text[span.start : span.end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"engagements.russian/{VERSION}",
        confidence=0.8 if all(p.country or p.organisation for p in group) else 0.65,
        attributed_to=_reported_by(scene, f, words),
        mode=f.mode,
        status=status,
        participants=tuple(group),
        date=date,
        place=place,
        level=matched_level(group),
        plover=codes,
        cameo=cameo,
    )


def _span(scene: Scene, trigger: Trigger, group: list[Participant], date: When | None, place: Place | None) -> Stretch:
    """The stretch that holds the event word, everybody in it, its date and its place."""
    marks = [(t.start, t.end) for t in (scene.tokens[k] for k in {trigger.token, trigger.verb} if k >= 0)]
    marks += [(p.start, p.end) for p in group if p.start is not None and p.end is not None]
    marks += [(w.start, w.end) for w in (date.words if date else None, place.words if place else None) if w]
    inside = [m for m in marks if scene.sentence.start <= m[0] and m[1] <= scene.sentence.end]
    return Stretch(min(a for a, _ in inside), max(b for _, b in inside))


def _reported_by(scene: Scene, f: _Found, words: EngagementWords) -> Participant | None:
    """The speaker above the clause: *Песков сообщил, что Путин проведёт переговоры*."""
    everybody = people(actors(scene))
    taking_part = {c.actor for c in f.cast}
    for above in scene.ancestors(f.trigger.token):
        if scene.lemma(above) in words.cues.speech and above != f.trigger.verb:
            speaker = next((a for a in subjects(scene, above, everybody, above) if a not in taking_part), None)
            return party(speaker.mention) if speaker else None
    named = [a for a in everybody if a not in taking_part and _by_words_of(scene, a.first)]
    return party(named[0].mention) if named else None


def _by_words_of(scene: Scene, first: int) -> bool:
    """*по словам Пескова*, *по данным МИД*."""
    return first > 1 and scene.lower(first - 2) == "по" and scene.lower(first - 1) in ("словам", "данным", "информации")
