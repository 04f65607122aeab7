"""A question -> the records that meet it, a page at a time: what the database can decide is left to it."""

from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from demarche.model import Record
from demarche.model.values import LEVELS
from demarche.publish.api.cursors import cursor, place
from demarche.publish.api.lines import line
from demarche.publish.api.shapes import Page, RecordLine
from demarche.publish.queries import Query
from demarche.store import Store, schema

_r = schema.records
MOST = 500
"""Records on one page at most."""
FOUND = 20_000
"""Records that words may lead to; more is no search."""
NEVER = "0000"
"""Sorts what has no day after everything that has one, the latest day being first."""


def records(store: Store, query: Query, limit: int, after: str | None, changed_since: str | None) -> Page[RecordLine]:
    """A page of records, the latest day first."""
    query, named = _searched(store, query)
    at = place(after, 2)
    day = sa.func.coalesce(_r.c.date_start, NEVER)
    wanted = [*_conditions(query, changed_since), *named]
    select = sa.select(_r.c.body, day, _r.c.id).where(*wanted)
    if at is not None:
        select = select.where(sa.or_(day < at[0], sa.and_(day == at[0], _r.c.id > at[1])))
    found: list[tuple[Record, str]] = []
    for record, key in _matching(store, select.order_by(day.desc(), _r.c.id), query):
        found.append((record, key))
        if len(found) > limit:
            break
    shown = found[:limit]
    more = cursor(shown[-1][1], shown[-1][0].id) if len(found) > limit else None
    return Page(items=[line(r) for r, _ in shown], next=more, total=_total(store, query, wanted))


def every(store: Store, query: Query) -> Iterator[Record]:
    """All records that meet a question, the latest day first."""
    query, named = _searched(store, query)
    day = sa.func.coalesce(_r.c.date_start, NEVER)
    select = sa.select(_r.c.body, day, _r.c.id).where(*_conditions(query, None), *named).order_by(day.desc(), _r.c.id)
    yield from (record for record, _ in _matching(store, select, query))


def _matching(store: Store, select: "sa.Select[Any]", query: Query) -> Iterator[tuple[Record, str]]:
    for body, key, _ in store.link.rows(select):
        record = store.records.decoded(body)
        if query.takes(record):
            yield record, key


def _searched(store: Store, query: Query) -> tuple[Query, list["sa.ColumnElement[bool]"]]:
    """The question with its words answered by the full-text index, and the ids it gave."""
    if not query.words:
        return query, []
    asked = " ".join(f'"{word}"' if " " in word else word for word in query.words)
    ids = [hit.id for hit in store.search.find(asked, "record", limit=FOUND)]
    return msgspec.structs.replace(query, words=()), [_r.c.id.in_(ids)]


def _total(store: Store, query: Query, wanted: list["sa.ColumnElement[bool]"]) -> int | None:
    """Counted by the database, where it alone can decide."""
    if query.since or query.until or query.topics or query.accounts or query.actors or _organisations(query):
        return None
    row = store.link.row(sa.select(sa.func.count()).select_from(_r).where(*wanted))
    return int(row[0]) if row else 0


def _conditions(query: Query, changed_since: str | None) -> list["sa.ColumnElement[bool]"]:
    """What the database can rule out; `Query.takes` has the last word."""
    columns = ((_r.c.type, query.types), (_r.c.mode, query.modes), (_r.c.event, query.events),
               (_r.c.status, query.statuses))  # fmt: skip
    found: list[sa.ColumnElement[bool]] = [column.in_(sorted(values)) for column, values in columns if values]
    if query.level is not None:
        found.append(_r.c.level.in_(LEVELS[: LEVELS.index(query.level) + 1]))
    own = schema.record_countries
    for country in sorted(query.countries - _organisations(query)):
        has = sa.select(own.c.record).where(own.c.country == country)
        found.append(_r.c.id.in_(has))
    if changed_since:
        found.append(_r.c.changed >= changed_since)
    return found


def _organisations(query: Query) -> frozenset[str]:
    return frozenset(c for c in query.countries if ":" in c)
