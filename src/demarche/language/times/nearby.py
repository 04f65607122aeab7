"""Where in a text each rule can match at all: near the words that it needs, found for all rules in one pass."""

from collections.abc import Mapping, Sequence
from functools import cache

import ahocorasick

from demarche.language.times.rule import Rule
from demarche.language.times.rules import rules
from demarche.language.times.words import literals

Needs = tuple[str, ...]
Windows = Mapping[int, list[tuple[int, int]]]
"""For each set of needs that is met, by its number, the stretches to search."""
REACH = 70
"""Characters before and behind a needed word among which a match with it lies."""


class Nearby:
    """The automaton over what all rules need."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        of: dict[str, set[tuple[int, bool]]] = {}
        for group, own in enumerate(needs):
            for need in own:
                for word in literals(need):
                    whole = not word.startswith("~") and not word.isdecimal()
                    of.setdefault(word.lstrip("~"), set()).add((group, whole))
        self._automaton = ahocorasick.Automaton()
        for word, groups in of.items():
            self._automaton.add_word(word, (len(word), tuple(sorted(groups))))
        self._automaton.make_automaton()

    def windows(self, text: str) -> Windows:
        """The stretches to search, in order, none overlapping."""
        low = text.lower()
        if len(low) != len(text):  # the capital İ has a small letter of two
            low = "".join(c.lower()[:1] for c in text)
        found: dict[int, list[tuple[int, int]]] = {}
        for last, (length, groups) in self._automaton.iter(low):
            start, end = last + 1 - length, last + 1
            whole = _is_whole(low, start, end)
            for group, asked in groups:
                if whole or not asked:
                    _widen(found.setdefault(group, []), max(0, start - REACH), min(len(text), end + REACH))
        return found


def _is_whole(low: str, start: int, end: int) -> bool:
    """Do no letters stand beside a word, but for an *s*?"""
    if start and low[start - 1].isalpha():
        return False
    if low[end : end + 1] == "s":
        end += 1
    return not low[end : end + 1].isalpha()


def _widen(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    if stretches and start <= stretches[-1][1]:
        first, last = stretches.pop()
        stretches.append((min(first, start), max(last, end)))
    else:
        stretches.append((start, end))


@cache
def ruled() -> tuple[Nearby, tuple[tuple[tuple[int, Rule], ...], ...]]:
    """That of the English rules, and the rules, each with its rank, that each set of needs is of."""
    every = tuple(dict.fromkeys(rule.needs for rule in rules()))
    return Nearby(every), tuple(tuple((n, r) for n, r in enumerate(rules()) if r.needs == own) for own in every)
