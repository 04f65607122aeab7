"""The act lexicon: one TOML file in `data/acts` a kind of act, with the words that tell of it and its own examples.

`docs/acts.md` tells how to write one. In short: an *act* has a PLOVER type, mode and contexts, a CAMEO code as it
happened (other statuses follow from `data/plover/acts.csv`), and *frames*: words that tell of it, each with where its
actor and target stand. A place is a *slot*:

- `subj`, `obj`: who does it and to whom, whether the sentence is active or passive; `iobj` the receiver of a gift;
- `poss`: the genitive, possessive pronoun, nationality or name before a noun ("*Russia's* attack", "*US* sanctions");
- `infinitive`: the infinitive under the word;
- `clause`: the clause or infinitive under the word (as a target: the subject of that clause, "demanded that *Y* go");
- any preposition ("on", "against", "out of"), wherever its phrase hangs: on the word, its light verb or its object.

`@name` in a list of lemmas stands for a class of `data/acts/classes/NAME.txt`.
"""

import re
from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model import BadKnowledge
from demarche.model.values import Status

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
MODES: dict[PloverType, frozenset[str]] = {
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "RETREAT": frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": frozenset({"assist", "change", "yield", "meet"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset({"assist", "change", "yield", "meet"}),
    "THREATEN": frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset({
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    }),
    "ASSAULT": frozenset({
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    }),
}  # fmt: skip
"""The modes of PLOVER manual 2.0; a type that is not here has none."""

CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{0,2}\Z")
SLOT = re.compile(r"[a-z]+( [a-z]+){0,2}\Z")


class ActFrame(Row, frozen=True):
    """What verbs and nouns share. `needs`: one of these slots must be filled; `not_with`: none of these may be.

    `what`: the slot whose words say what the act is about; an event that stands there is *embedded* in this one
    ("refused *to release* them", "called for *sanctions*"). `near`: one of these words stands in what hangs on the word
    or its light verb ("sent troops to the *peacekeeping* force"). `cameo`, `mode`, `mutual` and `effect` go before
    the file's.
    """

    lemmas: tuple[str, ...]
    actor: tuple[str, ...] = ("subj",)
    target: tuple[str, ...] = ("obj",)
    what: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    cameo: str | None = None
    mode: str | None = None
    mutual: bool | None = None
    effect: Status | None = None


class ActVerb(ActFrame, frozen=True):
    """Verbs and predicate adjectives that tell of the act ("arrested", "is willing to").

    `objects`, `subjects`: the head word of the object or subject must be one of these lemmas; `not_objects`,
    `not_subjects`: must not. `particle`: a fixed one ("call *off*"). `must`: only where the clause under it says that
    somebody must or should ("said that Israel *must* end the attacks"). `adjective`: predicate adjectives,
    not verbs ("is *open* to talks").
    """

    particle: str | None = None
    objects: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    not_subjects: tuple[str, ...] = ()
    must: bool = False
    adjective: bool = False


class ActNoun(ActFrame, frozen=True):
    """Nouns that are the act ("sanctions on", "the arrest of"), alone or carried by a light verb ("imposed").

    `qualified_by`: it counts only with one of these words before it; `not_qualified_by`: not with any of these.
    `carried`: it counts only where a light verb carries it or a governor takes it ("*gave* its support").
    """

    actor: tuple[str, ...] = ("by", "from", "poss")
    target: tuple[str, ...] = ("on", "against", "of")
    qualified_by: tuple[str, ...] = ()
    not_qualified_by: tuple[str, ...] = ()
    carried: bool = False


class ActExample(Row, frozen=True):
    """A sentence of our own and what must come out of it.

    `actors` and `targets` hold alpha-3 countries, or words of the text that name somebody; all of them must be found.
    `event` and `cameo` where they are not the file's.
    """

    text: str
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    status: Status = "happened"
    date: str | None = None
    event: str | None = None
    cameo: str | None = None


class ActType(Row, frozen=True):
    """One kind of act. `type` and `cameo` are null for what the ontologies leave out (appointments).

    `mutual`: what two do with each other has both as actors ("signed a treaty").
    `effect`: what this act does to an event embedded in it: a refusal makes it `refused`, a promise `planned`, a
    demand `proposed`, a threat `threatened`; null leaves it as it is (who condemns an attack does not doubt it).
    `standing`: who must be a state, a body, a party, an armed group or somebody who acts for one: whoever does it, one
    of the sides, or nobody; with "state", whoever does it must speak for one. `between`: words that tell of it only
    where both are; `loose`: so too, but for states and in frames that ask for their object ("*vowed* revenge").
    `faint`: words that only serve to read what is embedded in them, and to code a pair ("*wants* to leave").
    `upon`: what it can be done to.
    """

    id: str
    gloss: str
    source: str
    type: PloverType | None = None
    cameo: str | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    mutual: bool = False
    effect: Status | None = None
    standing: Literal["any", "either", "actor", "state"] = "either"
    between: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    faint: tuple[str, ...] = ()
    upon: Literal["people"] | None = None
    verbs: tuple[ActVerb, ...] = ()
    nouns: tuple[ActNoun, ...] = ()
    positive: tuple[ActExample, ...] = ()
    negative: tuple[str, ...] = ()


