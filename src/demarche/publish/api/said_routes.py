"""`/statements`, `/positions`, `/figures`, `/assertions`: what documents say and records do not merge."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from demarche.model import Claim, UsageError
from demarche.publish.api.cursors import cursor as written
from demarche.publish.api.cursors import place
from demarche.publish.api.duties import House
from demarche.publish.api.lines import source
from demarche.publish.api.questions import Cursor, Day, Limit, Values
from demarche.publish.api.shapes import Page, Saying
from demarche.publish.api.tables import table
from demarche.publish.names import country as code
from demarche.publish.names import person
from demarche.store import schema

KINDS = ("statement", "position", "figure", "assertion")
_c, _d, _n = schema.claims, schema.documents, schema.claim_countries
COLUMNS = ("id", "document", "start", "end", "quote", "who", "says", "about", "publisher", "published")


def _list(kind: str) -> HTTPRouteHandler:
    """`/statements` and its like."""

    @get(f"/{kind}s", sync_to_thread=True, name=f"{kind}s", operation_id=f"{kind}s",
         description=f"{kind.capitalize()}s, those of the latest texts first; days are of publication.")  # fmt: skip
    def said(
        house: House, country: Values = None, since: Day = None, until: Day = None, limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Page[Saying]:  # fmt: skip
        return _page(house, _conditions(kind, country, since, until), limit, cursor)

    return said


def _table(kind: str) -> HTTPRouteHandler:
    """`/statements.csv` and its like."""

    @get(f"/{kind}s.csv", sync_to_thread=True, name=f"{kind}s.csv", operation_id=f"{kind}s_csv",
         description=f"All {kind}s as a table.")  # fmt: skip
    def said_csv(house: House, country: Values = None, since: Day = None, until: Day = None) -> Stream:
        query = sa.select(_c.c.body).join_from(_c, _d, _c.c.document == _d.c.id)
        found = query.where(*_conditions(kind, country, since, until)).order_by(_c.c.document, _c.c.start, _c.c.id)
        claims = (house.store.claims.decoded(body) for (body,) in house.store.link.rows(found))
        return table(f"{kind}s", COLUMNS, _rows(house, claims))

    return said_csv


def _page(house: House, wanted: list[Any], limit: int, cursor: str | None) -> Page[Saying]:
    at = place(cursor, 2)
    day = sa.func.coalesce(_d.c.published, "0000")
    after = [] if at is None else [sa.or_(day < at[0], sa.and_(day == at[0], _c.c.id > at[1]))]
    query = sa.select(_c.c.body, day, _c.c.id).join_from(_c, _d, _c.c.document == _d.c.id)
    rows = list(house.store.link.rows(query.where(*wanted, *after).order_by(day.desc(), _c.c.id).limit(limit + 1)))
    claims = [house.store.claims.decoded(body) for body, _, _ in rows[:limit]]
    texts = {d.id: source(d) for d in house.store.documents.where(_d.c.id.in_({c.document for c in claims}))}
    items = [Saying(claim=c, source=texts[c.document]) for c in claims]
    more = written(rows[limit - 1][1], rows[limit - 1][2]) if len(rows) > limit else None
    count = sa.select(sa.func.count()).select_from(_c.join(_d, _c.c.document == _d.c.id)).where(*wanted)
    total = house.store.link.row(count)
    return Page(items=items, next=more, total=int(total[0]) if total else 0)


def _conditions(kind: str, country: str | None, since: str | None, until: str | None) -> list[Any]:
    found: list[Any] = [_c.c.type == kind]
    for one in (country or "").split(","):
        if one:
            found.append(_c.c.id.in_(sa.select(_n.c.claim).where(_n.c.country == code(one))))
    if since and until and until < since:
        raise UsageError(f"nothing lies between {since} and {until}")
    found += [_d.c.published >= since] if since else []
    found += [_d.c.published <= until] if until else []
    return found


def _rows(house: House, claims: Iterator[Claim]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        document = house.store.documents[claim.document]
        people = getattr(claim, "speakers", ()) or getattr(claim, "actors", ())
        content = getattr(claim, "content", None)
        yield {
            "id": claim.id, "document": claim.document, "start": claim.start, "end": claim.end, "quote": claim.quote,
            "who": [person(p) for p in people], "says": content.quote if content else _says(claim),
            "about": getattr(claim, "about", None) or getattr(claim, "what", None),
            "publisher": document.publisher, "published": document.published,
        }  # fmt: skip


def _says(claim: Claim) -> str | None:
    stance, value = getattr(claim, "stance", None), getattr(claim, "value", None)
    if stance:
        return f"{stance} {getattr(claim, 'target', None) or ''}".strip()
    return f"{value:g} {getattr(claim, 'unit', None) or ''}".strip() if value is not None else None


ROUTES = [route(kind) for kind in KINDS for route in (_list, _table)]
