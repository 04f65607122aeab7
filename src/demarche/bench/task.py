"""A bench task: one stage asked a question about a file, its answers scored against the gold that the file holds.

A task module `bench/NAME.py` ends with `TASK = Task("NAME", answer, score)`; `bench/cards/NAME.toml` says what it
asks, of which data, and what its figures mean. The runner times the answers and writes them down.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from demarche.bench.card import Card, card
from demarche.bench.rows import write_rows

Figures = dict[str, Any]
"""What a scorer found: numbers by key, or tables of numbers. A key that the gold does not support is left out."""

Answers = Callable[[Path], Iterable[Any]]
"""One prediction an item, in the file's order. Sees the input fields only: read them by `rows.inputs`."""

Scores = Callable[[Sequence[Any], Path], Figures]
"""The figures of some predictions against the gold in the file; empty where it has none."""

Writes = Callable[[Sequence[Any], Path], None]
"""Predictions as others can score them again (a file, or a folder for `records`)."""


class Rate(msgspec.Struct, frozen=True):
    """A figure of speed: `key` is what `units` counts in the predictions, a second."""

    key: str
    units: Callable[[Sequence[Any]], int] = len


class Task(msgspec.Struct, frozen=True):
    """One question of the bench."""

    name: str
    answer: Answers
    score: Scores
    write: Writes = write_rows
    rate: Rate | None = None

    @property
    def card(self) -> Card:
        """What it asks, of which data, and how it is measured."""
        return card(self.name)

    @property
    def question(self) -> str:
        """What it asks, in a line."""
        return self.card.question

    @property
    def figures(self) -> tuple[str, ...]:
        """The keys that every answer of `demarche bench NAME FILE --json` holds."""
        return tuple(figure.key for figure in self.card.figures)
