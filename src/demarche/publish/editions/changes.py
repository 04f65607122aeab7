"""What changed since the last digest: a record nobody saw then, a status that moved, anything else that is another."""

from collections.abc import Mapping

import msgspec

from demarche.model import Record
from demarche.model.values import Status
from demarche.publish.editions.nouns import Change
from demarche.store import digest_of

Seen = Mapping[str, tuple[str, str]]
"""For each record of the last digest its status and its fingerprint."""


class Was(msgspec.Struct, frozen=True):
    """How a record stands to the last digest; `status` is what it had then, if that was another."""

    change: Change | None = None
    status: Status | None = None


def since_then(record: Record, seen: Seen | None) -> Was:
    """The change of one record. Merged records answer to their older ids too."""
    if seen is None:
        return Was()
    before = next((seen[id] for id in (record.id, *record.referents) if id in seen), None)
    if before is None:
        return Was("new")
    status, digest = before
    if status != record.status:
        return Was("moved", msgspec.convert(status, Status))
    return Was("updated" if digest != digest_of(record) else None)


def gone(records: tuple[Record, ...], seen: Seen) -> int:
    """How many records of the last digest are no longer there under any id."""
    known = {id for r in records for id in (r.id, *r.referents)}
    return len(seen.keys() - known)
