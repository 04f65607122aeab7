"""Which state of the store an answer is from: asked again with its tag, what did not change is not sent again."""

from hashlib import blake2b
from typing import Any

import sqlalchemy as sa
from litestar import MediaType, Response
from litestar.status_codes import HTTP_304_NOT_MODIFIED

from demarche.publish.api.kept import Kept
from demarche.publish.api.problems import Asked
from demarche.store import Store, schema

STILL = "private, no-cache"
"""A browser may keep an answer, and asks each time whether it still holds."""
OPEN = "answering"
"""Under this name a request's state has the tag that its answer will be kept by."""


def revision(store: Store) -> str:
    """A word that is another after every run and every judgement."""
    parts = (
        sa.select(sa.func.max(schema.runs.c.id)),
        sa.select(sa.func.count(schema.runs.c.finished)),
        sa.select(sa.func.max(schema.records.c.changed)),
        sa.select(sa.func.count()).select_from(schema.judgements),
        sa.select(sa.func.max(schema.editions.c.created)),
    )
    said = store.link.row(sa.select(*(part.scalar_subquery() for part in parts))) or ()
    return blake2b(repr(tuple(said)).encode(), digest_size=8).hexdigest()


def etag(store: Store, request: Asked) -> str:
    """The tag of an address in this state of the store, in this form."""
    asked = f"{request.url.path}?{request.url.query} {request.headers.get('accept', '')}"
    return f'W/"{revision(store)}-{blake2b(asked.encode(), digest_size=6).hexdigest()}"'


async def known(store: Store, kept: Kept, request: Asked) -> Response[Any] | None:
    """An empty answer where the asker has it already, or what was answered before; null where it must be reckoned."""
    if request.method != "GET":
        return None
    tag = etag(store, request)
    request.state.etag = tag
    given = [t.strip() for t in request.headers.get("if-none-match", "").split(",")]
    if tag in given or "*" in given:
        headers = {"ETag": tag, "Cache-Control": STILL}
        return Response(None, status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    body = await kept.answer(tag)
    if body is None:
        request.state[OPEN] = tag
        return None
    return Response(body, media_type=MediaType.JSON)
