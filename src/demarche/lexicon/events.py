"""The event lexicon: one TOML file an event type, with the words that tell of it and its own examples.

An engagement's file gives its mode. Verbs and nouns are triggers; a *frame* says which dependents of the trigger take
part, by UD relation and preposition, and as what. `lights.toml` holds the verbs that only carry an event noun ("held
talks", "cancelled the visit"), with what they do to the status.
"""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model import BadKnowledge
from demarche.model.values import Attendance, MentionKind, Mode, Part, Status

Need = Literal["object", "partner", "place", "plural_subject"]
Medium = Literal["phone", "video", "in_person", "written"]


def _parties() -> dict[str, Part]:
    return {"with": "party", "between": "party", "among": "party", "of": "party"}


class VerbFrame(Row, frozen=True):
    """Verbs that are the event themselves ("met", "phoned").

    `particle` is a fixed `compound:prt` or adverb ("reach *out*"); `object` and `partners` (by preposition) say what
    part those dependents play; `place` lists the prepositions, or "obj", that name the country gone to. One of `needs`
    must be there. `object_words`: it counts only with one of these objects ("exchanged *views*"). `partner_kinds`: only
    with such a partner ("called on *the president*", not on the army); `subject_kinds`: only with such a subject.
    `by_medium`: only where the clause names the medium ("told her *by phone* that"). `near_words`: only with one of
    these words in its clause ("sat *across the table* from"); `at_place`: only where the clause says in which place
    ("signed a treaty *in Geneva*"). `effect` is the status of what the verb only brings about ("*invited* him to
    Kyiv"); `written`: somebody writes to somebody. `not_with` are prepositions or relations that make it another verb
    ("call *for*", "call … xcomp"). `open`: it does not say how ("spoke"). The lemma `*` stands for any verb that no
    other frame fits.
    """

    lemmas: tuple[str, ...]
    particle: str | None = None
    subject: Part = "party"
    object: Part | None = None
    partners: dict[str, Part] = msgspec.field(default_factory=dict)
    place: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ("object", "partner")
    object_words: tuple[str, ...] = ()
    partner_kinds: tuple[MentionKind, ...] = ()
    subject_kinds: tuple[MentionKind, ...] = ()
    not_with: tuple[str, ...] = ()
    by_medium: bool = False
    near_words: tuple[str, ...] = ()
    at_place: bool = False
    effect: Status | None = None
    written: bool = False
    weak: bool = False
    open: bool = False


class NounFrame(Row, frozen=True):
    """Nouns that are the event ("call", "talks").

    `qualified_by`: it counts only with one of these words before it ("*phone* conversation"). `carried_by`: only under
    one of these verbs ("*conveyed* a message"). `weak`: alone it says too little, and needs two sides named by its own
    dependents. `effect`: its status where nothing tells another. `towns`: a town may stand for one of those ("talks
    with *Paris*"). `written`: a clause on it may tell who writes to whom ("a letter in which *X* asked *Y*").
    `only_generic`: it tells of contact in general only. `as_before`: it is of the form that they were last told to have
    ("a first *conversation*", after a call).
    """

    lemmas: tuple[str, ...]
    qualified_by: tuple[str, ...] = ()
    not_qualified_by: tuple[str, ...] = ()
    subject: Part = "party"
    partners: dict[str, Part] = msgspec.field(default_factory=_parties)
    place: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    weak: bool = False
    effect: Status | None = None
    towns: bool = False
    written: bool = False
    only_generic: bool = False
    as_before: bool = False


class Example(Row, frozen=True):
    """A sentence of our own and what must come out of it: mode is the file's; `countries` are alpha-3."""

    text: str
    countries: tuple[str, ...]
    status: Status = "happened"
    date: str | None = None
    mode: Mode | None = None


class EventType(Row, frozen=True):
    """One event type: what tells of it, and examples both of it and of what only looks like it."""

    id: str
    mode: Mode
    gloss: str
    source: str
    verbs: tuple[VerbFrame, ...] = ()
    nouns: tuple[NounFrame, ...] = ()
    positive: tuple[Example, ...] = ()
    negative: tuple[str, ...] = ()


class LightVerb(Row, frozen=True):
    """A verb that carries an event noun as its object, subject or complement, and what it does to the status.

    `effect` null leaves the status to the verb's own tense. `subject` is the part its subject plays; under one that
    `brings` ("delivered a letter from X") it plays none where somebody else is named for it.
    """

    lemmas: tuple[str, ...]
    particle: str | None = None
    subject: Part | None = "party"
    effect: Status | None = None
    takes: tuple[str, ...] = ("obj",)
    partners: dict[str, Part] = msgspec.field(default_factory=dict)
    brings: bool = False


class MediumCue(Row, frozen=True):
    """Words in the clause that tell by which medium people spoke."""

    medium: Medium
    words: tuple[str, ...]


class AttendanceVerb(Row, frozen=True):
    """Verbs that say who is at a gathering; `of_object`: it is their object that is there or not.

    `takes`: how the gathering hangs on the verb, by relation and preposition.
    """

    attendance: Attendance
    lemmas: tuple[str, ...]
    takes: tuple[str, ...] = ("obj",)
    of_object: bool = False


