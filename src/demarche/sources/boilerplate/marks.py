"""A text -> the stretches of it that are boilerplate, sorted, none overlapping the next."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from demarche.model import Boilerplate
from demarche.sources.boilerplate.rules import rules

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(r"[.!?…:;,][\"”’')\]]*\Z")
_HEAD_LINES = 6
_LIST_LINES = 12
_LIST_WORDS = 25
_REPEATED_WORDS = 6


class Line(msgspec.Struct, frozen=True):
    """A line of a text without the blanks at its ends, and where it stands."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of a text, from an offset on, that are not blank."""
    for m in _LINE.finditer(text, start):
        if words := m.group().strip():
            yield Line(m.start() + len(m.group()) - len(m.group().lstrip()), words)


def marked(text: str, start: int = 0) -> tuple[Boilerplate, ...]:
    """The boilerplate of a text from an offset on (what stands before it is known already)."""
    held = list(lines(text, start))
    return merged((*_by_rule(held), *_repeated(held)))


def merged(found: Iterable[Boilerplate]) -> tuple[Boilerplate, ...]:
    """Sorted, and each stretch once: what overlaps an earlier one is cut short or left out."""
    kept: list[Boilerplate] = []
    for one in sorted(found, key=lambda b: (b.start, -b.end)):
        begin = max(one.start, kept[-1].end if kept else 0)
        if begin < one.end:
            kept.append(Boilerplate(begin, one.end, one.kind))
    return tuple(kept)


def _by_rule(held: list[Line]) -> Iterator[Boilerplate]:
    below = 0
    for number, line in enumerate(held):
        matches = list(rules().of_line(line.words, at_head=number < _HEAD_LINES))
        yield from (Boilerplate(line.start + m.start, line.start + m.end, m.kind) for m in matches)
        if any(m.rule.heads for m in matches):
            below = _LIST_LINES
        elif below and not matches:
            below = below - 1 if _is_headline(line.words) else 0
            if below:
                yield Boilerplate(line.start, line.end, "teaser")


def has_stop(words: str) -> bool:
    """Does a line end as a sentence does?"""
    return _STOP.search(words) is not None


def _is_headline(words: str) -> bool:
    """A line in a list of pointers: short, and no sentence with its stop."""
    return not has_stop(words) and len(words.split()) <= _LIST_WORDS


def _repeated(held: list[Line]) -> Iterator[Boilerplate]:
    """Lines that stand in the text more than once: a caption all times, a sentence from the second time on."""
    counts = Counter(line.words for line in held if len(line.words.split()) >= _REPEATED_WORDS)
    seen: set[str] = set()
    for line in held:
        if counts[line.words] > 1:
            if line.words in seen or not has_stop(line.words):
                yield Boilerplate(line.start, line.end, "repeated")
            seen.add(line.words)
