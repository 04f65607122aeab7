"""Multilateral gatherings: a summit, forum or assembly with a name, and who comes, leaves, stays away, is kept out."""

from collections.abc import Iterator

import msgspec

from demarche.claims.actors import actors
from demarche.claims.engagements.its_clause import its_own
from demarche.claims.engagements.only_town import only_town
from demarche.claims.engagements.roles import subjects
from demarche.claims.engagements.status import status_at
from demarche.claims.parties import date_of, party, place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import AttendanceVerb, EventLexicon, discourse
from demarche.lexicon.plover import plover
from demarche.model import Engagement, Mention, Place, Stretch, When
from demarche.model.values import Attendance, Status

VERSION = "1"
PRIVATE = frozenset(
    {"religious", "tribal", "business", "community", "church", "faith", "student", "local", "opposition"}
)
"""Leaders of no state."""
LEADERS = frozenset({"leader", "leadership", "minister", "monarch"})


class Gathering(msgspec.Struct, frozen=True):
    """A named multilateral in a sentence: its noun, its name, and the body that holds it."""

    token: int
    name: str
    body: Mention | None


def gatherings(scene: Scene, lexicon: EventLexicon) -> Iterator[Engagement]:
    """The named multilaterals of a sentence that somebody is said to attend or not."""
    for gathering in _named(scene, lexicon):
        found = _attendance(scene, gathering, lexicon)
        if found:
            verb, anchor = found
            people = [m for i in _attending(scene, anchor, verb) for _, m in actors(scene, i)]
            if people:
                yield _claim(scene, gathering, verb, anchor, people, lexicon)


def _named(scene: Scene, lexicon: EventLexicon) -> Iterator[Gathering]:
    for i in scene.tagged("NOUN", "PROPN"):
        mention = scene.mention(i)
        if mention and mention.kind == "organisation" and _ends_as_gathering(mention, lexicon):
            if _is_head(scene, i, mention):
                yield Gathering(i, mention.name or "", mention)
        elif scene.lemma(i) in lexicon.gatherings:
            body = _body(scene, i)
            if body:
                yield Gathering(i, _name(scene, i, body), body)
            elif _of_leaders(scene, i):
                yield Gathering(i, _words(scene, i), None)


def _of_leaders(scene: Scene, i: int) -> bool:
    """A gathering that no body holds, but that says who gathers: "Asia *leaders'* summits"."""
    leaders = [c for c in scene.children(i, "compound", "amod", "nmod:poss", "nmod") if scene.lemma(c) in LEADERS]
    words = {scene.lower(k) for c in leaders for k in scene.subtree(c)}
    return bool(leaders) and not words & (discourse().domestic | PRIVATE)


def _words(scene: Scene, i: int) -> str:
    """The gathering's noun with what stands before it, articles and numbers aside, and whose it is ("of … leaders")."""
    before = [c for k in scene.children(i, "compound", "amod", "nmod:poss", "nmod") if k < i for c in scene.subtree(k)]
    first = min([i, *(c for c in before if scene.tokens[c].upos not in ("DET", "NUM"))])
    after = [k for k in scene.children(i, "nmod") if k > i and scene.case(k) == "of" and scene.lemma(k) in LEADERS]
    last = max([i, *after])
    return " ".join(scene.document.text[scene.tokens[first].start : scene.tokens[last].end].split())


def _ends_as_gathering(mention: Mention, lexicon: EventLexicon) -> bool:
    """ "UN General *Assembly*"; one word alone ("Congress", "the Assembly") is a parliament."""
    words = (mention.name or "").lower().split()
    return len(words) > 1 and words[-1] in lexicon.gatherings


def _is_head(scene: Scene, i: int, mention: Mention) -> bool:
    head = scene.tokens[i].head
    return head < 0 or scene.mention(head) is not mention


def _body(scene: Scene, i: int) -> Mention | None:
    """The body whose gathering it is: "*G-20* meeting", "summit of *NATO* leaders"."""
    near = scene.children(i, "compound", "amod", "nmod:poss")
    of = list(_of(scene, i))
    within = [k for o in of for k in scene.children(o, "compound", "amod")]
    for c in [*near, *of, *within]:
        mention = scene.mention(c)
        if mention and mention.organisation and mention.actor and not mention.country:
            return mention  # a body that is not known may be a committee of some parliament
    return None


def _of(scene: Scene, i: int) -> Iterator[int]:
    """Whose it is, and whose that is: "meeting of *the Council* of Heads of State of *the organisation*"."""
    for c in scene.children(i, "nmod"):
        if scene.case(c) == "of":
            yield c
            yield from _of(scene, c)


def _name(scene: Scene, i: int, body: Mention) -> str:
    """The name a reader would give: the body's and what kind of gathering it is."""
    return f"{body.name or scene.document.text[body.start : body.end]} {scene.lemma(i)}"


