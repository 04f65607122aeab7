"""Texts in which it is known whom each pronoun means: GUM's chains, and our own passages (`annotations/pronouns/`)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from demarche.language.coreference.course import Candidate, Told
from demarche.language.coreference.story import Story
from demarche.lexicon.names import folded
from demarche.model import Document, text_sha256

GUM = ("gum_no_nc-train.conllu", "gum_no_nc-dev.conllu")
MARK = re.compile(r"\b(he|him|his|she|her|hers)\[([^\]]+)\]", re.IGNORECASE)
OPENING = re.compile(r"(\()?([^()]+)(\))?")
POINTING = ("pronoun", "open")


class Passage(NamedTuple):
    """A text; `meant` says by the place of a word whom it means: in GUM that of every head word of a person's, in ours
    that of the marked pronouns (`-` is nobody with a name). `chained` tells the two apart.
    """

    document: Document
    meant: dict[int, str]
    chained: bool

    def is_right(self, story: Story, one: Candidate, start: int) -> bool:
        """Is it the one whom the pronoun at a place means?"""
        if not self.chained:
            return any(folded(self.meant[start]) in words for words in _called(story, one))
        plain = [t for t in one.told if t.form not in POINTING] or one.told[-1:]
        chains = Counter(c for t in plain if (c := self.meant.get(_start(story, t))))
        return bool(chains) and chains.most_common(1)[0][0] == self.meant[start]


def _start(story: Story, told: Told) -> int:
    return story.sentences[told.sentence].tokens[told.token].start


def _called(story: Story, one: Candidate) -> Iterator[str]:
    """The words and names for somebody."""
    yield from (folded(str(part)) for part in one.whom if part)
    for t in one.told:
        if t.mention is not None:
            yield folded(t.mention.name or "")
            yield folded(story.text[t.mention.start : t.mention.end])


def _document(text: str, day: str | None) -> Document:
    return Document(
        id="doc_1", source="newspaper", text=text, text_sha256=text_sha256(text), raw_sha256="", published=day,
        published_basis="given" if day else "unknown", source_class="press", language="en",
    )  # fmt: skip


def own(folder: Path) -> Iterator[Passage]:
    """Our own passages, one a line: a day, then the text, whom a pronoun means in brackets behind it."""
    for line in (row for f in sorted(folder.glob("*.txt")) for row in f.read_text(encoding="utf-8").splitlines()):
        day, _, marked = line.partition(" ")
        text, at, meant = "", 0, {}
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            meant[len(text)] = mark[2]
            text, at = text + mark[1], mark.end()
        yield Passage(_document(text + marked[at:], day), meant, chained=False)


def gum(folder: Path) -> Iterator[Passage]:
    """The documents of GUM, with the chains of its persons."""
    for name in GUM:
        blocks = (folder / name).read_text(encoding="utf-8").split("# newdoc")[1:]
        yield from (_chained(block.split("\n")) for block in blocks)


def _chained(lines: Sequence[str]) -> Passage:
    """One document: its sentences as running text, and the entities that open and close at its words."""
    text, at, opens, starts, rows = "", 0, False, list[int](), list[str]()
    for line in lines:
        if line.startswith("# newpar"):
            opens = bool(text)
        elif line.startswith("# text = "):
            text += "\n\n" if opens else " " if text else ""
            at, opens = len(text), False
            text += line[9:]
        elif re.match(r"\d+[-\t]", line):
            number, form = line.split("\t")[:2]
            found = text.find(form, at)
            starts += [] if "-" in number else [at if found < 0 else found]
            rows += [] if "-" in number else [line.split("\t")[9]]
            at = at if "-" in number or found < 0 else found + len(form)
    return Passage(_document(text, None), dict(_heads(rows, starts)), chained=True)


def _heads(rows: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Where the head words of persons start, and the chain of each; of those that share one the shortest counts."""
    persons = [e for e in _entities(rows) if e[2] in ("person", "animal")]
    for first, last, _, chain, heads in sorted(persons, key=lambda e: e[0] - e[1]):
        yield from ((starts[k], chain) for h in heads if (k := first + h - 1) <= last)


def _entities(rows: Sequence[str]) -> Iterator[tuple[int, int, str, str, list[int]]]:
    """First and last word, kind, chain and the numbers of the head words inside, of each entity."""
    open_: list[tuple[int, list[str]]] = []
    for k, row in enumerate(rows):
        told = next((field[7:] for field in row.split("|") if field.startswith("Entity=")), "")
        for opening, body, closing in OPENING.findall(told):
            if opening:
                open_.append((k, body.split("-")))
            if closing:
                n = next(n for n in reversed(range(len(open_))) if open_[n][1][0] == body.split("-")[0])
                first, parts = open_.pop(n)
                yield first, k, parts[1], parts[0], [int(h) for h in parts[5].split(",") if h.isdigit()]
