"""No claim without its words: whatever is written to the store must quote exactly what stands in its document."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Difference, Document, Evidence, Participant, Record, StoreError, Stretch, Words
from demarche.model.claim import Claim
from demarche.store import schema
from demarche.store.link import Link


class Texts:
    """The texts of the store's documents by id; the last few hundred are kept at hand."""

    def __init__(self, link: Link, size: int = 256) -> None:
        self._link = link
        self._size = size
        self._kept: OrderedDict[str, str] = OrderedDict()

    def __getitem__(self, document: str) -> str:
        if document in self._kept:
            self._kept.move_to_end(document)
            return self._kept[document]
        found = self._link.row(sa.select(schema.documents.c.body).where(schema.documents.c.id == document))
        if found is None:
            raise StoreError(f"the store holds no document {document}")
        self._kept[document] = msgspec.json.decode(found[0], type=Document).text
        if len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return self._kept[document]


def check_claim(claim: Claim, text: str) -> None:
    """Refuse a claim of which any quote, or any stretch, is not in the text as it says."""
    _check(f"claim {claim.id}", claim.start, claim.end, claim.quote, text)
    _check_parts(f"claim {claim.id}", claim, text)


def check_record(record: Record, texts: Texts) -> None:
    """Refuse a record whose evidence does not stand in its documents."""
    check_evidence(f"record {record.id}", record.evidence, texts)


def check_evidence(what: str, evidence: Iterable[Evidence], texts: Texts) -> None:
    """Refuse a noun whose evidence does not stand in its documents."""
    for e in evidence:
        _check(f"{what}, {e.field}", e.start, e.end, e.quote, texts[e.document])


def check_difference(difference: Difference, texts: Texts) -> None:
    """Refuse a difference of which a side does not stand in its document."""
    for side in (difference.a, difference.b):
        if side is not None:
            _check(f"difference {difference.id}", side.start, side.end, side.quote, texts[side.document])


def _check(what: str, start: int, end: int, quote: str | None, text: str) -> None:
    if end > len(text):
        raise StoreError(f"{what}: the stretch {start}-{end} lies outside a text of {len(text)} characters")
    if quote is not None and text[start:end] != quote:
        raise StoreError(f"{what}: quotes {quote!r} where the text has {text[start:end]!r} ({start}-{end})")


def _check_parts(what: str, noun: msgspec.Struct, text: str) -> None:
    for part in _parts(noun):
        match part:
            case Words():
                _check(what, part.start, part.end, part.quote, text)
            case Stretch():
                _check(what, part.start, part.end, None, text)
            case Evidence():
                raise StoreError(f"{what}: a claim rests on its own document only")
            case Participant(start=int(start), end=int(end)):
                _check(what, start, end, None, text)
            case _:
                _check_parts(what, part, text)


def _parts(noun: msgspec.Struct) -> Iterator[Any]:
    """The structs that are fields of a struct, or stand in a tuple that is one."""
    for name in noun.__struct_fields__:
        value = getattr(noun, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, msgspec.Struct):
                yield part
