"""Differences -> boxes: what two tellings do not share, side by side, with the words that differ lit."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from re import findall

from demarche.model import Difference, Evidence, Record
from demarche.model.values import DifferenceKind
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Box, Piece, Side
from demarche.publish.material import Material
from demarche.publish.names import file

SHOWN: dict[DifferenceKind, str] = {
    "contradiction": "Contradiction",
    "fact_change": "Facts differ",
    "fact_update": "Facts updated",
    "quote_altered": "Words of a quotation differ",
    "quote_unmarked": "Quotation marks dropped",
    "omission": "Told by one side only",
    "extra": "Detail on one side only",
}
"""The kinds that are shown, in this order; the others are counted."""
MOST = 24
STRAIGHT = str.maketrans("“”„‟’‘‛", '""""\'\'\'')
LONG = 600
"""Words longer than this are shown without a comparison word by word."""


def numbered(differences: Sequence[Difference], shown: frozenset[str] | None) -> dict[int, Difference]:
    """The differences to show, numbered from 1; with `shown`, those that touch one of these documents."""
    order = list(SHOWN)
    own = [d for d in differences if d.kind in SHOWN and (shown is None or _documents(d) & shown)]
    ranked = sorted(own, key=lambda d: (order.index(d.kind), -d.confidence, d.id, repr(d.a), repr(d.b)))
    return dict(enumerate(ranked[:MOST], start=1))


def _documents(d: Difference) -> set[str]:
    return {s.document for s in (d.a, d.b) if s is not None}


def by_record(chosen: dict[int, Difference], records: Iterable[Record]) -> dict[str, tuple[int, ...]]:
    """The numbers of the boxes about a record, by its id: of its accounts, and of copies that differ in its words."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    known = set()
    for record in records:
        known.add(record.id)
        for e in record.evidence:
            spans.setdefault(e.document, []).append((e.start, e.end, record.id))
    found: dict[str, tuple[int, ...]] = {}
    for number, d in chosen.items():
        sides = [s for s in (d.a, d.b) if s is not None]
        near = {id for s in sides for start, end, id in spans.get(s.document, ()) if start < s.end and s.start < end}
        for id in (d.scope,) if d.scope in known else sorted(near):
            found[id] = (*found.get(id, ()), number)
    return found


def boxes(chosen: dict[int, Difference], material: Material, notes: Footnotes) -> tuple[Box, ...]:
    """The boxes, their words cited."""
    records = {r.id for r in material.records}
    return tuple(_box(n, d, material, notes, records) for n, d in chosen.items())


def _box(number: int, d: Difference, material: Material, notes: Footnotes, records: set[str]) -> Box:
    a, b = _pieces(d.a, d.b), _pieces(d.b, d.a)
    return Box(
        number=number, kind=d.kind, title=SHOWN[d.kind], label=d.label, field=d.field.replace("_", " "),
        a=_side(d.a, a, material, notes), b=_side(d.b, b, material, notes),
        record=d.scope if d.scope in records else None,
    )  # fmt: skip


def _side(words: Evidence | None, pieces: tuple[Piece, ...], material: Material, notes: Footnotes) -> Side | None:
    if words is None:
        return None
    document = material.documents[words.document]
    return Side(
        source=document.publisher or document.title or file(document.source),
        published=document.published,
        pieces=pieces,
        note=notes.cite(words.document, words.start, words.end, words.quote),
    )


def _pieces(mine: Evidence | None, theirs: Evidence | None) -> tuple[Piece, ...]:
    """My words, those lit that the other side does not have."""
    if mine is None:
        return ()
    if theirs is None or max(len(mine.quote), len(theirs.quote)) > LONG:
        return (Piece(mine.quote),)
    one, two = findall(r"\S+\s*", mine.quote), findall(r"\S+\s*", theirs.quote)
    plain = SequenceMatcher(None, [_bare(w) for w in one], [_bare(w) for w in two], autojunk=False)
    spans = [(op != "equal", "".join(one[i:j])) for op, i, j, _, _ in plain.get_opcodes() if j > i]
    lead = mine.quote[: len(mine.quote) - len(mine.quote.lstrip())]
    return (*((Piece(lead),) if lead else ()), *(p for lit, text in spans for p in _trimmed(text, lit)))


def _bare(word: str) -> str:
    """A word as it is compared: the shape of quotation marks and apostrophes is no difference."""
    return word.strip().translate(STRAIGHT)


def _trimmed(text: str, lit: bool) -> tuple[Piece, ...]:
    """Lit words without the blank after them."""
    bare = text.rstrip()
    return (Piece(bare, lit), Piece(text[len(bare) :])) if lit and bare != text else (Piece(text, lit),)
