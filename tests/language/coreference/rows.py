"""The written cases: texts, their day, and whom words in them mean."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from demarche.language import Reader
from demarche.lexicon import knowledge
from demarche.lexicon.names import folded
from demarche.model import Document, Mention, Parsed, text_sha256

HERE = Path(__file__).parent


class Row(NamedTuple):
    """One word or phrase of a text, and the names of those whom it means; none where nobody can tell."""

    text: str
    date: str
    words: str
    start: int
    names: tuple[str, ...]


def rows(file: str) -> list[Row]:
    """The rows of one of the files."""
    cases = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))["cases"]
    return [_row(case, *words) for case in cases for words in case["words"]]


def _row(case: dict[str, str], words: str, nth: int, names: str | list[str]) -> Row:
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", case["text"])]
    told = tuple(names) if isinstance(names, list) else () if names == "nobody" else (names,)
    return Row(case["text"], case["date"], words, places[nth - 1], told)


@cache
def _reader() -> Reader:
    return Reader(knowledge())


def document(text: str, day: str) -> Document:
    """A document of these words."""
    return Document(
        id="doc", source="a test", text=text, text_sha256=text_sha256(text), raw_sha256="", language="en",
        published=day, published_basis="given",
    )  # fmt: skip


@cache
def read(text: str, day: str) -> Parsed:
    """A text read."""
    return _reader().read(document(text, day))


def answer(row: Row) -> list[set[str]]:
    """What the words were taken for: for each one meant, everything by which they are called."""
    mentions = {(m.start, m.end): m for m in read(row.text, row.date).mentions}
    own = mentions.get((row.start, row.start + len(row.words)))
    if own is None:
        return []
    if not own.plural:
        return [_called(own, row.text, mentions)] if own.antecedents or own.name else []
    return [_called(mentions[a.start, a.end], row.text, mentions) for a in own.antecedents]


def _called(m: Mention, text: str, mentions: dict[tuple[int, int], Mention]) -> set[str]:
    """The name, the words, the state; and the words before that it goes back to."""
    state = knowledge().state(m.country)
    own = {folded(n) for n in (m.name, text[m.start : m.end], state.name if state else None) if n}
    before = [] if m.plural else [mentions[a.start, a.end] for a in m.antecedents]
    return own.union(*(_called(b, text, mentions) for b in before))


def is_right(row: Row) -> bool:
    """Are those meant the ones expected, one for one?"""
    told = answer(row)
    return len(told) == len(row.names) and all(
        any(folded(name) in called for each in told for called in each) for name in row.names
    )
