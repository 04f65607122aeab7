"""Our own marked sentences (`annotations/told/`) and passages (`annotations/links/`) -> what their words tell."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from demarche.language.sentences import sentences
from demarche.model.values import SignKind
from passages import LETTERS, read_passage

KINDS: tuple[SignKind, ...] = get_args(SignKind)
MARKS = re.compile(r"\{([vmctslo]):|\}|<|>")

Spans = list[tuple[SignKind, int, int]]
"""What is told, or "party", from and to which code point."""


def unmarked(line: str) -> tuple[str, Spans]:
    """The sentence without its marks, and what was marked. Raises ValueError where marks do not match."""
    parts: list[str] = []
    spans: Spans = []
    opened: list[tuple[SignKind, int]] = []
    at = length = 0
    for mark in MARKS.finditer(line):
        parts.append(line[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[0] == "<":
            opened.append(("party", length))
        elif mark[1]:
            opened.append((_named(LETTERS[mark[1]]), length))
        else:
            kind, start = opened.pop() if opened else _fail(line)
            spans.append((kind, start, length))
    return ("".join([*parts, line[at:]]), spans) if not opened else _fail(line)


def _fail(line: str) -> Any:
    raise ValueError(f"marks that do not match: {line!r}")


def parted(line: str) -> Iterator[tuple[str, Spans]]:
    """The sentences of a marked passage (`annotations/links/`); of its parties those to what the sentence tells."""
    passage = read_passage(line)
    for start, end in sentences(passage.text, 0, len(passage.text)):
        told = [(mode, s, n) for n, spans in passage.told.items() for mode, s in spans if start <= s.start < end]
        here = {n for _, _, n in told}
        named = {s for n in here for s in passage.parties.get(n, ()) if start <= s.start < end}
        spans: Spans = [(_named(mode), s.start - start, s.end - start) for mode, s, _ in told]
        spans += [("party", s.start - start, s.end - start) for s in sorted(named)]
        yield passage.text[start:end], spans


def _named(mode: str) -> SignKind:
    return next(kind for kind in KINDS if kind == mode)
