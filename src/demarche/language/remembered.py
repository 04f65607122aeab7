"""What was read last, kept for when it comes again: at most so many, the oldest forgotten first.

Two halves: when the newer is full, the older is dropped.
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """The last answers, so many or half of it."""

    def __init__(self, most: int) -> None:
        self._half = most // 2
        self._lately: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def get(self, asked: K) -> V | None:
        """What is known, or null."""
        found = self._lately.get(asked)
        return self._before.get(asked) if found is None else found

    def keep(self, answers: Mapping[K, V]) -> None:
        """Remember what is new; more than half of all at once is forgotten with the next."""
        if self._lately and len(self._lately) + len(answers) > self._half:
            self._before, self._lately = self._lately, {}
        self._lately.update(answers)

    def __len__(self) -> int:
        return len(self._lately.keys() | self._before.keys())
