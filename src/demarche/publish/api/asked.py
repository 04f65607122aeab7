"""A question -> the records that meet it, a page at a time: what the database can decide is left to it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Record, StatusEntry
from demarche.model.values import LEVELS
from demarche.publish.api.cursors import cursor, place
from demarche.publish.api.lines import line
from demarche.publish.api.shapes import Page, RecordLine
from demarche.publish.editions.selection import HAPPENED, Choice
from demarche.publish.queries import Query
from demarche.store import Store, schema

_r = schema.records
Condition = sa.ColumnElement[bool]
MOST = 500
"""Records on one page at most."""
FOUND = 20_000
"""Records that words may lead to; more is no search."""
UNDATED = ""
"""The day, in a cursor, of what has none: it follows after everything that has one."""


def records(store: Store, query: Query, limit: int, after: str | None, changed_since: str | None) -> Page[RecordLine]:
    """A page of records, the latest day first."""
    query, named = _searched(store, query)
    wanted = [*_conditions(query, changed_since), *named]
    found = list(islice(_matching(store, query, wanted, place(after, 2)), limit + 1))
    shown = found[:limit]
    more = cursor(_day(shown[-1]), shown[-1].id) if len(found) > limit else None
    return Page(items=[line(r) for r in shown], next=more, total=_total(store, query, wanted))


def every(store: Store, query: Query) -> Iterator[Record]:
    """All records that meet a question, the latest day first."""
    query, named = _searched(store, query)
    yield from _matching(store, query, [*_conditions(query, None), *named], None)


def _day(record: Record) -> str:
    return (record.date and record.date.start) or UNDATED


def _matching(store: Store, query: Query, wanted: list[Condition], at: tuple[str, ...] | None) -> Iterator[Record]:
    """Those with a day, then those without: in this order one index holds them all."""
    day, id = _r.c.date_start, _r.c.id
    if at is None or at[0] != UNDATED:
        later = [] if at is None else [sa.tuple_(day, id) < sa.tuple_(*map(sa.literal, at))]
        yield from _taken(store, query, [*wanted, day.is_not(None), *later], day.desc(), id.desc())
    before = [id < at[1]] if at is not None and at[0] == UNDATED else []
    yield from _taken(store, query, [*wanted, day.is_(None), *before], id.desc())


def _taken(store: Store, query: Query, wanted: list[Condition], *order: Any) -> Iterator[Record]:
    for (body,) in store.link.rows(sa.select(_r.c.body).where(*wanted).order_by(*order)):
        if _may_be(body, query):
            record = store.records.decoded(body)
            if query.takes(record):
                yield record


class _Days(msgspec.Struct, frozen=True):
    start: str | None = None
    end: str | None = None


class _Told(msgspec.Struct, frozen=True):
    """As much of a record as says when it was told of: read in a tenth of the time."""

    status: str
    status_history: tuple[StatusEntry, ...] = ()
    date: _Days | None = None


_told = msgspec.json.Decoder(_Told)


def _may_be(body: str, query: Query) -> bool:
    """Can it fall into the days asked for? What did not take place is also news on the days it was told of."""
    if query.since is None and query.until is None:
        return True
    told, asked = _told.decode(body), Choice(query.since, query.until)
    if told.status in HAPPENED or any(asked.holds(e.as_of, e.as_of) for e in told.status_history if e.as_of):
        return True
    first = told.date and (told.date.start or told.date.end)
    return asked.holds(first, (told.date and told.date.end) or "9999-12-31") if first else True


def _searched(store: Store, query: Query) -> tuple[Query, list[Condition]]:
    """The question with its words answered by the full-text index, and the ids it gave."""
    if not query.words:
        return query, []
    asked = " ".join(f'"{word}"' if " " in word else word for word in query.words)
    ids = [hit.id for hit in store.search.find(asked, "record", limit=FOUND)]
    return msgspec.structs.replace(query, words=()), [_r.c.id.in_(ids)]


def _total(store: Store, query: Query, wanted: list[Condition]) -> int | None:
    """Counted by the database, where it alone can decide."""
    if query.since or query.until or query.topics or query.accounts or query.actors or _organisations(query):
        return None
    row = store.link.row(sa.select(sa.func.count()).select_from(_r).where(*wanted))
    return int(row[0]) if row else 0


def _conditions(query: Query, changed_since: str | None) -> list[Condition]:
    """What the database can rule out; `Query.takes` has the last word."""
    columns = ((_r.c.type, query.types), (_r.c.mode, query.modes), (_r.c.event, query.events),
               (_r.c.status, query.statuses))  # fmt: skip
    found: list[Condition] = [column.in_(sorted(values)) for column, values in columns if values]
    if query.level is not None:
        found.append(_r.c.level.in_(LEVELS[: LEVELS.index(query.level) + 1]))
    own = schema.record_countries
    for country in sorted(query.countries - _organisations(query)):
        found.append(sa.exists().where(own.c.record == _r.c.id, own.c.country == country))
    if changed_since:
        found.append(_r.c.changed >= changed_since)
    return [*found, *_days(query)]


def _days(query: Query) -> Iterator[Condition]:
    """No column says when a status was told of, only when the first was: what did not take place is mostly left in."""
    off = _r.c.status.not_in(HAPPENED)
    undated = sa.and_(_r.c.date_start.is_(None), _r.c.date_end.is_(None))
    if query.since:
        yield sa.or_(sa.func.coalesce(_r.c.date_end, "9999-12-31") >= query.since, off)
    if query.until:
        told = sa.func.coalesce(_r.c.first_seen, query.until) <= query.until
        began = sa.func.coalesce(_r.c.date_start, _r.c.date_end) <= query.until
        yield sa.or_(began, sa.and_(sa.or_(off, undated), told))


def _organisations(query: Query) -> frozenset[str]:
    return frozenset(c for c in query.countries if ":" in c)
