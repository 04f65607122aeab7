"""`/judgements`, `/review`: what people decide, kept for ever; the same judgements as the command line's."""

from collections.abc import Iterator
from typing import Annotated, Any

from litestar import get, post
from litestar.params import Parameter

from demarche.model import Judgement, UsageError, standing
from demarche.publish.api.access import check_write
from demarche.publish.api.duties import House
from demarche.publish.api.found import record
from demarche.publish.api.lines import line
from demarche.publish.api.problems import Asked
from demarche.publish.api.shapes import Judged, Posed, Wish
from demarche.records import judged_value
from demarche.records.judging import about, apart, one, rejected, undone
from demarche.records.questions import Question, questions


@get("/judgements", sync_to_thread=True)
def judgements(house: House, standing_only: bool = False) -> list[Judgement]:
    """All judgements, the oldest first."""
    every = list(house.store.judgements)
    return list(standing(every)) if standing_only else every


@get("/review", sync_to_thread=True)
def review(house: House, most: Annotated[int, Parameter(ge=1, le=500)] = 50) -> list[Posed]:
    """What most wants a person's eye, the weightiest first."""
    return [
        Posed(question=q, line=line(record(house.store, house.store.current(q.record))))
        for q in _questions(house)[:most]
    ]


def _questions(house: House) -> tuple[Question, ...]:
    store = house.store
    return questions(store.records, store.claims, store.families, store.texts(), tuple(store.judgements))


@post("/judgements", sync_to_thread=True)
def judge(house: House, request: Asked, data: Wish) -> Judged:
    """Make a judgement: correct, confirm, reject, merge, split or undo. It needs the token."""
    check_write(house.access, request)
    if not data.why.strip():
        raise UsageError("why: a reason is needed; whoever comes later will want to know")
    store = house.store
    with store.transaction():
        kept = [store.judgements.add(j) for j in _made(house, data)]
    house.duties.judged(store)
    today = store.records.get(store.current(data.record)) if data.record else None
    return Judged(judgements=kept, record=line(today) if today else None)


def _made(house: House, wish: Wish) -> Iterator[Judgement]:
    why, by = wish.why.strip(), wish.who.strip() or "reader"
    if wish.action == "undo":
        yield undone(_given(wish.undoes, "undoes"), why=why, by=by)
        return
    own = record(house.store, house.store.current(_given(wish.record, "record")))
    match wish.action:
        case "correct":
            field, value = _given(wish.field, "field"), _given(wish.value, "value")
            judged_value(field, value)
            yield about(own, field, value, why=why, by=by)
        case "confirm":
            yield about(own, wish.field or "status", None, why=why, by=by)
        case "merge":
            other = record(house.store, house.store.current(_given(wish.other, "other")))
            if other.id == own.id or other.type != own.type:
                raise UsageError("two records of one kind are needed, and not one with itself")
            yield one(own, other, why=why, by=by)
        case "split":
            if not set(wish.claims) or not set(wish.claims) < set(own.claims):
                raise UsageError("claims: name some of the record's claims, and leave some")
            yield apart(own, wish.claims, why=why, by=by)
        case "reject":
            asked = next((q for q in _questions(house) if q.record == own.id), None)
            if asked is None:
                raise UsageError(f"nothing is asked about {own.id}; correct or split it")
            yield from rejected(own, asked, by=by)
        case _:
            raise UsageError(f"{wish.action!r}: there are correct, confirm, reject, merge, split, undo")


def _given(value: str | None, name: str) -> str:
    if not value:
        raise UsageError(f"{name}: missing for this action")
    return value


ROUTES: list[Any] = [judgements, review, judge]
