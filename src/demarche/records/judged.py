"""A person's judgements -> the record as they set it: applied last on every run, marked where the ground shifted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from demarche.lexicon.plover import plover
from demarche.model import (
    BadValue,
    Correction,
    Evidence,
    Judgement,
    Participant,
    Place,
    Record,
    UsageError,
    When,
    sha256,
)
from demarche.model.values import Level, Mode, Status
from demarche.records.parties import matched_level

WHOLE = "record"
"""The field that stands for the record itself: set to null, the record is none."""

FIELDS: dict[str, Any] = {
    WHOLE: None,
    "status": Status,
    "mode": Mode,
    "event": str,
    "date": When | None,
    "place": Place | None,
    "event_name": str | None,
    "topics": tuple[str, ...],
    "level": Level,
    "generic": bool,
    "participants": tuple[Participant, ...],
    "actors": tuple[Participant, ...],
    "targets": tuple[Participant, ...],
    "what": str | None,
    "amount": str | None,
}
"""What a person may set, and of what type."""


def judged_value(field: str, value: str) -> Any:
    """A judgement's JSON as the value of its field."""
    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be corrected; what can: {', '.join(FIELDS)}")
    try:
        return msgspec.json.decode(value, type=FIELDS[field])
    except (msgspec.ValidationError, msgspec.DecodeError, BadValue) as e:
        raise UsageError(f"{field}: {value} is no value for it ({e})") from e


def field_json(record: Record, field: str) -> str:
    """A field's value as canonical JSON."""
    value = record.id if field == WHOLE else getattr(record, field)
    return msgspec.json.encode(value, order="deterministic").decode()


def evidence_digest(evidence: Iterable[Evidence], field: str) -> str:
    """A digest of the words that a field rests on; of all the claims' words where it has none of its own."""
    every = list(evidence)
    own = [e for e in every if e.field == field or e.field.startswith(f"{field}.")]
    words = sorted({e.quote for e in own or every if own or e.field == "status"})
    return sha256("\x1f".join(words).encode("utf-8", "surrogatepass"))[:16]


class Applied(msgspec.Struct, frozen=True):
    """The records under their judgements; which were judged to be none, and why; judgements that fit no record now."""

    records: tuple[Record, ...]
    dropped: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


def applied(records: Sequence[Record], judgements: Iterable[Judgement], again: Callable[[Record], Record]) -> Applied:
    """The records as people set them; `again` finds the words anew for a record of which a field was set."""
    by_id = {r.id: r for r in records}
    chosen: dict[str, list[Judgement]] = defaultdict(list)
    lost = []
    for j in judgements:
        if j.action in ("correct", "confirm"):
            home = _home(j, by_id, records)
            chosen[home].append(j) if home else lost.append(j.id)
    dropped = {id: js[-1].why for id, own in chosen.items() if (js := [j for j in own if _drops(j)])}
    kept = tuple(_corrected(r, chosen[r.id], again) if r.id in chosen else r for r in records if r.id not in dropped)
    return Applied(kept, tuple(sorted(dropped.items())), tuple(lost))


def _drops(j: Judgement) -> bool:
    return j.action == "correct" and j.field == WHOLE


def _home(j: Judgement, by_id: dict[str, Record], records: Sequence[Record]) -> str | None:
    """The record that a judgement is about today: of its id while that holds one of its claims, else by its claims."""
    claims = {anchor.claim for anchor in j.a}
    there = by_id.get(j.record or "")
    if there and (claims & set(there.claims) or _overlap(j, there)):
        return there.id
    votes = Counter({r.id: n for r in records if (n := len(claims & set(r.claims)) * 1000 + _overlap(j, r))})
    return min(votes, key=lambda id: (-votes[id], id), default=None)


def _overlap(j: Judgement, record: Record) -> int:
    told = [e for e in record.evidence if e.field == "status"]
    spans = [anchor.span for anchor in j.a]
    return sum(e.document == s.document and e.start < s.end and s.start < e.end for e in told for s in spans)


def _corrected(record: Record, judgements: Sequence[Judgement], again: Callable[[Record], Record]) -> Record:
    last = {j.field: j for j in judgements if j.field and j.field != WHOLE}
    marks = tuple(_mark(record, j) for j in last.values())
    values = {f: judged_value(f, j.value) for f, j in last.items() if j.action == "correct" and j.value is not None}
    values = {f: v for f, v in values.items() if f not in ("mode", "event") or getattr(record, f) is not None}
    if not values:
        return msgspec.structs.replace(record, corrections=marks)
    return again(_coded(msgspec.structs.replace(record, **values, corrections=marks), set(values)))


def _coded(record: Record, changed: set[str]) -> Record:
    """What follows from the fields that were set: the code of the event, the matched level."""
    if record.mode and changed & {"mode", "status"}:
        code, cameo = plover(record.mode, record.status)
        record = msgspec.structs.replace(record, plover=code, cameo=cameo)
    if "participants" in changed and "level" not in changed:
        record = msgspec.structs.replace(record, level=matched_level(record.participants))
    return record


def _mark(record: Record, j: Judgement) -> Correction:
    """What the person set, beside what the machine says today."""
    field = str(j.field)
    machine = field_json(record, field)
    value = j.value if j.action == "correct" and j.value is not None else machine
    unlike = machine != j.machine or evidence_digest(record.evidence, field) != j.evidence
    agreed = j.action == "correct" and machine == value
    return Correction(
        judgement=j.id, field=field, machine=machine, value=value, who=j.who, why=j.why, at=j.at,
        stale=unlike and not agreed,
    )  # fmt: skip
