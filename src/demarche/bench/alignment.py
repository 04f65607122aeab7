"""CoNLL-U with whatever words -> words keyed by the characters they cover, so that two cuttings of a text compare.

The comparison is that of the CoNLL 2018 shared task (Zeman et al. 2018): figures are F1 over words, and a word counts
when both sides have one with the very same characters. Parts of a multi-word token share its characters out if they
spell it; if not, they are told apart by their order.
"""

from collections.abc import Iterable, Mapping

import msgspec

from demarche.bench.tabbed import Block, squeezed, words
from demarche.model import BadInput

Key = tuple[int, int, int]
"""First character, last + 1, place among words that cover the same."""


class Word(msgspec.Struct, frozen=True):
    """What is compared of a word; its head is a key too, the root and a head that does not exist are None."""

    head: Key | str | None
    deprel: str
    upos: str
    lemma: str


class Annotated(msgspec.Struct, frozen=True):
    """A file's characters, words and sentences."""

    text: str
    words: Mapping[Key, Word]
    sentences: frozenset[tuple[int, int]]


def annotated(sentences: Iterable[Block]) -> Annotated:
    """Key every word of a file by its characters."""
    text: list[str] = []
    found: dict[Key, Word] = {}
    stretches: set[tuple[int, int]] = set()
    at = 0
    for block in sentences:
        keys, end = _keys(block, at, text)
        for row in words(block):
            found[keys[row[0]]] = Word("root" if row[6] == "0" else keys.get(row[6]), row[7], row[3], row[2])
        stretches.add((at, end))
        at = end
    return Annotated("".join(text), found, frozenset(stretches))


def _keys(block: Block, at: int, text: list[str]) -> tuple[dict[str, Key], int]:
    """The key of each word number of a sentence, and where the sentence ends."""
    keys: dict[str, Key] = {}
    inside: set[str] = set()
    for row in block.rows:
        if "." in row[0] or row[0] in inside:
            continue
        form = squeezed(row[1])
        text.append(form)
        if "-" in row[0]:
            parts = _parts(block, row[0])
            inside.update(number for number, _ in parts)
            keys.update(_shared(parts, form, at))
        else:
            keys[row[0]] = (at, at + len(form), 0)
        at += len(form)
    return keys, at


def _parts(block: Block, numbers: str) -> list[tuple[str, str]]:
    """Number and characters of each word in a multi-word token."""
    first, last = map(int, numbers.split("-"))
    return [(row[0], squeezed(row[1])) for row in words(block) if first <= int(row[0]) <= last]


def _shared(parts: list[tuple[str, str]], form: str, at: int) -> dict[str, Key]:
    if "".join(part for _, part in parts) != form:
        return {number: (at, at + len(form), k) for k, (number, _) in enumerate(parts)}
    keys: dict[str, Key] = {}
    for number, part in parts:
        keys[number] = (at, at + len(part), 0)
        at += len(part)
    return keys


def same_text(answered: str, asked: str) -> None:
    """Refuse to compare two files that do not spell the same characters."""
    if answered != asked:
        pairs = zip(answered, asked, strict=False)
        at = next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(answered), len(asked)))
        raise BadInput(f"texts differ at character {at}: {answered[at : at + 30]!r} / {asked[at : at + 30]!r}")
