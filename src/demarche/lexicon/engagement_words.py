"""What tells of an engagement in another language than English: `data/languages/<code>/events.toml`, indexed.

Russian says by cases what English says by word order: a partner is a preposition and a case (`с:Ins`), or a case alone.
"""

from functools import cache

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model.values import Mode, Part, Status


class EventNoun(Row, frozen=True, kw_only=True):
    """Nouns that are the event; `qualified_by`: only with one of these adjectives. `weak`: alone it says too little."""

    mode: Mode
    lemmas: tuple[str, ...]
    qualified_by: tuple[str, ...] = ()
    subject: Part = "party"
    partners: dict[str, Part]
    place: tuple[str, ...] = ()
    weak: bool = False


class EventVerb(Row, frozen=True, kw_only=True):
    """Verbs that are the event; `not_with`: objects that make it another verb ("принял *решение*")."""

    mode: Mode
    lemmas: tuple[str, ...]
    subject: Part = "party"
    object: Part | None = None
    partners: dict[str, Part] = msgspec.field(default_factory=dict)
    place: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    weak: bool = False


class Light(Row, frozen=True, kw_only=True):
    """Verbs that only carry an event noun; `subject` where it is another part than the noun's."""

    lemmas: tuple[str, ...]
    subject: Part | None = None


class Cues(Row, frozen=True, kw_only=True):
    """Small words around an event."""

    negators: frozenset[str]
    conditions: frozenset[str]
    before: frozenset[str]
    future: frozenset[str]
    speech: frozenset[str]
    by_phone: frozenset[str]
    by_video: frozenset[str]


class _File(Row, frozen=True, kw_only=True):
    nouns: tuple[EventNoun, ...]
    verbs: tuple[EventVerb, ...]
    lights: tuple[Light, ...]
    status: dict[Status, tuple[str, ...]]
    cues: Cues


class EngagementWords(msgspec.Struct, frozen=True):
    """Look-ups by lemma; `status` is what a word does to the event it governs or modifies."""

    nouns: dict[str, tuple[EventNoun, ...]]
    verbs: dict[str, EventVerb]
    lights: dict[str, Light]
    status: dict[str, Status]
    cues: Cues


@cache
def engagement_words(code: str) -> EngagementWords:
    """The words of a language."""
    file = load_toml(data("languages", code, "events.toml"), _File)
    nouns: dict[str, tuple[EventNoun, ...]] = {}
    for noun in file.nouns:
        for lemma in noun.lemmas:
            nouns[lemma] = (*nouns.get(lemma, ()), noun)
    verbs = {lemma: verb for verb in file.verbs for lemma in verb.lemmas}
    lights = {lemma: light for light in file.lights for lemma in light.lemmas}
    status = {lemma: status for status, lemmas in file.status.items() for lemma in lemmas}
    return EngagementWords(nouns, verbs, lights, status, file.cues)