class Generic(Row, frozen=True):
    """`generic.toml`: words of contact in general, with examples of it and of single engagements (`one`)."""

    adjectives: frozenset[str]
    quantities: frozenset[str]
    adverbs: frozenset[str]
    positive: tuple[Example, ...] = ()
    one: tuple[Example, ...] = ()


class Frames(Row, frozen=True):
    """`lights.toml`: light verbs, media, and nouns for whoever stands for a state, and for gatherings."""

    delegates: frozenset[str]
    gatherings: frozenset[str]
    pictures: frozenset[str]
    attendance: tuple[AttendanceVerb, ...]
    lights: tuple[LightVerb, ...]
    media: tuple[MediumCue, ...]


class EventLexicon(msgspec.Struct, frozen=True):
    """Look-ups by lemma over all event types."""

    types: tuple[EventType, ...]
    verbs: dict[str, tuple[tuple[EventType, VerbFrame], ...]]
    nouns: dict[str, tuple[tuple[EventType, NounFrame], ...]]
    lights: dict[str, tuple[LightVerb, ...]]
    media: dict[str, Medium]
    delegates: frozenset[str]
    gatherings: frozenset[str]
    pictures: frozenset[str]
    attendance: dict[str, AttendanceVerb]
    generic: Generic


@cache
def event_lexicon() -> EventLexicon:
    """Everything under `data/events`, checked and indexed."""
    types = tuple(_types())
    frames = load_toml(data("frames", "lights.toml"), Frames)
    verbs: dict[str, tuple[tuple[EventType, VerbFrame], ...]] = {}
    nouns: dict[str, tuple[tuple[EventType, NounFrame], ...]] = {}
    for kind in types:
        for verb in kind.verbs:
            for lemma in verb.lemmas:
                verbs[lemma] = (*verbs.get(lemma, ()), (kind, verb))
        for noun in kind.nouns:
            for lemma in noun.lemmas:
                nouns[lemma] = (*nouns.get(lemma, ()), (kind, noun))
    lights: dict[str, tuple[LightVerb, ...]] = {}
    for light in frames.lights:
        for lemma in light.lemmas:
            lights[lemma] = (*lights.get(lemma, ()), light)
    media = {w: m.medium for m in frames.media for w in m.words}
    attendance = {lemma: a for a in frames.attendance for lemma in a.lemmas}
    return EventLexicon(
        types,
        verbs,
        nouns,
        lights,
        media,
        frames.delegates,
        frames.gatherings,
        frames.pictures,
        attendance,
        load_toml(data("frames", "generic.toml"), Generic),
    )


def _types() -> list[EventType]:
    found = []
    for path in sorted(data("events").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            kind = load_toml(path, EventType)
            if path.name != f"{kind.id}.toml":
                raise BadKnowledge(path.name, kind.id, "the id must be the file's name")
            found.append(kind)
    return found


class Discourse(Row, frozen=True):
    """`discourse.toml`: how a text goes on about those it has named, and contact whose sides it leaves out.

    `groups`: nouns for whoever acts together, `numbers` say how many they are; `sent` and `hosts`: nouns for one
    side of a visit, `opposite` for whoever is not the one just named; `measures`: words that only measure the event
    they hold ("four *hours of* talks"). `papers` are signed where the signers are; `rebels` are nouns for those who
    stand for no state, `envoys` meet somebody of another side even where it is not named; with the verbs `apart`
    two people need not be in one place. A bare noun of contact is one between states by a `diplomatic` word before
    it, never with a `domestic` one; `again` marks the next of those told; `regional` words say whose leaders come
    together; a text full of words of `sport` is on games; `telling` verbs say of talks that they go on or end.
    `assemblies`: bodies by the name they have where no state's stands before it. Where an event was: `grounds` are what
    people stand on or before at a place, `houses` and `edges` carry its name or its state's before them, `troubles`
    and `wishes` are at no place, whatever name follows; `gatherings` have margins. Who goes somewhere for `private`
    ends visits no state, nor does whoever is `dwelling` there.
    """

    groups: frozenset[str]
    numbers: dict[str, int]
    sent: frozenset[str]
    hosts: frozenset[str]
    opposite: frozenset[str]
    measures: frozenset[str]
    papers: frozenset[str]
    rebels: frozenset[str]
    envoys: frozenset[str]
    apart: frozenset[str]
    diplomatic: frozenset[str]
    domestic: frozenset[str]
    again: frozenset[str]
    regional: frozenset[str]
    sport: frozenset[str]
    telling: frozenset[str]
    assemblies: dict[str, str]
    grounds: frozenset[str]
    houses: frozenset[str]
    edges: frozenset[str]
    troubles: frozenset[str]
    wishes: frozenset[str]
    gatherings: frozenset[str]
    private: frozenset[str]
    dwelling: frozenset[str]
    positive: tuple[Example, ...] = ()


@cache
def discourse() -> Discourse:
    """The words by which a text goes on."""
    return load_toml(data("frames", "discourse.toml"), Discourse)
