"""What the last run left: its records, and what each of them was made from, so that only what changed is made again."""

import hashlib
from collections.abc import Callable, Iterable, Mapping

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


def unchanged(
    records: Iterable[Record],
    base: Callable[[str], str | None],
    tellings: Iterable[Telling],
    documents: Mapping[str, Document],
    bound: Bound,
) -> dict[tuple[str, ...], Record]:
    """Which earlier records stand as they are, if no grounds lead from their claims elsewhere: by their claims."""
    told = {t.claim.id: t for t in tellings}
    found = {}
    for record in records:
        group = [told[c] for c in record.claims if c in told]
        whole = len(group) == len(record.claims) and not record.corrections
        if whole and base(record.id) == basis(group, documents, bound):
            found[tuple(sorted(record.claims))] = record
    return found
