"""A text -> its sentences, and those of them that are about one record.

The text of a government about one contact is about it as a whole. Where a text tells of several, as papers do, a record
has the sentences of its claims and those that follow, up to the next sentence that tells of another one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from demarche.lexicon.tables import data, load_csv
from demarche.model import Claim, Document, Engagement, Evidence, Stretch
from demarche.records.tellings import DONE

_END = re.compile(r"""(?<=[.!?])["”’»)\]]*\s+(?=["“‘«(\[]*[^\W_a-z])|\n+""")
_WORD = re.compile(r"([^\W\d_]+)\.\Z")
VAGUE = frozenset({"talks", "outreach", "other"})
"""*They discussed …* tells what was said rather than that they met."""
FOLLOWING = 12
"""Sentences after a report that may still be about it."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a document; `reports` is true where it is one that tells that the contact took place."""

    document: str
    start: int
    end: int
    text: str
    reports: bool = False

    def evidence(self, field: str, start: int | None = None, end: int | None = None) -> Evidence:
        """Its words, or those between two offsets of the document, as evidence."""
        first, last = self.start if start is None else start, self.end if end is None else end
        return Evidence(self.document, first, last, self.text[first - self.start : last - self.start], field)


class _Abbreviation(msgspec.Struct, frozen=True):
    word: str
    kind: str


@cache
def _abbreviations() -> frozenset[str]:
    rows = load_csv(data("languages", "en", "abbreviations.csv"), _Abbreviation)
    return frozenset(row.word for row in rows)


def sentences(document: Document) -> list[Sentence]:
    """The sentences of a text, boilerplate left out."""
    text = document.text
    out = [Stretch(b.start, b.end) for b in document.boilerplate]
    return [
        Sentence(document.id, start, end, text[start:end])
        for start, end in _cut(text)
        if not any(b.start < end and start < b.end for b in out)
    ]


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _END.finditer(text):
        before = text[start : gap.start()]
        if "\n" not in gap.group() and _is_abbreviated(before):
            continue
        yield from _trimmed(text, start, gap.end())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviated(before: str) -> bool:
    """Does a full stop belong to the word before it: a title, an initial, *U.S.*?"""
    last = _WORD.search(before)
    return bool(last) and (len(last[1]) == 1 or last[1].lower() in _abbreviations())  # type: ignore[index]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    first, last = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    if first < last:
        yield first, last


def passages(document: Document, claims: Iterable[Claim], own: frozenset[str], near: frozenset[str]) -> list[Sentence]:
    """The sentences that are about a record: `own` are its claims, `near` also those of its whole and its parts.

    What is still to come is no other event, but part of what was talked about.
    """
    told = sorted((c for c in claims if isinstance(c, Engagement)), key=lambda c: c.start)
    cut = sentences(document)
    ours = [c for c in told if c.id in own]
    mine = [_marks(s, ours) for s in cut]
    others = [_marks(s, [c for c in told if c.id not in near and _another(c, ours)]) for s in cut]
    if document.official_of and (not told or told[0].id in own | near):
        about = [not other or here for here, other in zip(mine, others, strict=True)]
    else:
        about = _runs(mine, others)
    formal = [c for c in ours if c.mode not in VAGUE]
    return [msgspec.structs.replace(s, reports=_marks(s, formal)) for s, here in zip(cut, about, strict=True) if here]


def _another(claim: Engagement, ours: Sequence[Engagement]) -> bool:
    """Does a claim tell of another event: one that took place, between others, or on a day of its own?"""
    sides = {p.side for c in ours for p in c.participants}
    elsewhere = {p.side for p in claim.participants} - sides
    return claim.status in DONE and bool(elsewhere or (claim.date and claim.date.words))


def _marks(sentence: Sentence, claims: Iterable[Claim]) -> bool:
    return any(sentence.start <= c.start < sentence.end for c in claims)


def _runs(mine: Sequence[bool], others: Sequence[bool]) -> list[bool]:
    about, left = [], 0
    for here, other in zip(mine, others, strict=True):
        left = FOLLOWING if here else 0 if other else max(left - 1, 0)
        about.append(left > 0)
    return about
