"""`/documents`, `/families`, `/sources`: the frozen texts, what was copied from what, and what was read of whom."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa
from litestar import get
from litestar.params import Parameter
from litestar.response import Stream

from demarche.model import Difference, Document, Record
from demarche.publish.api.cursors import counted, place
from demarche.publish.api.cursors import cursor as written
from demarche.publish.api.duties import House
from demarche.publish.api.found import family, led_on
from demarche.publish.api.lines import line, source
from demarche.publish.api.problems import Asked, Missing
from demarche.publish.api.questions import Cursor, Id, Limit, Values
from demarche.publish.api.shapes import Coverage, DocumentView, FamilyView, Page, RecordLine, Source
from demarche.publish.api.tables import table
from demarche.publish.names import file
from demarche.store import schema

Least = Annotated[int, Parameter(ge=1, le=1_000_000, description="Texts a family holds at least.")]
_d, _f = schema.documents, schema.families
SOURCE = tuple(Source.__struct_fields__)


@get("/documents", sync_to_thread=True)
def documents(
    house: House, limit: Limit = 50, cursor: Cursor = None, publisher: Values = None, family: Values = None
) -> Page[Source]:
    """The texts, the latest first."""
    at = place(cursor, 2)
    day = sa.func.coalesce(_d.c.published, "0000")
    query = sa.select(_d.c.body, day, _d.c.id)
    wanted = [_d.c.publisher == publisher] if publisher else []
    if family:
        own = schema.family_documents
        wanted.append(_d.c.id.in_(sa.select(own.c.document).where(own.c.family == house.store.current(family))))
    after = [] if at is None else [sa.or_(day < at[0], sa.and_(day == at[0], _d.c.id > at[1]))]
    rows = list(house.store.link.rows(query.where(*wanted, *after).order_by(day.desc(), _d.c.id).limit(limit + 1)))
    homes = _homes(house, [id for _, _, id in rows[:limit]])
    items = [source(d, homes.get(d.id)) for d in (house.store.documents.decoded(row[0]) for row in rows[:limit])]
    more = written(rows[limit - 1][1], rows[limit - 1][2]) if len(rows) > limit else None
    count = house.store.link.row(sa.select(sa.func.count()).select_from(_d).where(*wanted))
    return Page(items=items, next=more, total=int(count[0]) if count else 0)


def _homes(house: House, documents: list[str]) -> dict[str, str]:
    """The families of some documents."""
    own = schema.family_documents.c
    return house.store.link.pairs(sa.select(own.document, own.family).where(own.document.in_(documents)))


@get("/documents.csv", sync_to_thread=True)
def documents_csv(house: House) -> Stream:
    """All texts as a table, without their words."""
    kept = house.store.families.by_document()
    rows = (source(d, kept.get(d.id)) for d in house.store.documents)
    return table("documents", SOURCE, ({name: getattr(s, name) for name in SOURCE} for s in rows))


@get("/documents/{id:str}", sync_to_thread=True)
def document(house: House, id: Id) -> DocumentView:
    """One text as it was received, what it says, and the records that rest on it."""
    found = house.document(id)
    if found is None:
        raise Missing(f"there is no document {id}")
    claims = list(house.store.claims.of(id))
    found = msgspec.structs.replace(found, source=file(found.source))
    return DocumentView(document=found, claims=claims, records=list(_resting(house, {c.id for c in claims})))


def _resting(house: House, claims: set[str]) -> Iterator[RecordLine]:
    own = schema.record_claims
    query = sa.select(own.c.record).where(own.c.claim.in_(sorted(claims))).distinct().order_by(own.c.record)
    for (id,) in house.store.link.rows(query):
        found: Record | None = house.store.records.get(id)
        if found is not None:
            yield line(found)


@get("/families", sync_to_thread=True)
def families(house: House, limit: Limit = 50, cursor: Cursor = None, least: Least = 2) -> Page[FamilyView]:
    """The families of `least` documents or more, the largest first."""
    at = counted(cursor)
    key = sa.literal(10**9) - _f.c.size
    wanted = [_f.c.size >= least]
    after = [] if at is None else [sa.or_(key > at[0], sa.and_(key == at[0], _f.c.id > at[1]))]
    query = sa.select(_f.c.id, key).where(*wanted, *after).order_by(key, _f.c.id).limit(limit + 1)
    rows = list(house.store.link.rows(query))
    more = written(str(rows[limit - 1][1]), rows[limit - 1][0]) if len(rows) > limit else None
    count = house.store.link.row(sa.select(sa.func.count()).select_from(_f).where(*wanted))
    items = _families(house, [id for id, _ in rows[:limit]])
    return Page(items=items, next=more, total=int(count[0]) if count else 0)


@get("/families/{id:str}", sync_to_thread=True)
def one_family(house: House, request: Asked, id: Id) -> Any:
    """A family: its texts, the ties between them, what was altered, the records that rest on it (`FamilyView`)."""
    led = led_on(house.store, id, str(request.url.path))
    if led is not None:
        return led
    (view,) = _families(house, [family(house.store, id).id])
    claims = {c.id for d in view.documents for c in house.store.claims.of(d.id)}
    return FamilyView(**{f: getattr(view, f) for f in view.__struct_fields__ if f != "records"},
                      records=list(_resting(house, claims)))  # fmt: skip


def _families(house: House, ids: list[str]) -> list[FamilyView]:
    """Families in this order, with what is in them: three questions to the database, however many they are."""
    store = house.store
    found = {f.id: f for f in store.families.where(_f.c.id.in_(ids))}
    texts = {d.id: d for d in store.documents.where(_d.c.id.in_([m for f in found.values() for m in f.documents]))}
    altered: dict[str, list[Difference]] = defaultdict(list)
    for difference in store.differences.where(schema.differences.c.scope.in_(ids)):
        altered[difference.scope].append(difference)
    return [
        FamilyView(
            id=id, best=found[id].best, edges=list(found[id].edges), differences=altered[id],
            documents=[source(texts[m], id) for m in found[id].documents if m in texts],
        )
        for id in ids if id in found
    ]  # fmt: skip


@get("/sources", sync_to_thread=True)
def sources(house: House) -> list[Coverage]:
    """What was read of each publisher: texts, families, days, languages."""
    kept = house.store.families.by_document()
    held: dict[str, list[Document]] = defaultdict(list)
    for one in house.store.documents:
        held[one.publisher or "unknown"].append(one)
    return [_coverage(name, texts, kept) for name, texts in sorted(held.items())]


def _coverage(publisher: str, texts: list[Document], family_of: dict[str, str]) -> Coverage:
    days = sorted(d.published for d in texts if d.published)
    return Coverage(
        publisher=publisher, source_class=texts[0].source_class, official_of=texts[0].official_of,
        documents=len(texts), families=len({family_of.get(d.id, d.id) for d in texts}),
        first=days[0] if days else None, last=days[-1] if days else None,
        languages=sorted({d.language for d in texts if d.language}),
    )  # fmt: skip


ROUTES = [documents, documents_csv, document, families, one_family, sources]