def _attendance(scene: Scene, gathering: Gathering, lexicon: EventLexicon) -> tuple[AttendanceVerb, int] | None:
    """The verb above a gathering that says who is there: "attended", "left", "will be barred from"."""
    hung = gathering.token
    for above in scene.ancestors(gathering.token):
        verb = lexicon.attendance.get(scene.lemma(above))
        if verb and scene.tokens[above].upos in ("VERB", "AUX") and _hangs(scene, hung) in verb.takes:
            return verb, above
        hung = above
    return None


def _hangs(scene: Scene, i: int) -> str:
    """How a word hangs on the one above it: `obj`, or `obl:from` with its preposition."""
    relation = scene.tokens[i].deprel.partition(":")[0]
    return f"obl:{scene.case(i)}" if relation in ("obl", "nmod") else relation


def _attending(scene: Scene, anchor: int, verb: AttendanceVerb) -> list[int]:
    """Whose attendance it is: the object where somebody keeps them out or asks them in, else the subject."""
    passive = scene.children(anchor, "nsubj:pass")
    if verb.of_object:
        return passive or scene.children(anchor, "obj")
    return passive or subjects(scene, anchor)


def _claim(
    scene: Scene, gathering: Gathering, verb: AttendanceVerb, anchor: int, people: list[Mention], lexicon: EventLexicon
) -> Engagement:
    date = _date(scene, gathering)
    place = _place(scene, gathering) or only_town(scene, gathering.token, anchor, done=False)
    said = status_at(scene, anchor)
    attendance = _kind(verb.attendance, said)
    status = _status(said, attendance, date, scene.document.published)
    attendees = tuple(party(m, "attendee", attendance) for m in people)
    body = gathering.body
    host = (party(body, "attendee"),) if body else ()
    codes, cameo = plover("summit", status)
    span = _span(scene, gathering, [*people, *([body] if body else [])], date, place, anchor)
    return Engagement(
        document=scene.document.id,
        start=span.start,
        end=span.end,
        quote=scene.document.text[span.start : span.end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"engagements.gathering/{VERSION}",
        confidence=0.7,
        mode="summit",
        status=status,
        participants=attendees + host,
        date=date,
        place=place,
        event_name=gathering.name,
        plover=codes,
        cameo=cameo,
    )


def _kind(attendance: Attendance, said: Status) -> Attendance:
    """Kept out only by way of "no sign that …" or "will not be" is an exclusion nobody expects."""
    if attendance == "excluded" and said in ("denied", "hypothetical"):
        return "exclusion_not_expected"
    return attendance


def _status(said: Status, attendance: Attendance, date: When | None, published: str | None) -> Status:
    """Of the gathering itself: it is still to come if its date is, whatever is said of who attends."""
    if date and date.start and published:
        return "expected" if date.start > published else "happened"
    if attendance in ("exclusion_not_expected", "invited"):
        return "expected"
    return "happened" if said == "denied" else said


def _date(scene: Scene, gathering: Gathering) -> When | None:
    """The expression of time that follows the gathering's name with nothing but a place between, or that a clause on
    it tells: "the summit in Cornwall, which is happening from June 11-13".
    """
    end = scene.tokens[gathering.token].end
    after = [t for t in scene.times if t.start >= end and t.first]
    if after and len(scene.document.text[end : after[0].start].split()) <= 4:
        return date_of(scene, after[0])
    told = [t for t in its_own(scene, gathering.token) if t.first]
    return date_of(scene, told[0]) if told else None


def _place(scene: Scene, gathering: Gathering) -> Place | None:
    """Where it is held: "in Bali", hung on its noun or on those who come to it."""
    below = [c for i in (gathering.token, *scene.children(gathering.token, "nmod")) for c in scene.children(i, "nmod")]
    for c in below:
        mention = scene.mention(c)
        if mention and mention.kind in ("place", "state") and scene.case(c) == "in":
            return place_of(scene, mention)
    return None


def _span(
    scene: Scene, gathering: Gathering, people: list[Mention], date: When | None, place: Place | None, anchor: int
) -> Stretch:
    tokens = [scene.tokens[gathering.token], scene.tokens[anchor]]
    words = [w for w in (date.words if date else None, place.words if place else None) if w]
    starts = [t.start for t in tokens] + [m.start for m in people] + [w.start for w in words]
    ends = [t.end for t in tokens] + [m.end for m in people] + [w.end for w in words]
    return Stretch(min(starts), max(ends))


def tells_of(gathering: Engagement, other: Engagement) -> bool:
    """Does another claim of the sentence only tell of the gathering again, its body among those who take part?"""
    bodies = {p.organisation for p in gathering.participants if p.organisation}
    named = {p.organisation for p in other.participants if p.organisation}
    same = other.mode == "summit" and not bodies and gathering.start < other.end and other.start < gathering.end
    return same or (other.mode in ("summit", "meeting") and bool(bodies & named))
