"""What the commands that judge share: the record that is meant, who judges, and the judgement they keep."""

import getpass
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.model import Anchor, Judgement, Record, Span, StoreError, UsageError

if TYPE_CHECKING:
    from demarche.store import Store

RecordId = Annotated[str, typer.Argument(metavar="ID", help="The id of a record, also one that it had before a merge.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason: kept with the judgement.")]
By = Annotated[
    str | None, typer.Option("--by", envvar="DEMARCHE_USER", metavar="NAME", help="Who judges; by default your login.")
]


def found(store: "Store", id: str) -> Record:
    """The record of an id; of one that is gone, the reason."""
    record = store.records.get(store.current(id))
    if record is None:
        raise StoreError(f"{store.name} holds no record {id}")
    return record


def reason(why: str) -> str:
    """The reason, which must be one."""
    if not why.strip():
        raise UsageError("--why must say why: whoever comes later will want to know")
    return why.strip()


def who(by: str | None) -> str:
    """Who judges."""
    try:
        return by or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def moment() -> str:
    """Now, to the microsecond: of two judgements the later one holds."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def anchors(record: Record, claims: Iterable[str] | None = None) -> tuple[Anchor, ...]:
    """The claims of a record, or some of them, with the words by which they are found again."""
    wanted = set(record.claims if claims is None else claims)
    told = (e for e in record.evidence if e.field == "status" and e.claim in wanted)
    return tuple(sorted(Anchor(str(e.claim), Span(e.document, e.start, e.end)) for e in told))


def about(record: Record, field: str, value: str | None, *, why: str, by: str) -> Judgement:
    """The judgement that sets a field of a record to a value (JSON), or, without one, leaves it as it is."""
    from demarche.records import evidence_digest, field_json

    own = next((c for c in record.corrections if c.field == field), None)
    return Judgement(
        action="correct" if value is not None else "confirm", record=record.id, field=field,
        machine=own.machine if own else field_json(record, field), value=value, a=anchors(record),
        evidence=evidence_digest(record.evidence, field), who=by, why=why, at=moment(),
    )  # fmt: skip


def kept(store: "Store", judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep judgements, and let the records follow."""
    from demarche import pipeline

    with store.transaction():
        told = [store.judgements.add(j) for j in judgements]
    pipeline.judged(store)
    return told
