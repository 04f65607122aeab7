"""The stance lexicon: words by which somebody is for a thing, against it, or keeps out of it (`data/stance`).

`takes` says how the target hangs on the word: "obj", a preposition, "that" (a clause), "to do", "doing", "case" (the
word is itself the target's preposition), or "none" where no target is needed. `denied` is the stance of the word under
a negation or a refusal; where it is missing, the negated word says nothing.
"""

from functools import cache

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model.values import Stance


class StanceEntry(Row, frozen=True):
    """Words of one stance and frame, with sentences of our own in which Turkey takes it, and others where it does not.

    `things`: the target is no person, state or body; `not_people`: no person. `objects`: the target's noun is one of
    these. `matter`: prepositions of what it is about, beside the target. `bearer`: the noun is whoever takes the
    stance. `qualified`: it counts with one of these before it. `deeds`: the infinitive is the target.
    """

    lemmas: tuple[str, ...]
    stance: Stance
    takes: tuple[str, ...]
    denied: Stance | None = None
    particle: str | None = None
    things: bool = False
    not_people: bool = False
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    matter: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    qualified: frozenset[str] = frozenset()
    bearer: bool = False
    deeds: bool = False
    trust: float = 0.9
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class Judgement(Row, frozen=True):
    """Words that judge the thing they are said of."""

    stance: Stance
    lemmas: tuple[str, ...]
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class Neutral(Row, frozen=True):
    """A phrase by which somebody keeps out: a verb with its object or words after it.

    `negated`: only under a negation; `refused`: under a refusal too; `all_sides`: it speaks to all sides at once.
    """

    verb: str
    objects: frozenset[str]
    negated: bool
    target: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    refused: bool = False
    all_sides: bool = False
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class _Words(Row, frozen=True):
    words: frozenset[str]


class _Light(Row, frozen=True):
    words: frozenset[str]
    away: frozenset[str]


class _Half(Row, frozen=True):
    words: frozenset[str]
    adverbs: frozenset[str]


class Governors(Row, frozen=True):
    """Words above a stance, and what they do to it; the file says what each list is for."""

    carry: _Words
    turn: _Words
    hedge: _Words
    ask: _Words
    light: _Light
    judge: _Words
    half: _Half
    unreal: _Words
    bid: _Words
    reason: _Words


class _Entries(Row, frozen=True):
    entries: tuple[StanceEntry, ...]


class _Judgements(Row, frozen=True):
    entries: tuple[Judgement, ...]


class _Neutrals(Row, frozen=True):
    entries: tuple[Neutral, ...]


class StanceLexicon(msgspec.Struct, frozen=True):
    """Look-ups by lemma; a phrase (*in favour of*) is its own lemma."""

    verbs: dict[str, tuple[StanceEntry, ...]]
    nouns: dict[str, tuple[StanceEntry, ...]]
    adjectives: dict[str, tuple[StanceEntry, ...]]
    judgements: dict[str, Stance]
    neutral: dict[str, tuple[Neutral, ...]]
    governors: Governors
    entries: tuple[StanceEntry | Judgement | Neutral, ...]


@cache
def stance_lexicon() -> StanceLexicon:
    """Everything under `data/stance`, checked and indexed."""
    verbs, nouns, adjectives = (
        load_toml(data("stance", f"{name}.toml"), _Entries).entries for name in ("verbs", "nouns", "adjectives")
    )
    judgements = load_toml(data("stance", "judgements.toml"), _Judgements).entries
    neutral = load_toml(data("stance", "neutral.toml"), _Neutrals).entries
    return StanceLexicon(
        verbs=_by_lemma(verbs),
        nouns=_by_lemma(nouns),
        adjectives=_by_lemma(adjectives),
        judgements={lemma: j.stance for j in judgements for lemma in j.lemmas},
        neutral={verb: tuple(n for n in neutral if n.verb == verb) for verb in {n.verb for n in neutral}},
        governors=load_toml(data("stance", "governors.toml"), Governors),
        entries=(*verbs, *nouns, *adjectives, *judgements, *neutral),
    )


def _by_lemma(entries: tuple[StanceEntry, ...]) -> dict[str, tuple[StanceEntry, ...]]:
    found: dict[str, list[StanceEntry]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(own) for lemma, own in found.items()}
