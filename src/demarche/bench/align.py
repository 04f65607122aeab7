"""Strings of the gold found in a product's text, which may have other blanks and quote marks, or parts left out."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from demarche.bench.figures import Pair, overlap

MARKS = str.maketrans({
    "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "\u00ad": "", "…": "...",
})  # fmt: skip
LONG_ENOUGH_TO_BE_UNIQUE = 40
TOO_SHORT_TO_GUESS = 12
RATIO = 0.9


def squash(text: str) -> tuple[str, list[int]]:
    """The text with marks made plain and white space made one blank, and where each of its characters stood."""
    out: list[str] = []
    home: list[int] = []
    for i, character in enumerate(text):
        for plain in character.translate(MARKS):
            blank = plain.isspace()
            if blank and (not out or out[-1] == " "):
                continue
            out.append(" " if blank else plain)
            home.append(i)
    return "".join(out), home


def squashed(text: str) -> str:
    """The text with marks made plain and white space made one blank, without blanks at its ends."""
    return squash(text)[0].strip()


def touches(stretches: Iterable[Pair | None], stretch: Pair | None) -> bool:
    """Does a stretch share a character with one of several?"""
    return stretch is not None and any(s is not None and overlap(s, stretch) > 0 for s in stretches)


class Aligned:
    """One product's text; `find` gives the stretch of a gold string there, or None.

    `anchors` are (place, string) of the gold's text: long ones that occur once tell where the others should lie.
    """

    def __init__(self, text: str, anchors: Iterable[tuple[int, str]] = ()) -> None:
        self.text = text
        self.plain, self.home = squash(text)
        self.words: list[Pair] = [m.span() for m in re.finditer(r"\w+", text)]
        self._starts: list[int] = []
        self._places: dict[str, list[int]] = {}
        for k, m in enumerate(re.finditer(r"\S+", self.plain)):
            self._starts.append(m.start())
            self._places.setdefault(m[0], []).append(k)
        self._memory: dict[tuple[str, int | None], Pair | None] = {}
        self._anchors: list[Pair] = [(0, 0)]
        for at, string in sorted(set(anchors)):
            hits = self.exact(string)
            if len(string) >= LONG_ENOUGH_TO_BE_UNIQUE and len(hits) == 1 and hits[0][0] >= self._anchors[-1][1]:
                self._anchors.append((at, hits[0][0]))

    def exact(self, string: str) -> list[Pair]:
        """Every occurrence, white space and marks apart."""
        plain = squashed(string)
        if not plain:
            return []
        return [self._stretch(m.start(), m.start() + len(plain)) for m in re.finditer(re.escape(plain), self.plain)]

    def find(self, string: str, at: int | None = None) -> Pair | None:
        """The exact occurrence nearest to where it should lie, else the best window with a ratio of .9."""
        if (string, at) not in self._memory:
            hits = self.exact(string)
            near = min(hits, key=lambda hit: abs(hit[0] - self._guess(at)), default=None)
            self._memory[string, at] = near or self._nearly(string)
        return self._memory[string, at]

    def standing(self, string: str, places: Sequence[int], *, is_title: bool = False) -> list[Pair | None]:
        """Where each occurrence of a boilerplate string stands, None if it is gone.

        A long string: its occurrences in order, the first of a title's spared. A short one may also be a word of the
        article: only a line of its own counts, near its place.
        """
        if len(string) >= 25:
            hits = self.exact(string)[is_title:]
            return [hits[k] if k < len(hits) else None for k in range(len(places))]
        return [self._line(squashed(string), at) for at in places]

    def _line(self, plain: str, at: int, slack: int = 400) -> Pair | None:
        lines = [m.span() for m in re.finditer(r"[^\n]+", self.text) if squashed(m[0]) == plain]
        near = min(lines, key=lambda line: abs(line[0] - self._guess(at)), default=None)
        return near if near and abs(near[0] - self._guess(at)) < slack else None

    def _stretch(self, start: int, end: int) -> Pair:
        return self.home[start], self.home[min(end, len(self.home)) - 1] + 1

    def _guess(self, at: int | None) -> int:
        """Where a place of the gold's text should lie, by the nearest anchor before it."""
        if at is None:
            return 0
        theirs, ours = max(anchor for anchor in self._anchors if anchor[0] <= at)
        return ours + at - theirs

    def _nearly(self, string: str) -> Pair | None:
        """The best window of the same length that starts where one of the first four words would put it."""
        plain = squashed(string)
        if len(plain) < TOO_SHORT_TO_GUESS:
            return None
        first = enumerate(plain.split()[:4])
        starts = {k - n for n, word in first for k in self._places.get(word, ()) if k >= n}
        best, found = RATIO, None
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(plain)
        for start in sorted(self._starts[k] for k in starts):
            matcher.set_seq1(self.plain[start : start + len(plain)])
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() > best:
                best, found = matcher.ratio(), self._stretch(start, start + len(plain))
        return found
