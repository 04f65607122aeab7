"""Records: only what changed is written; ids that are gone redirect to where their claims are now."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Record, sha256
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.search import Search, of_record
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.succession import now, referents, succeed
from demarche.store.verify import Texts, check_record


class Records(Shelf[Record]):
    """`for record in store.records`, `store.records[id]`."""

    table = schema.records
    kind = Record

    def replace(
        self,
        records: Iterable[Record],
        bases: Mapping[str, str] | None = None,
        reasons: Mapping[str, str] | None = None,
        before: Sequence[Record] | None = None,
    ) -> None:
        """Let these stand in the place of all that were there. `before` is what is there, if the caller read it."""
        self.renew(list(self) if before is None else before, records, bases, reasons)

    def renew(
        self,
        old: Sequence[Record],
        records: Iterable[Record],
        bases: Mapping[str, str] | None = None,
        reasons: Mapping[str, str] | None = None,
        spots: Mapping[str, Iterable[int]] | None = None,
    ) -> None:
        """Let these stand in the place of some. `bases` says what each was made from, `reasons` why some are gone,
        `spots` by what it is found as a part or a whole. A record that is as it was is not written again."""
        new = {record.id: record for record in records}
        with self.link.writing():
            succeed(self.link, "record", {r.id: _parts(r) for r in old}, {id: _parts(r) for id, r in new.items()},
                    reasons or {})  # fmt: skip
            older = referents(self.link)
            kept = {id: _with_referents(record, older.get(id, ())) for id, record in new.items()}
            held = self._claims_held(r.id for r in old)
            standing = {r.id: r for r in old if held.get(r.id) == len(r.claims)}
            self._delete({r.id for r in old} - set(kept))
            self._write([r for id, r in kept.items() if standing.get(id) != r])
            self._based(bases or {}, kept)
            self._placed(spots or {}, kept)

    def bases(self) -> dict[str, str]:
        """What each record was made from, by id, where that is known."""
        table = schema.records
        return self.link.pairs(sa.select(table.c.id, table.c.basis).where(table.c.basis.is_not(None)))

    def digests(self) -> list[tuple[str, str]]:
        """The id of each record and a fingerprint of what it says."""
        table = schema.records.c
        return [(id, told) for id, told in self.link.rows(sa.select(table.id, table.digest).order_by(table.id))]

    def based(self, ids: Iterable[str]) -> dict[str, str | None]:
        """What some records were made from."""
        table = schema.records
        known = self.link.among(sa.select(table.c.id, table.c.basis), table.c.id, ids)
        return {row[0]: row[1] for row in known}

    def holding(self, claims: Iterable[str]) -> Iterator[Record]:
        """The records that hold any of some claims."""
        held = schema.record_claims
        ids = {id for (id,) in self.link.among(sa.select(held.c.record), held.c.claim, claims)}
        return self.those("id", ids)

    def at(self, spots: Iterable[int]) -> Iterator[Record]:
        """The records that stand at some spots."""
        table = schema.record_spots
        ids = {id for (id,) in self.link.among(sa.select(table.c.record), table.c.spot, spots)}
        return self.those("id", ids)

    def bereft(self) -> list[str]:
        """The ids of the records that hold a claim which is gone."""
        table, held = schema.records, schema.record_claims
        ties = sa.select(table.c.id).outerjoin(held, held.c.record == table.c.id).group_by(table.c.id, table.c.size)
        return [id for (id,) in self.link.rows(ties.having(sa.func.count(held.c.claim) != table.c.size))]

    def _claims_held(self, ids: Iterable[str]) -> dict[str, int]:
        """How many claims the store ties to records: a claim that was gone for a while took its tie with it."""
        own = schema.record_claims.c.record
        return {id: int(n) for id, n in self.link.among(sa.select(own, sa.func.count()).group_by(own), own, ids)}

    def _write(self, changed: list[Record]) -> None:
        texts = Texts(self.link)
        for record in sorted(changed, key=_first_document):
            check_record(record, texts)
        self._delete(r.id for r in changed)
        at = now()
        self.link.put(schema.records, (_row(record) | {"changed": at} for record in changed))
        self.link.put(schema.record_claims, ({"record": r.id, "claim": c} for r in changed for c in r.claims))
        self.link.put(schema.record_countries, _countries(changed))
        Search(self.link).put("record", map(of_record, changed))

    def _delete(self, ids: Iterable[str]) -> None:
        gone = sorted(ids)
        Search(self.link).drop("record", gone)
        for i in range(0, len(gone), CHUNK):
            self.link.delete(schema.records, schema.records.c.id.in_(gone[i : i + CHUNK]))

    def _placed(self, spots: Mapping[str, Iterable[int]], kept: Iterable[str]) -> None:
        table, placed = schema.record_spots, [id for id in kept if id in spots]
        for i in range(0, len(placed), CHUNK):
            self.link.delete(table, table.c.record.in_(placed[i : i + CHUNK]))
        self.link.put(table, ({"spot": spot, "record": id} for id in placed for spot in sorted(spots[id])))

    def _based(self, bases: Mapping[str, str], kept: Collection[str]) -> None:
        table = schema.records
        held = self.based(kept)
        change = [{"key": id, "new": bases.get(id)} for id in kept if bases.get(id) != held.get(id)]
        if change:
            statement = sa.update(table).where(table.c.id == sa.bindparam("key")).values(basis=sa.bindparam("new"))
            with self.link.writing() as connection:
                connection.execute(statement, change)


def digest_of(record: Record) -> str:
    """A fingerprint of what a record says: when it is another, the record has changed since."""
    return sha256(encoded(msgspec.structs.replace(record, referents=())).encode())[:16]


def _first_document(record: Record) -> str:
    """Where its evidence begins: records of one text are checked one after the other, so that it is read once."""
    return min((e.document for e in record.evidence), default="")


def _parts(record: Record) -> set[str]:
    """What is followed when a record is gone: its claims, and, if a model gave these other ids, where they began."""
    return {*record.claims, *(f"{e.document} {e.start}" for e in record.evidence if e.field == "status")}


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
        "basis": None,
        "size": len(record.claims),
        "body": encoded(record),
    }


def _countries(records: Iterable[Record]) -> Iterator[dict[str, str]]:
    for record in records:
        everybody = record.participants + record.actors + record.targets
        visited = record.place.country if record.mode == "visit" and record.place else None
        for country in sorted({c for c in (visited, *(p.country for p in everybody)) if c}):
            yield {"record": record.id, "country": country}
