"""What leaves the house: all of a store, or the part of it that a question takes, with everything it rests on.

A part holds the records that meet the question; the claims they are made of, and what else their documents say; those
documents with their families; and the differences inside those records and families. Nothing is cut off: the part is
as complete as the whole.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from demarche.model import Campaign, Claim, Difference, Document, Family, Measure, Record, Reject
from demarche.publish.queries import Query
from demarche.store import Store
from demarche.store.verify import Texts, check_claim, check_difference, check_evidence, check_record


class Holdings:
    """The nouns of a store that meet a question, streamed; every quote is compared with its text on its way out."""

    def __init__(self, store: Store, query: Query | None = None) -> None:
        self._store = store
        self.query = query
        self._texts = Texts(store.link)

    @property
    def records(self) -> Iterator[Record]:
        """The records that meet the question, by id."""
        for record in self._store.records:
            if self.query is None or self.query.takes(record):
                check_record(record, self._texts)
                yield record

    @property
    def claims(self) -> Iterator[Claim]:
        """What the documents say, in the order of their ids and of the text."""
        for claim in self._claims():
            check_claim(claim, self._texts[claim.document])
            yield claim

    @property
    def documents(self) -> Iterator[Document]:
        """The documents, each with the id of its family."""
        for document in self._store.documents:
            if self.query is None or document.id in self._chosen:
                yield msgspec.structs.replace(document, family=self.family_of.get(document.id))

    @property
    def families(self) -> Iterator[Family]:
        """The families of the documents, with all their members."""
        for family in self._store.families:
            if self.query is None or not self._chosen.isdisjoint(family.documents):
                yield family

    @property
    def campaigns(self) -> Iterator[Campaign]:
        """The tours and campaigns to which any of the records belongs, with all their members."""
        shown = None if self.query is None else {r.id for r in self.records}
        for campaign in self._store.campaigns:
            if shown is None or shown & {*campaign.members, *campaign.told_by}:
                check_evidence(f"campaign {campaign.id}", campaign.evidence, self._texts)
                yield campaign

    @property
    def differences(self) -> Iterator[Difference]:
        """The differences inside the records and families."""
        scopes = None if self.query is None else {r.id for r in self.records} | {f.id for f in self.families}
        for difference in self._store.differences:
            if scopes is None or difference.scope in scopes:
                check_difference(difference, self._texts)
                yield difference

    @property
    def measures(self) -> Iterable[Measure]:
        """The measures of the countries asked for; of all, if none was."""
        countries = self.query.countries if self.query else frozenset()
        return (m for m in self._store.measures if not countries or m.state in countries)

    @property
    def rejects(self) -> Iterable[Reject]:
        """What was refused; it belongs to no record, so it is always told."""
        return self._store.rejects

    @cached_property
    def family_of(self) -> dict[str, str]:
        """The id of its family for every document."""
        return self._store.families.by_document()

    def document(self, id: str) -> Document:
        """A document by its id, chosen or not."""
        return self._store.documents[id]

    def claim(self, id: str) -> Claim:
        """A claim by its id."""
        return self._store.claims[id]

    def _claims(self) -> Iterable[Claim]:
        if self.query is None:
            return self._store.claims
        return (claim for id in sorted(self._chosen) for claim in self._store.claims.of(id))

    @cached_property
    def _chosen(self) -> frozenset[str]:
        """The documents that the records' words stand in."""
        claims = (self._store.claims[id] for record in self.records for id in record.claims)
        return frozenset(claim.document for claim in claims)
