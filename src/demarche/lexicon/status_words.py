"""Words that tell whether something happened: embedding words with their signatures, modals, negators, hedges.

A signature says what becomes of the thing embedded when the embedding word is affirmed, and when it is denied (Nairn,
Condoravdi and Karttunen 2006, *Computing relative polarity for textual inference*): "managed to meet" happened, "did
not manage to meet" did not; "refused to meet" did not, "did not refuse to meet" leaves it open.
"""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_csv, load_toml
from demarche.model import BadKnowledge
from demarche.model.values import Status

Sort = Literal["verb", "noun", "adjective"]
Kind = Literal[
    "implicative", "factive", "counterfactive", "causal", "report", "attitude", "plan", "aspect", "modal",
]  # fmt: skip
Told = Literal["told"]
"""As the embedded clause itself tells it."""


class Embedding(Row, frozen=True, kw_only=True):
    """A word that embeds an event, and the event's status under it.

    `takes` says how the event hangs below: a finite clause (`that`), an infinitive (`to`, `bare`), a gerund (`ing`), a
    bare noun phrase (`noun`), or a preposition.
    """

    word: str
    sort: Sort
    takes: tuple[str, ...]
    kind: Kind
    positive: Status | Told
    negative: Status | Told
    source: str


class _Marks(Row, frozen=True, kw_only=True):
    """`marks.toml`: the small words."""

    negators: frozenset[str]
    conditions: frozenset[str]
    as_if: frozenset[str]
    instead: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    aside: frozenset[str]
    wishing: frozenset[str]
    hedges: frozenset[str]
    nearly: frozenset[str]
    outcomes: frozenset[str]
    occurrences: frozenset[str]
    while_: frozenset[str]
    asking_for_facts: frozenset[str]
    modals: dict[str, Status]
    adjectives: dict[str, Status]


class StatusWords(msgspec.Struct, frozen=True):
    """Both files: `embeddings` by sort, word and what it takes, `kinds` by word alone; `marks` as they stand."""

    embeddings: dict[tuple[str, str, str], Embedding]
    kinds: dict[str, frozenset[Kind]]
    marks: _Marks

    def embedding(self, sort: str, word: str, takes: str) -> Embedding | None:
        """The signature of a word over a complement of a kind, null where it has none."""
        return self.embeddings.get((sort, word, takes))


@cache
def status_words() -> StatusWords:
    """Everything under `data/status`, checked and indexed; two rows for one word and complement are refused."""
    found: dict[tuple[str, str, str], Embedding] = {}
    kinds: dict[str, frozenset[Kind]] = {}
    for row in load_csv(data("status", "embedding.csv"), Embedding):
        kinds[row.word] = kinds.get(row.word, frozenset()) | {row.kind}
        for takes in row.takes:
            place = (row.sort, row.word, takes)
            if place in found:
                raise BadKnowledge("embedding.csv", row.word, f"stands twice as a {row.sort} that takes {takes}")
            found[place] = row
    return StatusWords(found, kinds, load_toml(data("status", "marks.toml"), _Marks))


class Example(Row, frozen=True, kw_only=True):
    """A sentence of our own with one event in brackets, its status, and what it shows."""

    text: str
    status: Status
    shows: str


@cache
def examples() -> tuple[Example, ...]:
    """The examples that the words above must read rightly."""
    return load_csv(data("status", "examples.csv"), Example)


class _Weights(Row, frozen=True, kw_only=True):
    """`weights.toml`: what a sign adds to the label of an event; the empty sign is the label of one without signs."""

    weights: dict[str, float]


@cache
def weights() -> dict[str, float]:
    """The fitted weights, by sign."""
    return load_toml(data("status", "weights.toml"), _Weights).weights
