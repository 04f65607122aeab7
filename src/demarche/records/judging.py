"""A person's decision -> the judgement that is kept: what it is about, the words it rests on, who, why and when."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from demarche.model import Anchor, Judgement, Record, Span
from demarche.records.judged import evidence_digest, field_json
from demarche.records.questions import Question


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
    own = next((c for c in record.corrections if c.field == field), None)
    return Judgement(
        action="correct" if value is not None else "confirm", record=record.id, field=field,
        machine=own.machine if own else field_json(record, field), value=value, a=anchors(record),
        evidence=evidence_digest(record.evidence, field), who=by, why=why, at=moment(),
    )  # fmt: skip


def one(record: Record, other: Record, *, why: str, by: str) -> Judgement:
    """The judgement that two records are one."""
    return Judgement(action="same", record=record.id, a=anchors(record), b=anchors(other), who=by, why=why, at=moment())


def apart(record: Record, claims: Iterable[str], *, why: str, by: str) -> Judgement:
    """The judgement that some claims of a record are of another event."""
    out = set(claims) & set(record.claims)
    rest = set(record.claims) - out
    return Judgement(action="different", record=record.id, a=anchors(record, out), b=anchors(record, rest), who=by,
                     why=why, at=moment())  # fmt: skip


def undone(judgement: str, *, why: str, by: str) -> Judgement:
    """The judgement that takes another one back."""
    return Judgement(action="undo", undoes=judgement, who=by, why=why.strip() or "undone", at=moment())


def rejected(record: Record, q: Question, *, by: str) -> Iterator[Judgement]:
    """What *no* means: another event, an event that did not take place, or a judgement that no longer holds."""
    why = f"reviewed: {q.question}"
    match q.kind:
        case "doubtful merge":
            yield apart(record, q.claims, why=why, by=by)
        case "stale judgement":
            yield undone(str(q.judgement), why=why, by=by)
        case _:
            yield about(record, "status", '"denied"', why=why, by=by)
