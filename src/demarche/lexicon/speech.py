"""The speech lexicon: verbs, nouns, adjectives and phrases that attribute words to somebody.

`frames` say what stands for the content: a clause ("said that …"), an object ("condemned the attack"), a thing but
nobody ("welcomed *the news*": to welcome a guest is no statement), an infinitive ("pledged to help"), somebody with
what he is to do ("urged *the two to talk*"); `told` marks verbs whose object is the one spoken to. `prepositions` open
a content too ("warned *of* floods"). `trust` is how often the cue attributes at all: synonyms that rewriting machines
put for "said" get less, and so do verbs of thought.
"""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_csv
from demarche.model.values import Stance

Frame = Literal["clause", "object", "thing", "infinitive", "somebody", "told"]
Sort = Literal["speech", "thought"]


class SpeechVerb(Row, frozen=True, kw_only=True):
    """A verb of saying, thinking or taking a stance; with a particle or a preposition of its own ("point *out*")."""

    lemma: str
    particle: str | None = None
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    sort: Sort
    stance: Stance | None = None
    trust: float
    source: str


class SpeechNoun(Row, frozen=True, kw_only=True):
    """A noun that names what is said ("the *claim* that"), or an adjective of mind ("is *sure* that").

    `frames` and `prepositions` are those of verbs; `made_by` are the verbs that carry a noun ("*issued* a statement").
    """

    lemma: str
    pos: Literal["noun", "adjective"]
    frames: tuple[Frame, ...] = ()
    prepositions: tuple[str, ...] = ()
    sort: Sort
    stance: Stance | None = None
    trust: float
    source: str


class SpeechPhrase(Row, frozen=True, kw_only=True):
    """A phrase that introduces a source, or tells the venue of what was said; a noun that is somebody's text."""

    phrase: str
    sort: Literal["source", "venue", "text"]
    venue: str | None = None
    source: str


class SpeechLexicon(msgspec.Struct, frozen=True):
    """Look-ups over the tables; `phrasal`: verbs with a particle, by both words; `texts` speak for their owner."""

    verbs: dict[str, SpeechVerb]
    phrasal: dict[tuple[str, str], SpeechVerb]
    nouns: dict[str, SpeechNoun]
    adjectives: dict[str, SpeechNoun]
    venues: dict[str, str]
    sources: tuple[str, ...]
    texts: frozenset[str]


@cache
def speech_lexicon() -> SpeechLexicon:
    """Everything under `data/speech`, checked and indexed. In `verbs` a verb stands alone before it has a particle."""
    rows = load_csv(data("speech", "verbs.csv"), SpeechVerb)
    verbs = {v.lemma: v for v in sorted(rows, key=lambda v: v.particle is None)}
    phrasal = {(v.lemma, v.particle): v for v in rows if v.particle}
    nouns = load_csv(data("speech", "nouns.csv"), SpeechNoun)
    phrases = load_csv(data("speech", "phrases.csv"), SpeechPhrase)
    return SpeechLexicon(
        verbs=verbs,
        phrasal=phrasal,
        nouns={n.lemma: n for n in nouns if n.pos == "noun"},
        adjectives={n.lemma: n for n in nouns if n.pos == "adjective"},
        venues={p.phrase: p.venue for p in phrases if p.venue},
        sources=tuple(p.phrase for p in phrases if p.sort == "source"),
        texts=frozenset(p.phrase for p in phrases if p.sort == "text"),
    )
