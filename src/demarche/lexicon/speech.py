"""The speech lexicon: verbs and phrases that attribute words to somebody.

`frames` say what stands for the content: a clause ("said that …"), an object ("condemned the attack"), an infinitive
("pledged to help"). `trust` is how often the verb attributes at all: synonym machines and thought verbs get less.
"""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_csv
from demarche.model.values import Stance

Frame = Literal["clause", "object", "infinitive"]


class SpeechVerb(Row, frozen=True, kw_only=True):
    """A verb of saying, thinking or taking a stance."""

    lemma: str
    particle: str | None = None
    frames: tuple[Frame, ...]
    sort: Literal["speech", "thought"]
    stance: Stance | None = None
    trust: float
    source: str


class SpeechPhrase(Row, frozen=True, kw_only=True):
    """A phrase that introduces a source, or tells the venue of what was said."""

    phrase: str
    sort: Literal["source", "venue"]
    venue: str | None = None
    source: str


class SpeechLexicon(msgspec.Struct, frozen=True):
    """Look-ups over both tables."""

    verbs: dict[str, SpeechVerb]
    venues: dict[str, str]
    sources: tuple[str, ...]


@cache
def speech_lexicon() -> SpeechLexicon:
    """Everything under `data/speech`, checked and indexed."""
    verbs = {v.lemma: v for v in load_csv(data("speech", "verbs.csv"), SpeechVerb)}
    phrases = load_csv(data("speech", "nouns.csv"), SpeechPhrase)
    venues = {p.phrase: p.venue for p in phrases if p.venue}
    return SpeechLexicon(verbs, venues, tuple(p.phrase for p in phrases if p.sort == "source"))