class ActLight(Row, frozen=True):
    """A verb that only carries an act noun; `subject` says what its subject is to the act.

    `takes`: how the noun hangs on it: `obj`, `subj`, or a preposition. `effect` bends the status.
    """

    lemmas: tuple[str, ...]
    particle: str | None = None
    takes: tuple[str, ...] = ("obj",)
    subject: Literal["actor", "target", "nobody"] = "actor"
    effect: Status | None = None


class _Lights(Row, frozen=True):
    lights: tuple[ActLight, ...]


class ActLexicon(msgspec.Struct, frozen=True):
    """Look-ups by lemma over all kinds of act."""

    types: tuple[ActType, ...]
    by_id: dict[str, ActType]
    verbs: dict[str, tuple[tuple[ActType, ActVerb], ...]]
    nouns: dict[str, tuple[tuple[ActType, ActNoun], ...]]
    lights: dict[str, tuple[ActLight, ...]]


@cache
def act_lexicon() -> ActLexicon:
    """Everything under `data/acts`, checked and indexed."""
    types = tuple(_types())
    verbs: dict[str, tuple[tuple[ActType, ActVerb], ...]] = {}
    nouns: dict[str, tuple[tuple[ActType, ActNoun], ...]] = {}
    for kind in types:
        for verb in kind.verbs:
            for lemma in classed(verb.lemmas):
                verbs[lemma] = (*verbs.get(lemma, ()), (kind, verb))
        for noun in kind.nouns:
            for lemma in classed(noun.lemmas):
                nouns[lemma] = (*nouns.get(lemma, ()), (kind, noun))
    lights: dict[str, tuple[ActLight, ...]] = {}
    for light in load_toml(data("frames", "act_lights.toml"), _Lights).lights:
        for lemma in light.lemmas:
            lights[lemma] = (*lights.get(lemma, ()), light)
    return ActLexicon(types, {kind.id: kind for kind in types}, verbs, nouns, lights)


@cache
def classed(lemmas: tuple[str, ...]) -> frozenset[str]:
    """A list of lemmas with its classes written out: `@troops` is every word of `classes/troops.txt`."""
    words: set[str] = set()
    for lemma in lemmas:
        words |= _class(lemma[1:]) if lemma.startswith("@") else {lemma}
    return frozenset(words)


@cache
def _class(name: str) -> frozenset[str]:
    """The words of a class, one or more a line; `#` opens a comment, `@other` takes another class in."""
    path = data("acts", "classes", f"{name}.txt")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as e:
        raise BadKnowledge(path.name, name, "no such class of words") from e
    return classed(tuple(word for line in text.splitlines() for word in line.partition("#")[0].split()))


def _types() -> list[ActType]:
    found = []
    for path in sorted(data("acts").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            kind = load_toml(path, ActType)
            if path.name != f"{kind.id}.toml":
                raise BadKnowledge(path.name, kind.id, "the id must be the file's name")
            _check(kind, path.name)
            found.append(kind)
    return found


def _check(kind: ActType, file: str) -> None:
    """Refuse a mode that the type lacks, a code that is none, a class that is not there, a slot nobody can fill."""
    frames: tuple[ActVerb | ActNoun, ...] = (*kind.verbs, *kind.nouns)
    for frame in frames:
        entry = f"{kind.id} ({frame.lemmas[0]})"
        for code in (kind.cameo, frame.cameo or kind.cameo):
            if code is not None and not CAMEO.match(code):
                raise BadKnowledge(file, entry, f"{code!r} is no CAMEO code")
        for mode in (kind.mode, frame.mode):
            if mode and (kind.type is None or mode not in MODES.get(kind.type, ())):
                raise BadKnowledge(file, entry, f"{kind.type} has no mode {mode!r}")
        for slot in (*frame.actor, *frame.target, *frame.what, *frame.needs, *frame.not_with):
            if not SLOT.match(slot):
                raise BadKnowledge(file, entry, f"{slot!r} is no slot")
        lists = (frame.lemmas, *_words(frame))
        for words in lists:
            classed(words)


def _words(frame: ActVerb | ActNoun) -> tuple[tuple[str, ...], ...]:
    if isinstance(frame, ActVerb):
        return frame.near, frame.objects, frame.not_objects, frame.subjects, frame.not_subjects
    return frame.near, frame.qualified_by, frame.not_qualified_by
