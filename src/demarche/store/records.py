"""Records, replaced as a whole: ids that are gone redirect to where their claims are now."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from demarche.model import Record, sha256
from demarche.store import schema
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.succession import referents, succeed
from demarche.store.verify import Texts, check_record


class Records(Shelf[Record]):
    """`for record in store.records`, `store.records[id]`."""

    table = schema.records
    kind = Record

    def replace(self, records: Iterable[Record]) -> None:
        """Put these in the place of all that were there."""
        new = {record.id: record for record in records}
        with self.link.writing():
            texts = Texts(self.link)
            for record in new.values():
                check_record(record, texts)
            succeed(self.link, "record", {r.id: r.claims for r in self}, {id: r.claims for id, r in new.items()})
            older = referents(self.link)
            kept = [_with_referents(record, older.get(record.id, ())) for record in new.values()]
            self.link.delete(schema.records)
            self.link.put(schema.records, map(_row, kept))
            self.link.put(schema.record_claims, ({"record": r.id, "claim": c} for r in kept for c in r.claims))
            self.link.put(schema.record_countries, _countries(kept))


def digest_of(record: Record) -> str:
    """A fingerprint of what a record says: when it is another, the record has changed since."""
    return sha256(encoded(msgspec.structs.replace(record, referents=())).encode())[:16]


def _with_referents(record: Record, older: tuple[str, ...]) -> Record:
    return msgspec.structs.replace(record, referents=tuple(sorted({*record.referents, *older} - {record.id})))


def _row(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "type": record.type,
        "status": record.status,
        "mode": record.mode,
        "event": column(record.event),
        "level": record.level,
        "date_start": record.date.start if record.date else None,
        "date_end": record.date.end if record.date else None,
        "first_seen": record.first_seen,
        "last_change": record.last_change,
        "digest": digest_of(record),
        "body": encoded(record),
    }


def _countries(records: Iterable[Record]) -> Iterator[dict[str, str]]:
    for record in records:
        everybody = record.participants + record.actors + record.targets
        for country in sorted({p.country for p in everybody if p.country}):
            yield {"record": record.id, "country": country}
