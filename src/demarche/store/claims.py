"""Claims by document, with a mark of what read it: a document is read again only by another reader."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from demarche.model import Claim, StoreError, participants
from demarche.store import schema
from demarche.store.merging import unmerged
from demarche.store.search import Search, of_statements
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.verify import Texts, check_claim


class Claims(Shelf[Claim]):
    """`for claim in store.claims`, `store.claims.of(document)`."""

    table = schema.claims
    kind = Claim
    order = ("document", "start", "end", "id")

    def put(self, document: str, claims: Iterable[Claim], reader: str) -> int:
        """Put what a reader found in a document in the place of what was found before; say how many claims."""
        text = Texts(self.link)[document]
        found = {claim.id: claim for claim in _named(claims)}
        for claim in found.values():
            if claim.document != document:
                raise StoreError(f"claim {claim.id} is about {claim.document}, not {document}")
            check_claim(claim, text)
        with self.link.writing():
            self._drop(document, found)
            self.link.put(schema.claims, map(_row, found.values()))
            self.link.put(schema.claim_countries, _countries(found.values()))
            Search(self.link).put("statement", of_statements(found.values()))
            self.link.put(schema.readings, [_reading(document, reader, len(found))])
        return len(found)

    def carry(self, found_by: str, claims: Iterable[Claim]) -> None:
        """Put claims that rest on more than one document in the place of those that the same finder left before."""
        new = {claim.id: claim for claim in _named(claims)}
        with self.link.writing():
            texts = Texts(self.link)
            for claim in new.values():
                check_claim(claim, texts[claim.document])
            mine = sa.select(schema.claims.c.id, schema.claims.c.document)
            held = self.link.pairs(mine.where(schema.claims.c.found_by == found_by))
            for id in held.keys() - new.keys():
                self.link.delete(schema.claims, schema.claims.c.id == id)
            unmerged(self.link, {c.document for id, c in new.items() if id not in held})
            self.link.put(schema.claims, map(_row, new.values()))
            self.link.put(schema.claim_countries, _countries(new.values()))

    def _drop(self, document: str, found: Mapping[str, Claim]) -> None:
        """Delete what is not found any more. A claim that is found again stays: records hold on to it."""
        mine = sa.select(schema.claims.c.id).where(schema.claims.c.document == document)
        self.link.delete(schema.claim_countries, schema.claim_countries.c.claim.in_(mine))
        gone = [id for (id,) in self.link.rows(mine) if id not in found]
        Search(self.link).drop("statement", gone)
        for id in gone:
            self.link.delete(schema.claims, schema.claims.c.id == id)

    def of(self, document: str) -> Iterator[Claim]:
        """The claims of one document, in the order of the text."""
        return self.where(schema.claims.c.document == document)

    def events(self) -> Iterator[Claim]:
        """The engagements and acts: what records are made of."""
        return self.where(schema.claims.c.type.in_(("engagement", "act")))

    def unread(self, reader: str) -> list[str]:
        """The ids of the documents that this reader has not read yet, copies of a story one after the other.

        They share sentences, and whoever reads them remembers the last few thousand.
        """
        read = sa.select(schema.readings.c.document).where(schema.readings.c.reader == reader)
        one, family = schema.documents.c.id, schema.family_documents.c
        query = sa.select(one).outerjoin(schema.family_documents, family.document == one).where(one.not_in(read))
        return [id for (id,) in self.link.rows(query.order_by(family.family, one))]


def _reading(document: str, reader: str, claims: int) -> dict[str, Any]:
    return {"document": document, "reader": reader, "claims": claims, "merged": False}


def _named(claims: Iterable[Claim]) -> Iterator[Claim]:
    for claim in claims:
        yield claim if claim.id else claim.with_id()


def _row(claim: Claim) -> dict[str, Any]:
    date = getattr(claim, "date", None)
    return {
        "id": claim.id,
        "document": claim.document,
        "type": claim.__struct_config__.tag,
        "start": claim.start,
        "end": claim.end,
        "status": getattr(claim, "status", None),
        "mode": getattr(claim, "mode", None),
        "event": column(getattr(claim, "event", None)),
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "found_by": claim.found_by,
        "body": encoded(claim),
    }


def _countries(claims: Iterable[Claim]) -> Iterator[dict[str, str]]:
    for claim in claims:
        for country in sorted({p.country for p in participants(claim) if p.country}):
            yield {"claim": claim.id, "country": country}
