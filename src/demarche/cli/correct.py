"""`demarche correct`, `merge`, `split`, `undo`, `judgements`: what a person decides about the record."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from demarche.cli.judging import By, RecordId, Why, found, kept, reason, who
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data, data_json, line_json, note
from demarche.cli.project import opened
from demarche.model import Judgement, StoreError, UsageError, standing

if TYPE_CHECKING:
    from demarche.model import Record

Changes = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD=VALUE",
        help="status=cancelled, date=2022-07-29, date=2022-07-01..2022-07-03, place='Geneva, CHE', mode=call, "
        "topics='trade, grain', level=minister; none for nothing; record=none if it is no event at all; other "
        "fields as JSON.",
    ),
]
Others = Annotated[list[str], typer.Argument(metavar="ID", help="The records that are one with it.")]
Parts = Annotated[
    list[str], typer.Argument(metavar="CLAIM|DOCUMENT", help="The claims that are another event, or their documents.")
]
JudgementId = Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement.")]
From = Annotated[Path | None, typer.Option("--import", metavar="FILE", help="Take in judgements from JSON Lines.")]
Standing = Annotated[bool, typer.Option("--standing", help="Only those that hold today.")]


def correct(
    id: RecordId, changes: Changes, why: Why = "", by: By = None, store: StoreAt = None, as_json: AsJson = False
) -> None:
    """Set fields of a record for good. The machine's value stays beside yours, and `undo` takes it back."""
    from demarche.records.judging import about

    because, judge = reason(why), who(by)
    with opened(store) as opened_store:
        record = found(opened_store, id)
        made = [about(record, field, value, why=because, by=judge) for field, value in map(_change, changes)]
        told = kept(opened_store, made)
        _tell(told, opened_store.records.get(opened_store.current(record.id)), as_json)


def merge(
    id: RecordId, others: Others, why: Why = "", by: By = None, store: StoreAt = None, as_json: AsJson = False
) -> None:
    """Judge records to be one event. The older id stays, the others lead on to it."""
    from demarche.records.judging import one

    because, judge = reason(why), who(by)
    with opened(store) as opened_store:
        record = found(opened_store, id)
        rest = [found(opened_store, other) for other in others]
        if record.id in {r.id for r in rest} or any(r.type != record.type for r in rest):
            raise UsageError("two records of one kind are needed, and not one with itself")
        made = [one(record, r, why=because, by=judge) for r in rest]
        told = kept(opened_store, made)
        _tell(told, opened_store.records.get(opened_store.current(record.id)), as_json)


def split(
    id: RecordId, parts: Parts, why: Why = "", by: By = None, store: StoreAt = None, as_json: AsJson = False
) -> None:
    """Judge some claims of a record to be of another event; `demarche explain` lists its claims."""
    from demarche.records.judging import apart

    because, judge = reason(why), who(by)
    with opened(store) as opened_store:
        record = found(opened_store, id)
        out = _claims(record, parts)
        rest = set(record.claims) - out
        if not rest:
            raise UsageError("these are all the claims of the record: nothing would be left of it")
        told = kept(opened_store, [apart(record, out, why=because, by=judge)])
        _tell(told, opened_store.records.get(opened_store.current(record.id)), as_json)


def undo(judgement: JudgementId, why: Why = "", by: By = None, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Take a judgement back. It stays in the log, with what undid it."""
    from demarche.records.judging import undone

    with opened(store) as opened_store:
        if judgement not in opened_store.judgements:
            raise StoreError(f"{opened_store.name} holds no judgement {judgement}")
        _tell(kept(opened_store, [undone(judgement, why=why, by=who(by))]), None, as_json)


def judgements(only: Standing = False, taken: From = None, store: StoreAt = None, as_json: AsJson = False) -> None:
    """List all judgements, the oldest first; with --json one object a line, which --import takes elsewhere."""
    with opened(store) as opened_store:
        if taken is not None:
            from demarche import pipeline

            new = opened_store.judgements.take(_read(taken))
            pipeline.judged(opened_store)
            note(f"{counted(new, 'judgement')} taken in")
            return
        every = list(opened_store.judgements)
        for j in standing(every) if only else every:
            line_json(j) if as_json else data(_line(j))


def _read(file: Path) -> list[Judgement]:
    lines = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        return [msgspec.json.decode(line, type=Judgement) for line in lines.splitlines() if line.strip()]
    except (msgspec.ValidationError, msgspec.DecodeError) as e:
        raise UsageError(f"{file}: no judgements in JSON Lines ({e})") from e


def _change(typed: str) -> tuple[str, str]:
    """`field=value` as the field and the value in JSON."""
    from demarche.records import judged_value

    field, equals, value = typed.partition("=")
    if not equals:
        raise UsageError(f"{typed!r}: write it as field=value")
    text = msgspec.json.encode(_value(field, value.strip())).decode()
    judged_value(field, text)
    return field, text


def _value(field: str, typed: str) -> Any:
    if typed == "none":
        return [] if field in ("topics", "participants", "actors", "targets") else None
    match field:
        case "date":
            start, _, end = typed.partition("..")
            return {"start": start, "end": end or start, "precision": "interval" if end else "day"}
        case "place":
            name, _, country = typed.rpartition(",")
            return {"name": name.strip() or country.strip(), "country": country.strip() if name else None}
        case "topics":
            return [t.strip() for t in typed.split(",") if t.strip()]
        case "generic":
            return typed in ("yes", "true")
        case "participants" | "actors" | "targets":
            return _json(typed)
    return typed


def _json(typed: str) -> Any:
    try:
        return msgspec.json.decode(typed)
    except msgspec.DecodeError as e:
        raise UsageError(f'participants are written as JSON: [{{"name": …, "country": "RUS"}}] ({e})') from e


def _claims(record: "Record", parts: list[str]) -> set[str]:
    own = {(e.claim, e.document) for e in record.evidence if e.field == "status"}
    out = {str(claim) for claim, document in own if claim in parts or document in parts}
    lost = [p for p in parts if p not in {x for pair in own for x in pair}]
    if lost:
        raise UsageError(f"{record.id} rests on no claim or document {', '.join(lost)}")
    return out


def _tell(told: list[Judgement], record: "Record | None", as_json: bool) -> None:
    if as_json:
        data_json({"judgements": told, "record": record})
        return
    for j in told:
        data(_line(j))
    if record is not None:
        note(f"the record is now {record.id}: {record.mode or record.event}, {record.status}")


def _line(j: Judgement) -> str:
    return f"{j.id}  {j.at[:16]}  {j.who}  {j.action}: {_what(j)}  ({j.why})"


def _what(j: Judgement) -> str:
    match j.action:
        case "correct":
            return f"{j.record} {j.field} = {j.value}"
        case "confirm":
            return f"{j.record} {j.field} stays as it is"
        case "undo":
            return f"{j.undoes}"
    return f"{len(j.a)} and {len(j.b)} claims"
