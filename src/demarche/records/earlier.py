"""What the last run left: its records, and what each of them was made from, so that only what changed is made again."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from demarche.model import Document, Record
from demarche.records.bound import Bound
from demarche.records.tellings import Telling


class Earlier(msgspec.Struct, frozen=True):
    """`bases` says by id what a record was made from; empty where the code that made it is not today's."""

    records: tuple[Record, ...] = ()
    bases: Mapping[str, str] = {}


NOTHING = Earlier()


def basis(group: Iterable[Telling], documents: Mapping[str, Document], bound: Bound) -> str:
    """A digest of everything that a record is made from: its claims, whose texts they stand in, what was judged."""
    digest = hashlib.sha256()
    for t in sorted(group, key=lambda t: t.claim.id):
        d = documents.get(t.claim.document)
        about = (d.published, d.official_of, d.source_class, d.publisher, d.text_sha256) if d else ()
        digest.update(repr((t.claim.id, t.claim.confidence, t.family, t.origin, about)).encode())
    own = sorted(bound.of(t.claim.id for t in group))
    digest.update(repr(own).encode())
    return digest.hexdigest()[:16]


class Unchanged:
    """Which earlier records stand as they are, unless something new reaches them."""

    def __init__(
        self, earlier: Earlier, tellings: Sequence[Telling], documents: Mapping[str, Document], bound: Bound
    ) -> None:
        self._told = {t.claim.id: t for t in tellings}
        self._records: dict[tuple[str, ...], Record] = {}
        known: set[str] = set()
        for record in earlier.records:
            group = [self._told[c] for c in record.claims if c in self._told]
            same = len(group) == len(record.claims) and not record.corrections
            if same and earlier.bases.get(record.id) == basis(group, documents, bound):
                self._records[tuple(sorted(record.claims))] = record
                known.update(record.claims)
        self.touched = set(self._told) - known

    def record(self, group: Iterable[Telling]) -> Record | None:
        """The earlier record of a group, if nothing in it changed."""
        return self._records.get(tuple(sorted(t.claim.id for t in group)))

    def beside(self, made: Iterable[Iterable[Telling]]) -> list[tuple[Telling, ...]]:
        """The groups that nothing reached."""
        reached = {t.claim.id for group in made for t in group}
        return [
            tuple(self._told[c] for c in claims) for claims in self._records if not reached.intersection(claims)
        ]  # fmt: skip
